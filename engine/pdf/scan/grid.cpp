// Rules that cross to cells: which hang together, the grid they make, what is joined in it.
#include "pdf/scan/grid.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace saraban::pdf::scan {
namespace {

constexpr Length near = emu(12'700 * 2);        // rules this close meet
constexpr std::size_t most_segments = 4'000;    // on either axis
constexpr std::size_t most_grid_cells = 40'000; // of one table

/// A rule as its place across and its ends along.
struct Segment {
  Length at, from, to;
};

class Sets {
public:
  explicit Sets(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

private:
  std::vector<std::size_t> parent_;
};

struct Segments {
  std::vector<Segment> level, upright;
};

Segments segments_of(const std::vector<Rule>& rules, const std::vector<Box>& boxes) {
  Segments out;
  for (const Rule& rule : rules) {
    if (rule.axis == Axis::horizontal)
      out.level.push_back({rule.from.y, rule.from.x, rule.to.x});
    else
      out.upright.push_back({rule.from.x, rule.from.y, rule.to.y});
  }
  for (const Box& box : boxes) {
    if (box.shape != Shape::rectangle) continue;
    const Rect& r = box.rect;
    out.level.push_back({r.y, r.x, r.right()});
    out.level.push_back({r.bottom(), r.x, r.right()});
    out.upright.push_back({r.x, r.y, r.bottom()});
    out.upright.push_back({r.right(), r.y, r.bottom()});
  }
  return out;
}

bool meet(const Segment& level, const Segment& upright) {
  return upright.at >= level.from - near && upright.at <= level.to + near &&
         level.at >= upright.from - near && level.at <= upright.to + near;
}

/// Places across, those nearer than `near` as one.
std::vector<Length> places(const std::vector<Segment>& segments) {
  std::vector<Length> all;
  for (const Segment& segment : segments) all.push_back(segment.at);
  std::sort(all.begin(), all.end());
  std::vector<Length> out;
  for (const Length at : all)
    if (out.empty() || at - out.back() > near) out.push_back(at);
  return out;
}

std::size_t nearest(const std::vector<Length>& places, Length at) {
  auto next = std::lower_bound(places.begin(), places.end(), at);
  if (next == places.end()) return places.size() - 1;
  if (next != places.begin() && at - *(next - 1) < *next - at) --next;
  return static_cast<std::size_t>(next - places.begin());
}

/// The grid of one table: which pieces of its lines are drawn.
class Grid {
public:
  Grid(const std::vector<Segment>& level, const std::vector<Segment>& upright)
      : xs_(places(upright)), ys_(places(level)) {
    if (!usable()) return;
    level_drawn_.resize(ys_.size() * columns());
    upright_drawn_.resize(xs_.size() * rows());
    for (const Segment& s : level)
      mark(s, xs_,
           [&, y = nearest(ys_, s.at)](std::size_t x) { level_drawn_[y * columns() + x] = true; });
    for (const Segment& s : upright)
      mark(s, ys_,
           [&, x = nearest(xs_, s.at)](std::size_t y) { upright_drawn_[x * rows() + y] = true; });
  }
  bool usable() const {
    return xs_.size() > 1 && ys_.size() > 1 && rows() * columns() <= most_grid_cells;
  }
  Table table() const;

private:
  std::size_t rows() const { return ys_.size() - 1; }
  std::size_t columns() const { return xs_.size() - 1; }

  template <class Mark>
  static void mark(const Segment& s, const std::vector<Length>& along, const Mark& mark) {
    for (std::size_t i = 0; i + 1 < along.size(); ++i)
      if (along[i] >= s.from - near && along[i + 1] <= s.to + near) mark(i);
  }
  Sets joined() const;
  bool closed(const Cell& cell) const;

  std::vector<Length> xs_, ys_;
  std::vector<bool> level_drawn_;   ///< By line, then by column.
  std::vector<bool> upright_drawn_; ///< By line, then by row.
};

/// Neighbours with no rule between them are one.
Sets Grid::joined() const {
  Sets sets(rows() * columns());
  for (std::size_t y = 0; y < rows(); ++y)
    for (std::size_t x = 0; x < columns(); ++x) {
      const std::size_t at = y * columns() + x;
      if (x > 0 && !upright_drawn_[x * rows() + y]) sets.join(at, at - 1);
      if (y > 0 && !level_drawn_[y * columns() + x]) sets.join(at, at - columns());
    }
  return sets;
}

bool Grid::closed(const Cell& cell) const {
  const auto left = static_cast<std::size_t>(cell.column), top = static_cast<std::size_t>(cell.row);
  const std::size_t right = left + static_cast<std::size_t>(cell.column_span),
                    bottom = top + static_cast<std::size_t>(cell.row_span);
  for (std::size_t x = left; x < right; ++x)
    if (!level_drawn_[top * columns() + x] || !level_drawn_[bottom * columns() + x]) return false;
  for (std::size_t y = top; y < bottom; ++y)
    if (!upright_drawn_[left * rows() + y] || !upright_drawn_[right * rows() + y]) return false;
  return true;
}

Table Grid::table() const {
  Table table;
  table.rows = static_cast<int>(rows()), table.columns = static_cast<int>(columns());
  table.rect = {xs_.front(), ys_.front(), xs_.back() - xs_.front(), ys_.back() - ys_.front()};
  struct Region {
    std::size_t left = 0, top = 0, right = 0, bottom = 0, count = 0;
  };
  Sets sets = joined();
  std::map<std::size_t, Region> regions;
  for (std::size_t y = 0; y < rows(); ++y)
    for (std::size_t x = 0; x < columns(); ++x) {
      auto [at, fresh] = regions.try_emplace(sets.find(y * columns() + x));
      Region& r = at->second;
      if (fresh) r.left = x, r.top = y;
      r.left = std::min(r.left, x), r.right = std::max(r.right, x + 1);
      r.bottom = y + 1;
      ++r.count;
    }
  for (const auto& [root, r] : regions) {
    if (r.count != (r.right - r.left) * (r.bottom - r.top)) continue;
    Cell cell;
    cell.row = static_cast<int>(r.top), cell.column = static_cast<int>(r.left);
    cell.row_span = static_cast<int>(r.bottom - r.top);
    cell.column_span = static_cast<int>(r.right - r.left);
    cell.rect = {xs_[r.left], ys_[r.top], xs_[r.right] - xs_[r.left], ys_[r.bottom] - ys_[r.top]};
    if (closed(cell)) table.cells.push_back(cell);
  }
  std::sort(table.cells.begin(), table.cells.end(), [](const Cell& a, const Cell& b) {
    return std::pair(a.row, a.column) < std::pair(b.row, b.column);
  });
  return table;
}

} // namespace

std::vector<Table> tables_of(const std::vector<Rule>& rules, const std::vector<Box>& boxes) {
  const Segments all = segments_of(rules, boxes);
  if (all.level.size() > most_segments || all.upright.size() > most_segments) return {};
  const std::size_t levels = all.level.size();
  Sets sets(levels + all.upright.size());
  for (std::size_t i = 0; i < levels; ++i)
    for (std::size_t k = 0; k < all.upright.size(); ++k)
      if (meet(all.level[i], all.upright[k])) sets.join(i, levels + k);
  std::map<std::size_t, Segments> groups;
  for (std::size_t i = 0; i < levels; ++i) groups[sets.find(i)].level.push_back(all.level[i]);
  for (std::size_t k = 0; k < all.upright.size(); ++k)
    groups[sets.find(levels + k)].upright.push_back(all.upright[k]);
  std::vector<Table> tables;
  for (const auto& [root, group] : groups) {
    if (group.level.size() < 2 || group.upright.size() < 2) continue;
    const Grid grid(group.level, group.upright);
    if (!grid.usable()) continue;
    Table table = grid.table();
    if (!table.cells.empty()) tables.push_back(std::move(table));
  }
  std::stable_sort(tables.begin(), tables.end(), [](const Table& a, const Table& b) {
    return std::pair(a.rect.y, a.rect.x) < std::pair(b.rect.y, b.rect.x);
  });
  return tables;
}

} // namespace saraban::pdf::scan
