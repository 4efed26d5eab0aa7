// Rows that stand together on a page become ink.
#include "layout/table_paint.h"

#include "layout/cache.h"

#include <algorithm>

namespace saraban::layout {

namespace {

struct Painter {
  const std::vector<PlacedRow>& rows;
  const Region& region;
  TableEnds ends;
  Context& context;
  const TableGrid& grid;
  PaintedTable painted;

  Length bottom_of(std::size_t i) const { return rows[i].top + rows[i].piece->height; }
  std::size_t row_of(std::size_t i) const { return rows[i].piece->row; }
};

/// The last of the placed rows that the cell beginning in `row` covers, when it is placed from `i`.
std::size_t last_covered(const Painter& p, std::size_t i, std::size_t row,
                         const document::Cell& cell) {
  const std::size_t end = row + p.grid.rows_of(row, cell);
  std::size_t last = i;
  while (last + 1 < p.rows.size() && p.row_of(last + 1) < end &&
         p.rows[last + 1].piece->repeated == p.rows[i].piece->repeated)
    ++last;
  return last;
}

Rect cell_rect(const Painter& p, const document::Cell& cell, std::size_t first, std::size_t last) {
  const Length left = p.grid.left + p.grid.cell_left(cell);
  const Length right = p.grid.left + p.grid.cell_right(cell);
  return {left, p.rows[first].top, right - left, p.bottom_of(last) - p.rows[first].top};
}

/// Turns a cell's content by 90 degrees into its rectangle (ECMA-376 17.4.72).
void turn(Fragment& fragment, document::TextDirection direction, const Rect& rect, Length width) {
  const auto x = [](Length l) { return static_cast<double>(l.emu); };
  page::Transform transform;
  const Length thick = fragment.size.height;
  if (direction == document::TextDirection::bottom_to_top)
    transform.matrix = {
        0, -1, 1, 0, x(rect.x + (rect.width - thick) / 2), x(rect.y + (rect.height + width) / 2)};
  else
    transform.matrix = {
        0, 1, -1, 0, x(rect.x + (rect.width + thick) / 2), x(rect.y + (rect.height - width) / 2)};
  fragment.items.insert(fragment.items.begin(), transform);
  fragment.items.push_back(page::Restore{});
}

Length shift(const document::Cell& cell, Length room, Length content) {
  const Length free = std::max(room - content, Length{});
  if (cell.vertical_alignment == document::VerticalAlignment::center) return free / 2;
  if (cell.vertical_alignment == document::VerticalAlignment::bottom) return free;
  return {};
}

/// Rows of exact height cut off what is too high for them.
void clip(Fragment& fragment, const Rect& rect, const Sides& margins) {
  page::Transform transform;
  transform.clip = Rect{-margins.left, {}, rect.width, rect.height};
  fragment.items.insert(fragment.items.begin(), std::move(transform));
  fragment.items.push_back(page::Restore{});
}

void place_content(Painter& p, const document::Cell& cell, Filled&& filled, const Rect& rect,
                   const RowPiece& row) {
  const Length line_above = row.line_above;
  const bool clips = p.grid.table->rows[row.row].height_rule == document::LineRule::exact &&
                     std::max(cell.row_span, 1) == 1;
  p.painted.notes.insert(p.painted.notes.end(), filled.notes.begin(), filled.notes.end());
  if (cell.direction != document::TextDirection::horizontal) {
    const Length width = filled.fragment.size.width;
    turn(filled.fragment, cell.direction, rect, width);
    append(p.painted.fragment, std::move(filled.fragment), {});
    return;
  }
  const Sides insets = insets_of(p.grid, cell);
  const Length room = rect.height - line_above - insets.top - insets.bottom;
  if (clips && filled.fragment.size.height > room) clip(filled.fragment, rect, insets);
  const Length down = shift(cell, room, filled.fragment.size.height);
  append(p.painted.fragment, std::move(filled.fragment),
         {rect.x + insets.left, rect.y + line_above + insets.top + down});
}

const OpenCell* open_at(const std::vector<OpenCell>& open, std::size_t row, std::size_t cell) {
  for (const OpenCell& one : open)
    if (one.row == row && one.cell == cell) return &one;
  return nullptr;
}

/// A cell over several rows: laid now, in the rows that are here.
void paint_span(Painter& p, std::size_t i, std::size_t row, std::size_t index) {
  const document::Cell& cell = p.grid.table->rows[row].cells[index];
  const std::size_t last = last_covered(p, i, row, cell);
  const Rect rect = cell_rect(p, cell, i, last);
  const bool complete =
      p.row_of(last) + 1 == row + p.grid.rows_of(row, cell) && p.rows[last].piece->ends;
  const bool bounded = !complete && p.ends == TableEnds::later && !p.rows[i].piece->repeated;
  const Length line = p.rows[i].piece->line_above;
  const OpenCell* open = open_at(p.rows[i].piece->open_before, row, index);
  Region region =
      cell_region(p.grid, cell, p.region, rect.y + line, bounded ? rect.height - line : unbounded);
  const bool first_here = i == 0 || (p.rows[i - 1].piece->repeated && !p.rows[i].piece->repeated);
  if (first_here) region.overflow = p.region.overflow; // Something is taken at a page's top.
  if (cell.direction != document::TextDirection::horizontal) {
    region.width = std::max(rect.height - cell.margins.top - cell.margins.bottom, twips(20));
    region.height = unbounded;
  }
  Filled filled = fill(cell.blocks, open ? open->position : Position{}, region, p.context);
  if (bounded) p.painted.open.push_back({row, index, filled.next});
  place_content(p, cell, std::move(filled), rect, *p.rows[i].piece);
}

void begin_tag(Painter& p, page::Role role, const void* part, const document::Cell* cell) {
  page::TagBegin tag;
  tag.role = role;
  tag.id = tag_of(part, p.context);
  if (cell) {
    tag.row_span = std::max(cell->row_span, 1);
    tag.column_span = std::max(cell->column_span, 1);
  }
  p.painted.fragment.items.push_back(std::move(tag));
}

void end_tag(Painter& p) {
  p.painted.fragment.items.push_back(page::TagEnd{});
}

/// A cell over several rows goes on at the top of a page: its first placed row shows it.
bool goes_on(const Painter& p, std::size_t i, const CellPlace& place) {
  const RowPiece& piece = *p.rows[i].piece;
  const bool first_body_row = !piece.repeated && (i == 0 || p.rows[i - 1].piece->repeated) &&
                              (place.row < piece.row || !piece.starts);
  return first_body_row && open_at(piece.open_before, place.row, place.cell);
}

void paint_row(Painter& p, std::size_t i) {
  RowPiece& piece = *p.rows[i].piece;
  const document::Row& row = p.grid.table->rows[piece.row];
  begin_tag(p, page::Role::row, &row, nullptr);
  const page::Role role = row.repeat_header ? page::Role::header_cell : page::Role::cell;
  for (CellPart& part : piece.cells) {
    const document::Cell& cell = row.cells[part.cell];
    begin_tag(p, role, &cell, &cell);
    place_content(p, cell, std::move(part.filled), cell_rect(p, cell, i, i), piece);
    end_tag(p);
  }
  std::size_t previous = p.grid.columns;
  for (std::size_t column = 0; column < p.grid.columns; ++column) {
    const CellPlace& place = p.grid.place(piece.row, column);
    const document::Cell* cell = p.grid.cell_at(piece.row, column);
    if (!cell || p.grid.rows_of(place.row, *cell) == 1) continue;
    if (previous != p.grid.columns && p.grid.place(piece.row, previous) == place) continue;
    previous = column;
    const bool begins = place.row == piece.row && piece.starts;
    if (!begins && !goes_on(p, i, place)) continue;
    begin_tag(p, role, cell, cell);
    paint_span(p, i, place.row, place.cell);
    end_tag(p);
  }
  end_tag(p);
}

/// A cell seen in the placed row `i`: its rectangle below the gap above it.
Rect ink_rect(const Painter& p, const document::Cell& cell, std::size_t first, std::size_t last) {
  Rect rect = cell_rect(p, cell, first, last);
  if (p.grid.gap == Length{}) return rect;
  const Length gap = p.rows[first].piece->line_above;
  rect.y += gap, rect.height = std::max(rect.height - gap, Length{});
  return rect;
}

/// Calls `see(i, column, cell)` for every cell of every placed row, once in each row.
template <class See>
void each_cell(const Painter& p, See see) {
  for (std::size_t i = 0; i < p.rows.size(); ++i)
    for (std::size_t column = 0; column < p.grid.columns; ++column) {
      const document::Cell* cell = p.grid.cell_at(p.row_of(i), column);
      if (cell && (column == 0 || p.grid.cell_at(p.row_of(i), column - 1) != cell))
        see(i, column, *cell);
    }
}

/// Whether the cell at a place shows its upper edge in the placed row `i`.
bool begins_at(const Painter& p, std::size_t i, std::size_t column) {
  return i == 0 || p.row_of(i) == p.grid.place(p.row_of(i), column).row ||
         p.rows[i - 1].piece->repeated;
}

void paint_backgrounds(Painter& p) {
  each_cell(p, [&p](std::size_t i, std::size_t column, const document::Cell& cell) {
    if (!cell.background) return;
    const bool apart = p.grid.gap > Length{};
    if (apart && !begins_at(p, i, column)) return;
    const std::size_t row = p.grid.place(p.row_of(i), column).row;
    const std::size_t last = apart ? last_covered(p, i, row, cell) : i;
    p.painted.fragment.items.push_back(page::Fill{ink_rect(p, cell, i, last), *cell.background});
  });
}

/// A line of the grid under way: joined with its neighbours while they are equal.
struct RunningLine {
  document::Border border;
  Point from, to;
};

void extend(Painter& p, RunningLine& line, const document::Border& border, Point from, Point to) {
  if (border && line.border == border && line.to == from) {
    line.to = to;
    return;
  }
  draw_border(p.painted.fragment.items, line.border, line.from, line.to);
  line = {border, from, to};
}

Length edge_x(const Painter& p, std::size_t column) {
  const bool mirrored = p.grid.table->direction == document::Direction::right_to_left;
  return p.grid.left + (mirrored ? p.grid.width() - p.grid.edges[column] : p.grid.edges[column]);
}

/// Inside a merged cell that a page break cuts, the cell's own line closes it.
document::Border line_at(const Painter& p, std::size_t i, std::size_t column, bool below) {
  const std::size_t row = p.row_of(i) + (below ? 1 : 0);
  const document::Border line = line_above(p.grid, row, column);
  if (line || p.grid.table->border_model == document::BorderModel::separate) return line;
  const bool first = i == 0 || (p.rows[i - 1].piece->repeated && !p.rows[i].piece->repeated);
  const bool at_end = below ? i + 1 == p.rows.size() : first;
  const document::Cell* cell = p.grid.cell_at(p.row_of(i), column);
  if (!at_end || !cell) return {};
  return below ? cell->borders.bottom : cell->borders.top;
}

void paint_horizontal(Painter& p, std::size_t i, bool below) {
  RunningLine line;
  const Length y = below ? p.bottom_of(i) : p.rows[i].top;
  for (std::size_t column = 0; column < p.grid.columns; ++column) {
    const document::Border border = line_at(p, i, column, below);
    const Length half = thickness(border) / 2;
    const Point from{edge_x(p, column), y + half}, to{edge_x(p, column + 1), y + half};
    extend(p, line, border, from, to);
  }
  extend(p, line, {}, {}, {});
}

void paint_vertical(Painter& p, std::size_t column, Length below) {
  RunningLine line;
  for (std::size_t i = 0; i < p.rows.size(); ++i) {
    const document::Border border = line_left(p.grid, p.row_of(i), column);
    const Length end = i + 1 < p.rows.size() ? p.rows[i + 1].top : p.bottom_of(i) + below;
    const Length x = edge_x(p, column);
    extend(p, line, border, {x, p.rows[i].top}, {x, end});
  }
  extend(p, line, {}, {}, {});
}

/// Lines along the inside of `rect`.
void draw_within(Painter& p, document::Borders lines, const Rect& rect) {
  lines.top.space = lines.right.space = lines.bottom.space = lines.left.space = {};
  const Length left = thickness(lines.left), top = thickness(lines.top);
  draw_box(p.painted.fragment.items, lines,
           {rect.x + left, rect.y + top, rect.width - left - thickness(lines.right),
            rect.height - top - thickness(lines.bottom)});
}

/// BorderModel::separate: every cell's own lines within it.
void paint_own_lines(Painter& p) {
  each_cell(p, [&p](std::size_t i, std::size_t column, const document::Cell& cell) {
    if (!begins_at(p, i, column)) return;
    const std::size_t row = p.grid.place(p.row_of(i), column).row;
    draw_within(p, cell.borders, ink_rect(p, cell, i, last_covered(p, i, row, cell)));
  });
}

/// Round cells that stand apart: the table's own lines.
void paint_outline(Painter& p, Length below) {
  if (p.grid.gap == Length{}) return;
  const Length top = p.rows.front().top;
  draw_within(p, p.grid.table->borders,
              {p.grid.left, top, p.grid.width(), p.bottom_of(p.rows.size() - 1) + below - top});
}

/// w:tl2br and w:tr2bl (ECMA-376 17.4.73, 17.4.79): from corner to corner of the cell.
void paint_diagonals(Painter& p) {
  each_cell(p, [&p](std::size_t i, std::size_t column, const document::Cell& cell) {
    if ((!cell.borders.down && !cell.borders.up) || !begins_at(p, i, column)) return;
    const std::size_t row = p.grid.place(p.row_of(i), column).row;
    const Rect rect = ink_rect(p, cell, i, last_covered(p, i, row, cell));
    auto& items = p.painted.fragment.items;
    draw_diagonal(items, cell.borders.down, {rect.x, rect.y}, {rect.right(), rect.bottom()});
    draw_diagonal(items, cell.borders.up, {rect.x, rect.bottom()}, {rect.right(), rect.y});
  });
}

Length paint_lines(Painter& p) {
  const std::size_t last = p.rows.size() - 1;
  Length below;
  for (std::size_t column = 0; column < p.grid.columns; ++column)
    below = std::max(below, thickness(line_at(p, last, column, true)));
  if (p.grid.gap > Length{}) below = p.grid.gap + thickness(p.grid.table->borders.bottom);
  p.painted.fragment.items.push_back(page::TagBegin{page::Role::artifact, 0, {}, 1, 1});
  for (std::size_t i = 0; i < p.rows.size(); ++i) paint_horizontal(p, i, false);
  paint_horizontal(p, last, true);
  for (std::size_t column = 0; column <= p.grid.columns; ++column) paint_vertical(p, column, below);
  if (p.grid.table->border_model == document::BorderModel::separate) paint_own_lines(p);
  paint_outline(p, below);
  paint_diagonals(p);
  end_tag(p);
  return below;
}

} // namespace

PaintedTable paint_table(std::vector<PlacedRow> rows, const Region& region, TableEnds ends,
                         Context& context) {
  if (rows.empty()) return {};
  Painter p{rows, region, ends, context, *rows.front().piece->grid, {}};
  p.painted.fragment.items.push_back(page::TagBegin{page::Role::artifact, 0, {}, 1, 1});
  paint_backgrounds(p);
  end_tag(p);
  begin_tag(p, page::Role::table, p.grid.table, nullptr);
  for (std::size_t i = 0; i < rows.size(); ++i) paint_row(p, i);
  end_tag(p);
  const Length below = paint_lines(p);
  p.painted.fragment.size = {region.width, p.bottom_of(rows.size() - 1) + below};
  return std::move(p.painted);
}

} // namespace saraban::layout
