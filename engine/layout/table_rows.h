// Rows of a table: their cells laid, their heights, their parts on two pages.
#pragma once

#include "layout/flow.h"
#include "layout/table_grid.h"

namespace saraban::layout {

struct CellPart {
  std::size_t cell = 0; ///< Index into Row::cells.
  Filled filled;
};

/// A row, or the part of it that one page holds. Cells over several rows are not in it: they are
/// laid when it is known which rows stand together (layout/table_paint).
struct RowPiece {
  std::shared_ptr<const TableGrid> grid;
  std::size_t row = 0;
  Length height;         ///< With the line above it.
  Length line_above;     ///< That line's thickness.
  bool starts = true;    ///< Its first part.
  bool ends = true;      ///< Its last part.
  bool repeated = false; ///< A header row shown again.
  std::vector<CellPart> cells;
  std::vector<OpenCell> open_before; ///< Cells that go on from the region before.
};

/// Where a row is laid.
struct RowRoom {
  const Region& region; ///< Of the table.
  Length top;           ///< Of the row, from the region's top.
  Length height;        ///< unbounded, or what the page still has.
  /// Top of the rows above in this region, for cells that began there: row → top.
  std::function<Length(std::size_t)> top_of;
};

/// Lays a row from `from` on. With a bounded height a part of it; `taken` false when a cell could
/// not begin.
struct LaidRow {
  RowPiece piece;
  bool taken = true;
  std::vector<OpenCell> rest; ///< Cells of this row that go on.
  std::vector<std::uint32_t> notes;
};
LaidRow lay_row(const std::shared_ptr<const TableGrid>& grid, const TablePosition& from,
                const RowRoom& room, Context& context);

/// The region of a cell's content: `top` and `height` are the cell's.
Region cell_region(const TableGrid& grid, const document::Cell& cell, const Region& table,
                   Length top, Length height);

/// What a cell covers over several rows still needs: its content from `from` on, with margins.
Length content_height(const TableGrid& grid, const document::Cell& cell, const Position& from,
                      const Region& table, Length top, Context& context);

} // namespace saraban::layout
