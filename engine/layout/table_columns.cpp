// Widths of a table's columns: fixed and automatic layout as Word computes them.
#include "layout/table_columns.h"

#include <algorithm>
#include <numeric>

namespace saraban::layout {

namespace {

using document::Width;
using document::WidthKind;

constexpr Length widest = twips(31680); ///< 22 inches: nothing in Word is wider.

Length total(const std::vector<Length>& widths) {
  return std::accumulate(widths.begin(), widths.end(), Length{});
}

Length clamp_width(Length width) {
  return std::clamp(width, Length{}, widest * 4);
}

std::optional<Length> resolve(const Width& width, Length whole) {
  if (width.kind == WidthKind::length && width.length > Length{}) return clamp_width(width.length);
  if (width.kind == WidthKind::percent && width.percent_50ths > 0)
    return clamp_width(whole.scaled(width.percent_50ths, 5000));
  return std::nullopt;
}

/// Adds `amount` (perhaps negative) over columns in proportion to `shares`; rounding goes left.
void distribute(std::vector<Length>& widths, const std::vector<Length>& shares, Length amount) {
  std::int64_t rest = total(shares).emu;
  Length left = amount;
  for (std::size_t i = 0; i < widths.size() && rest > 0; ++i) {
    const auto part =
        static_cast<std::int64_t>(static_cast<double>(left.emu) *
                                  (static_cast<double>(shares[i].emu) / static_cast<double>(rest)));
    widths[i] += Length{part};
    left -= Length{part};
    rest -= shares[i].emu;
  }
}

struct Column {
  Length minimum, desired;
  bool preferred = false;
};

/// What cells over several columns need beyond their columns is spread over those.
void widen(std::vector<Column>& columns, const ColumnWish& wish) {
  Length minimum, desired;
  bool all_preferred = true;
  for (std::size_t i = wish.first; i < wish.first + wish.count; ++i) {
    minimum += columns[i].minimum;
    desired += columns[i].desired;
    all_preferred = all_preferred && columns[i].preferred;
  }
  const Length wanted = wish.preferred ? std::max(*wish.preferred, wish.minimum) : wish.maximum;
  const auto count = static_cast<std::int64_t>(wish.count);
  for (std::size_t i = wish.first; i < wish.first + wish.count; ++i) {
    if (wish.minimum > minimum) columns[i].minimum += (wish.minimum - minimum) / count;
    if (wanted > desired && !all_preferred) columns[i].desired += (wanted - desired) / count;
    columns[i].desired = std::max(columns[i].desired, columns[i].minimum);
  }
}

std::vector<Column> ask(std::size_t count, const std::vector<ColumnWish>& wishes) {
  std::vector<Column> columns(count);
  for (const ColumnWish& wish : wishes) {
    if (wish.count != 1) continue;
    Column& column = columns[wish.first];
    column.minimum = std::max(column.minimum, wish.minimum);
    if (wish.preferred && !column.preferred) {
      column.preferred = true;
      column.desired = *wish.preferred;
    } else if (wish.preferred) {
      column.desired = std::max(column.desired, *wish.preferred);
    } else if (!column.preferred) {
      column.desired = std::max(column.desired, wish.maximum);
    }
  }
  for (Column& column : columns) column.desired = std::max(column.desired, column.minimum);
  for (const ColumnWish& wish : wishes)
    if (wish.count > 1) widen(columns, wish);
  return columns;
}

std::vector<Length> grow(const std::vector<Column>& columns, std::vector<Length> widths,
                         Length target) {
  std::vector<Length> shares;
  const bool some_automatic =
      std::any_of(columns.begin(), columns.end(), [](const Column& c) { return !c.preferred; });
  for (const Column& column : columns)
    shares.push_back(some_automatic && column.preferred ? Length{}
                                                        : std::max(column.desired, Length{1}));
  distribute(widths, shares, target - total(widths));
  return widths;
}

/// Takes from what columns have beyond their minimum; when that is not enough, from all.
std::vector<Length> shrink(const std::vector<Column>& columns, std::vector<Length> widths,
                           Length target) {
  std::vector<Length> slack, minimums;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    slack.push_back(std::max(widths[i] - columns[i].minimum, Length{}));
    minimums.push_back(columns[i].minimum);
  }
  const Length excess = total(widths) - target;
  if (total(slack) >= excess) {
    distribute(widths, slack, -excess);
    return widths;
  }
  distribute(minimums, std::vector<Length>(minimums), target - total(minimums));
  for (Length& width : minimums) width = std::max(width, Length{});
  return minimums;
}

std::size_t column_count(const document::Table& table) {
  std::size_t count = std::min<std::size_t>(table.grid.size(), 63);
  for (const document::Row& row : table.rows)
    for (const document::Cell& cell : row.cells) {
      const int end = std::clamp(cell.column, 0, 1023) + std::clamp(cell.column_span, 1, 1024);
      count = std::max(count, static_cast<std::size_t>(std::min(end, 1024)));
    }
  return count;
}

std::vector<ColumnWish> wishes_of(const document::Table& table, Length whole,
                                  const MeasureCell& measure) {
  std::vector<ColumnWish> wishes;
  for (const document::Row& row : table.rows) {
    for (const document::Cell& cell : row.cells) {
      ColumnWish wish;
      wish.first = static_cast<std::size_t>(std::clamp(cell.column, 0, 1023));
      wish.count = static_cast<std::size_t>(std::max(cell.column_span, 1));
      wish.count = std::min<std::size_t>(wish.count, 1024 - wish.first);
      wish.preferred = resolve(cell.width, whole);
      if (cell.row_span > 0) {
        const ContentWidths content = measure(cell);
        const Length margins = cell.margins.left + cell.margins.right;
        wish.minimum = content.minimum + margins + row.cell_spacing;
        wish.maximum = content.maximum + margins + row.cell_spacing;
        if (cell.no_wrap && !wish.preferred) wish.minimum = wish.maximum;
      }
      wishes.push_back(wish);
    }
  }
  return wishes;
}

/// Fixed layout: the grid, where a cell's own width does not say otherwise; the first row that says
/// something about a column wins.
std::vector<Length> fixed_columns(const document::Table& table, std::size_t count, Length whole) {
  std::vector<Length> widths(count);
  std::vector<bool> known(count, false);
  for (std::size_t i = 0; i < count; ++i) {
    if (i < table.grid.size()) widths[i] = clamp_width(table.grid[i]);
  }
  for (const document::Row& row : table.rows) {
    for (const document::Cell& cell : row.cells) {
      const std::optional<Length> width = resolve(cell.width, whole);
      const auto column = static_cast<std::size_t>(std::clamp(cell.column, 0, 1023));
      if (!width || cell.column_span != 1 || column >= count || known[column]) continue;
      widths[column] = *width;
      known[column] = true;
    }
  }
  return widths;
}

/// Columns share the table's width as the grid says (ODF 1.3 Part 3, 20.341
/// style:rel-column-width); 100 % reaches from one indent to the other.
std::vector<Length> shared_columns(const document::Table& table, std::size_t count,
                                   Length available) {
  const bool whole = table.width.kind == WidthKind::percent && table.width.percent_50ths == 5000;
  const Length room = available - table.indent - table.indent_end;
  const Length width =
      std::max(whole ? room : resolve(table.width, available).value_or(room), Length{});
  std::vector<Length> shares(count, Length{1}), widths(count);
  for (std::size_t i = 0; i < std::min(count, table.grid.size()); ++i)
    shares[i] = std::clamp(table.grid[i], Length{1}, twips(1'000'000));
  distribute(widths, shares, clamp_width(width));
  return widths;
}

/// The table's cell margins: how far a table reaches out of the text on both sides.
Length outer_margins(const document::Table& table) {
  if (table.indent_to_border || table.rows.empty() || table.rows.front().cells.empty()) return {};
  return table.rows.front().cells.front().margins.left +
         table.rows.front().cells.back().margins.right;
}

} // namespace

