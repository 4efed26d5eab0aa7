// Rows of a table: cells laid side by side, the highest decides.
#include "layout/table_rows.h"

#include "layout/measure.h"

#include <algorithm>

namespace saraban::layout {

namespace {

constexpr Length narrowest_cell = twips(20);

const OpenCell* find_open(const std::vector<OpenCell>& open, std::size_t row, std::size_t cell) {
  for (const OpenCell& one : open)
    if (one.row == row && one.cell == cell) return &one;
  return nullptr;
}

Length vertical_margins(const TableGrid& grid, const document::Cell& cell) {
  const Sides insets = insets_of(grid, cell);
  return insets.top + insets.bottom;
}

/// How wide a turned cell's lines are: as high as the row is said to be, else as the text needs.
Length turned_width(const TableGrid& grid, std::size_t row, const document::Cell& cell,
                    Context& context) {
  Length height;
  for (std::size_t r = row; r < row + grid.rows_of(row, cell); ++r)
    if (grid.table->rows[r].height_rule != document::LineRule::multiple)
      height += grid.table->rows[r].height;
  if (height == Length{}) return measure_blocks(cell.blocks, context).maximum + twips(20);
  return std::max(height - vertical_margins(grid, cell), narrowest_cell);
}

/// One cell of the row into `laid`; the height it needs, margins included.
Length lay_cell(const TableGrid& grid, std::size_t index, const Position& from, const RowRoom& room,
                LaidRow& laid, Context& context) {
  const std::size_t row = laid.piece.row;
  const document::Cell& cell = grid.table->rows[row].cells[index];
  const Length top = room.top + laid.piece.line_above;
  Length height = room.height;
  if (height < unbounded) height -= laid.piece.line_above;
  Region region = cell_region(grid, cell, room.region, top, height);
  const bool turned = cell.direction != document::TextDirection::horizontal;
  if (turned) {
    region.width = turned_width(grid, row, cell, context);
    region.height = unbounded;
  }
  Filled filled = fill(cell.blocks, from, region, context);
  if (filled.empty && filled.stop != Stop::finished) laid.taken = false;
  if (filled.stop != Stop::finished) laid.rest.push_back({row, index, filled.next});
  laid.notes.insert(laid.notes.end(), filled.notes.begin(), filled.notes.end());
  const Length needed = turned ? region.width : filled.fragment.size.height;
  laid.piece.cells.push_back({index, std::move(filled)});
  return needed + vertical_margins(grid, cell);
}

/// Cells that began above and end in this row want their rest placed.
Length wanted_by_spans(const TableGrid& grid, std::size_t row, const TablePosition& from,
                       const RowRoom& room, Context& context) {
  Length most;
  for (std::size_t column = 0; column < grid.columns;) {
    const CellPlace& place = grid.place(row, column);
    const document::Cell* cell = grid.cell_at(row, column);
    const std::size_t span = cell ? static_cast<std::size_t>(std::max(cell->column_span, 1)) : 1;
    column += span;
    if (!cell || grid.rows_of(place.row, *cell) == 1) continue;
    if (place.row + grid.rows_of(place.row, *cell) != row + 1) continue;
    const OpenCell* open = find_open(from.open, place.row, place.cell);
    const Length top = place.row == row ? room.top : room.top_of(place.row);
    const Length needed =
        content_height(grid, *cell, open ? open->position : Position{}, room.region, top, context);
    most = std::max(most, top + needed - room.top);
  }
  return most;
}

} // namespace

Region cell_region(const TableGrid& grid, const document::Cell& cell, const Region& table,
                   Length top, Length height) {
  Region region;
  const Sides insets = insets_of(grid, cell);
  const Length left = grid.left + grid.cell_left(cell) + insets.left;
  region.width = std::max(grid.cell_right(cell) - grid.cell_left(cell) - insets.left - insets.right,
                          narrowest_cell);
  region.height = height < unbounded ? height - vertical_margins(grid, cell) : unbounded;
  region.origin = table.origin + Point{left, top + insets.top};
  region.around = table.around;
  region.around.in_cell = true;
  region.around.column = {region.origin.x, region.origin.y, region.width, Length{}};
  region.overflow = height < unbounded ? Overflow::forbidden : Overflow::allowed;
  region.depth = table.depth + 1;
  return region;
}

Length content_height(const TableGrid& grid, const document::Cell& cell, const Position& from,
                      const Region& table, Length top, Context& context) {
  Region region = cell_region(grid, cell, table, top, unbounded);
  if (cell.direction != document::TextDirection::horizontal) return {};
  return fill(cell.blocks, from, region, context).fragment.size.height +
         vertical_margins(grid, cell);
}

LaidRow lay_row(const std::shared_ptr<const TableGrid>& grid, const TablePosition& from,
                const RowRoom& room, Context& context) {
  const document::Row& row = grid->table->rows[from.row];
  LaidRow laid;
  laid.piece.grid = grid;
  laid.piece.row = from.row;
  laid.piece.starts = !from.inside_row;
  laid.piece.line_above = line_above_thickness(*grid, from.row);
  laid.piece.open_before = from.open;
  Length height;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const document::Cell& cell = row.cells[i];
    if (cell.row_span <= 0 || grid->rows_of(from.row, cell) > 1) continue;
    const OpenCell* open = find_open(from.open, from.row, i);
    if (from.inside_row && !open) continue;
    height = std::max(height,
                      lay_cell(*grid, i, open ? open->position : Position{}, room, laid, context));
  }
  height += laid.piece.line_above;
  const bool bounded = room.height < unbounded;
  if (!bounded) height = std::max(height, wanted_by_spans(*grid, from.row, from, room, context));
  if (!from.inside_row && row.height_rule == document::LineRule::at_least && !bounded)
    height = std::max(height, row.height);
  if (!from.inside_row && row.height_rule == document::LineRule::exact) height = row.height;
  if (bounded) height = std::min(height, std::max(room.height, Length{}));
  laid.piece.height = std::max(height, Length{});
  laid.piece.ends = laid.rest.empty();
  return laid;
}

} // namespace saraban::layout
