// Tables and boxes sorted by what they are for.
#include "pdf/detect/boxes.h"

#include <algorithm>

namespace saraban::pdf::detect {
namespace {

using scan::Cell;
using scan::ScannedPage;
using scan::Table;

constexpr Length smallest = points(5), largest_tick = points(24);
constexpr Length widest_comb = points(30), highest_comb = points(36);

bool inside(const Rect& rect, Point at) {
  return at.x >= rect.x && at.x <= rect.right() && at.y >= rect.y && at.y <= rect.bottom();
}

/// Whether text (its middle) stands in a rectangle.
bool has_text(const ScannedPage& page, const Rect& rect) {
  for (const scan::TextLine& line : page.lines) {
    const Length y = line.baseline - line.size / 4;
    if (y < rect.y || y > rect.bottom()) continue;
    for (const scan::Character& one : line.characters)
      if (!one.is_space() && inside(rect, {one.left + (one.right - one.left) / 2, y})) return true;
  }
  return false;
}

bool is_tick_box(const Rect& r) {
  return r.width >= smallest && r.height >= smallest && r.width <= largest_tick &&
         r.height <= largest_tick && r.width * 3 <= r.height * 4 && r.height * 3 <= r.width * 4;
}

/// One row of narrow, equal cells with nothing in them; two are so only when they are small.
bool is_comb(const ScannedPage& page, const Table& table) {
  if (table.rows != 1 || table.cells.size() < 2) return false;
  if (table.cells.size() == 2 && !is_tick_box(table.cells.front().rect)) return false;
  const Length width = table.cells.front().rect.width;
  return std::all_of(table.cells.begin(), table.cells.end(), [&](const Cell& cell) {
    const Length off = cell.rect.width - width;
    return cell.rect.width <= widest_comb && cell.rect.height <= highest_comb &&
           cell.rect.width >= smallest && off < points(3) && off > points(-3) &&
           !has_text(page, cell.rect);
  });
}

Piece piece(PieceKind kind, const Rect& rect) {
  Piece out;
  out.kind = kind;
  out.rect = rect;
  out.size = rect.height;
  return out;
}

bool alike(const Rect& a, const Rect& b) {
  const auto close = [](Length x, Length y) { return x - y < points(1.5) && y - x < points(1.5); };
  return close(a.y, b.y) && close(a.height, b.height) && close(a.width, b.width);
}

/// Boxes in a row, nothing between them or a hyphen: five or more, or any that touch, are a comb.
void gather_combs(std::vector<Piece>& choices, std::vector<Piece>& combs) {
  std::stable_sort(choices.begin(), choices.end(), [](const Piece& a, const Piece& b) {
    const Length off = a.rect.y - b.rect.y;
    if (off > points(2) || off < points(-2)) return off < Length{};
    return a.rect.x < b.rect.x;
  });
  std::vector<Piece> left;
  for (std::size_t i = 0; i < choices.size();) {
    std::size_t end = i + 1;
    bool touch = true;
    for (; end < choices.size() && alike(choices[i].rect, choices[end].rect); ++end) {
      const Length gap = choices[end].rect.x - choices[end - 1].rect.right();
      if (gap > choices[i].rect.width * 9 / 10 || choices[end].round) break;
      touch = touch && gap < points(1);
    }
    const std::size_t count = end - i;
    if (!choices[i].round && (count >= 5 || (count >= 2 && touch))) {
      Piece comb = piece(PieceKind::comb, choices[i].rect);
      for (std::size_t k = i; k < end; ++k) comb.boxes.push_back(choices[k].rect);
      comb.rect.width = comb.boxes.back().right() - comb.rect.x;
      combs.push_back(std::move(comb));
    } else {
      for (std::size_t k = i; k < end; ++k) left.push_back(choices[k]);
    }
    i = end;
  }
  choices = std::move(left);
}

void sort_table(const ScannedPage& page, std::size_t index, Boxes& out) {
  const Table& table = page.tables[index];
  if (table.cells.size() == 1 && is_tick_box(table.cells.front().rect)) {
    out.choices.push_back(piece(PieceKind::choice, table.cells.front().rect));
    return;
  }
  if (is_comb(page, table)) {
    for (const Cell& cell : table.cells)
      out.choices.push_back(piece(PieceKind::choice, cell.rect)); // gathered with its neighbours
    return;
  }
  for (const Cell& cell : table.cells) out.cells.push_back({cell, index, "", false});
}

} // namespace

Boxes boxes_of(const ScannedPage& page) {
  Boxes out;
  for (std::size_t i = 0; i < page.tables.size(); ++i) sort_table(page, i, out);
  for (const scan::Box& box : page.rounds) {
    if (!is_tick_box(box.rect) || has_text(page, box.rect)) continue;
    out.choices.push_back(piece(PieceKind::choice, box.rect));
    out.choices.back().round = true;
  }
  gather_combs(out.choices, out.combs);
  return out;
}

int cell_at(const std::vector<PlacedCell>& cells, Point at) {
  int found = -1;
  Length smallest_width;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Rect& rect = cells[i].cell.rect;
    if (!inside(rect, at) || (found >= 0 && rect.width >= smallest_width)) continue;
    found = static_cast<int>(i), smallest_width = rect.width;
  }
  return found;
}

} // namespace saraban::pdf::detect