std::vector<Length> fit_columns(const std::vector<Length>& stored,
                                const std::vector<ColumnWish>& wishes, std::optional<Length> target,
                                Length available) {
  const std::vector<Column> columns = ask(stored.size(), wishes);
  std::vector<Length> widths;
  for (std::size_t i = 0; i < columns.size(); ++i) widths.push_back(columns[i].desired);
  const Length goal = target.value_or(std::min(total(widths), available));
  if (total(widths) < goal) return grow(columns, std::move(widths), goal);
  if (total(widths) > goal) return shrink(columns, std::move(widths), goal);
  return widths;
}

std::vector<Length> column_widths(const document::Table& table, Length available,
                                  const MeasureCell& measure) {
  const std::size_t count = column_count(table);
  const Length whole = available + outer_margins(table);
  const std::optional<Length> target = resolve(table.width, whole);
  if (table.grid_is_shares) return shared_columns(table, count, available);
  if (table.fixed_layout) {
    std::vector<Length> widths = fixed_columns(table, count, target.value_or(whole));
    if (total(widths) == Length{} && count > 0)
      widths.assign(count, target.value_or(whole) / static_cast<std::int64_t>(count));
    return widths;
  }
  std::vector<Length> stored(count);
  std::copy_n(table.grid.begin(), std::min(count, table.grid.size()), stored.begin());
  return fit_columns(stored, wishes_of(table, target.value_or(whole), measure), target, whole);
}

Length table_left(const document::Table& table, Length width, Length available) {
  if (table.alignment == document::Alignment::center) return (available - width) / 2;
  const bool right_to_left = table.direction == document::Direction::right_to_left;
  const bool at_end = (table.alignment == document::Alignment::end) != right_to_left;
  if (at_end && table.alignment == document::Alignment::end) return available - width;
  Length margin;
  if (!table.indent_to_border && !table.rows.empty() && !table.rows.front().cells.empty())
    margin = table.rows.front().cells.front().margins.left;
  if (at_end) return available - width - table.indent + margin;
  return table.indent - margin;
}

} // namespace saraban::layout
