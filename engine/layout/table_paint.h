// Rows that stand together on a page become ink: backgrounds, content, lines.
#pragma once

#include "layout/table_rows.h"

namespace saraban::layout {

struct PlacedRow {
  RowPiece* piece = nullptr;
  Length top; ///< From the region's top.
};

struct PaintedTable {
  Fragment fragment;          ///< Relative to the region.
  std::vector<OpenCell> open; ///< Cells over several rows that go on after the last row.
  std::vector<std::uint32_t> notes;
};

/// `whole`: the table ends here, so what is left of its cells is placed however high it is.
enum class TableEnds { here, later };
PaintedTable paint_table(std::vector<PlacedRow> rows, const Region& region, TableEnds ends,
                         Context& context);

} // namespace saraban::layout
