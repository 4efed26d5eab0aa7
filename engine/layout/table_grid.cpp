// A table's geometry: columns, covered places, resolved lines.
#include "layout/table_grid.h"

#include <algorithm>

namespace saraban::layout {

namespace {

std::size_t first_column(const TableGrid& grid, const document::Cell& cell) {
  return std::min<std::size_t>(static_cast<std::size_t>(std::max(cell.column, 0)), grid.columns);
}

std::size_t end_column(const TableGrid& grid, const document::Cell& cell) {
  const auto span = static_cast<std::size_t>(std::max(cell.column_span, 1));
  return std::min(first_column(grid, cell) + span, grid.columns);
}

/// Half the gap beside another cell, all of it and the table's line at the table's edge.
Length start_edge(const TableGrid& grid, const document::Cell& cell) {
  const std::size_t column = first_column(grid, cell);
  if (grid.gap == Length{}) return grid.edges[column];
  const Length outer = grid.gap + thickness(grid.table->borders.left);
  return grid.edges[column] + (column == 0 ? outer : grid.gap / 2);
}

Length end_edge(const TableGrid& grid, const document::Cell& cell) {
  const std::size_t column = end_column(grid, cell);
  if (grid.gap == Length{}) return grid.edges[column];
  const Length outer = grid.gap + thickness(grid.table->borders.right);
  return grid.edges[column] - (column == grid.columns ? outer : grid.gap / 2);
}

Length widest_gap(const document::Table& table) {
  Length gap;
  for (const document::Row& row : table.rows) gap = std::max(gap, row.cell_spacing);
  return gap;
}

void cover(TableGrid& grid, std::size_t row, std::size_t index) {
  const document::Cell& cell = grid.table->rows[row].cells[index];
  if (cell.row_span <= 0) return;
  const std::size_t end = row + grid.rows_of(row, cell);
  for (std::size_t r = row; r < end; ++r) {
    for (std::size_t c = first_column(grid, cell); c < end_column(grid, cell); ++c) {
      CellPlace& place = grid.places[r * grid.columns + c];
      if (!place.covered)
        place = {static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(index), true};
    }
  }
}

std::size_t header_rows(const document::Table& table) {
  std::size_t count = 0;
  while (count < table.rows.size() && table.rows[count].repeat_header) ++count;
  return count == table.rows.size() ? 0 : count;
}

} // namespace

const document::Cell* TableGrid::cell_at(std::size_t row, std::size_t column) const {
  if (row >= table->rows.size() || column >= columns) return nullptr;
  const CellPlace& at = place(row, column);
  return at.covered ? &table->rows[at.row].cells[at.cell] : nullptr;
}

Length TableGrid::cell_left(const document::Cell& cell) const {
  if (table->direction == document::Direction::right_to_left)
    return width() - end_edge(*this, cell);
  return start_edge(*this, cell);
}

Length TableGrid::cell_right(const document::Cell& cell) const {
  if (table->direction == document::Direction::right_to_left)
    return width() - start_edge(*this, cell);
  return end_edge(*this, cell);
}

std::size_t TableGrid::rows_of(std::size_t row, const document::Cell& cell) const {
  const std::size_t below = table->rows.size() - row;
  return std::clamp<std::size_t>(static_cast<std::size_t>(std::max(cell.row_span, 1)), 1, below);
}

std::shared_ptr<const TableGrid> make_grid(const document::Table& table, Length available,
                                           const MeasureCell& measure) {
  auto grid = std::make_shared<TableGrid>();
  grid->table = &table;
  const std::vector<Length> widths = column_widths(table, available, measure);
  grid->columns = widths.size();
  grid->edges.push_back({});
  for (const Length width : widths) grid->edges.push_back(grid->edges.back() + width);
  grid->left = table_left(table, grid->width(), available);
  grid->header_rows = header_rows(table);
  grid->gap = widest_gap(table);
  grid->places.resize(table.rows.size() * grid->columns);
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    for (std::size_t i = 0; i < table.rows[row].cells.size(); ++i) cover(*grid, row, i);
  return grid;
}

Sides insets_of(const TableGrid& grid, const document::Cell& cell) {
  if (grid.table->border_model != document::BorderModel::separate) return cell.margins;
  return {cell.margins.top + thickness(cell.borders.top),
          cell.margins.right + thickness(cell.borders.right),
          cell.margins.bottom + thickness(cell.borders.bottom),
          cell.margins.left + thickness(cell.borders.left)};
}

document::Border line_above(const TableGrid& grid, std::size_t row, std::size_t column) {
  if (grid.table->border_model == document::BorderModel::separate) return {};
  const document::Cell* above = row > 0 ? grid.cell_at(row - 1, column) : nullptr;
  const document::Cell* below = grid.cell_at(row, column);
  if (above == below) return {};
  return stronger(above ? above->borders.bottom : document::Border{},
                  below ? below->borders.top : document::Border{});
}

document::Border line_left(const TableGrid& grid, std::size_t row, std::size_t column) {
  if (grid.table->border_model == document::BorderModel::separate) return {};
  const document::Cell* left = column > 0 ? grid.cell_at(row, column - 1) : nullptr;
  const document::Cell* right = grid.cell_at(row, column);
  if (left == right) return {};
  const bool mirrored = grid.table->direction == document::Direction::right_to_left;
  const document::Border none;
  const document::Border& first =
      !left ? none : (mirrored ? left->borders.left : left->borders.right);
  const document::Border& second =
      !right ? none : (mirrored ? right->borders.right : right->borders.left);
  return stronger(first, second);
}

Length line_above_thickness(const TableGrid& grid, std::size_t row) {
  if (grid.gap > Length{}) {
    const document::Borders& outer = grid.table->borders;
    if (row == 0) return grid.gap + thickness(outer.top);
    return row == grid.table->rows.size() ? grid.gap + thickness(outer.bottom) : grid.gap;
  }
  Length most;
  for (std::size_t column = 0; column < grid.columns; ++column)
    most = std::max(most, thickness(line_above(grid, row, column)));
  return most;
}

} // namespace saraban::layout
