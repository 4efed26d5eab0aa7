// Rules that cross to cells.
#pragma once

#include "pdf/scan/marks.h"

namespace saraban::pdf::scan {

/// A rectangle with a rule on each side and none inside.
struct Cell {
  Rect rect; ///< Between the middles of its rules.
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
};

/// Cells whose rules hang together; a box that stands alone is a table of one cell.
struct Table {
  Rect rect;
  int rows = 0, columns = 0;
  std::vector<Cell> cells; ///< By row, then by column.
};

/// Top to bottom. `rules` are whole ones. Nothing for more rules than a form ever has.
std::vector<Table> tables_of(const std::vector<Rule>& rules, const std::vector<Box>& boxes);

} // namespace saraban::pdf::scan
