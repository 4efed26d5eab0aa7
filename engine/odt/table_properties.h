// What styles say about tables, columns, rows and cells (ODF 1.3 Part 3, 17.15 to 17.18).
#pragma once

#include "odt/frames.h"

namespace saraban::odt {

/// The table's own: width, place, breaks, looks; not its grid.
void read_table_properties(const Style* style, const Style& standard, document::Table& table);
void read_row_properties(const Style* style, const Style& standard, document::Row& row);
/// All but spans, place and content.
void read_cell_properties(const Style* style, const Style& standard, document::Cell& cell);

/// style:column-width and style:rel-column-width, of which either may be missing.
struct ColumnWidth {
  Length absolute;
  int share = 0;
};
ColumnWidth read_column_width(const Style* style, const Style& standard);

} // namespace saraban::odt
