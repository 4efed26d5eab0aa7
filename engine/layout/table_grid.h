// A table's geometry, computed once: columns, which cell covers which place, lines between cells.
#pragma once

#include "layout/border.h"
#include "layout/paragraph/context.h"
#include "layout/table_columns.h"

#include <memory>
#include <vector>

namespace saraban::layout {

struct CellPlace {
  std::uint32_t row = 0, cell = 0; ///< Where the covering cell begins.
  bool covered = false;            ///< False: no cell here (grid before and after).
  bool operator==(const CellPlace&) const = default;
};

struct TableGrid {
  const document::Table* table = nullptr;
  Length left;               ///< Of the table's edge, from the column's left edge.
  std::vector<Length> edges; ///< Of the columns, from the table's left edge; one more than columns.
  std::size_t columns = 0, header_rows = 0;
  Length gap; ///< Between cells that stand apart (ECMA-376 17.4.44), and round all of them.
  std::vector<CellPlace> places; ///< Row by row, columns each.

  Length width() const { return edges.back(); }
  const CellPlace& place(std::size_t row, std::size_t column) const {
    return places[row * columns + column];
  }
  const document::Cell* cell_at(std::size_t row, std::size_t column) const;
  /// Left and right edge of a cell, gaps taken off; mirrored in a table that runs from right to
  /// left.
  Length cell_left(const document::Cell& cell) const;
  Length cell_right(const document::Cell& cell) const;
  /// Rows that `cell`, which begins in `row`, covers.
  std::size_t rows_of(std::size_t row, const document::Cell& cell) const;
};

std::shared_ptr<const TableGrid> make_grid(const document::Table& table, Length available,
                                           const MeasureCell& measure);

/// Between a cell's edge and its content: its margins and, where borders stand in each cell, they.
Sides insets_of(const TableGrid& grid, const document::Cell& cell);

/// The line above `row` (row == rows: below the last) at `column`; none inside a merged cell.
document::Border line_above(const TableGrid& grid, std::size_t row, std::size_t column);
/// The line left of `column` (column == columns: right of the last) in `row`.
document::Border line_left(const TableGrid& grid, std::size_t row, std::size_t column);
/// What stands above a row's cells: the thickest line, or the gap with the table's own line.
Length line_above_thickness(const TableGrid& grid, std::size_t row);

} // namespace saraban::layout
