// What columns, rows and the table give to a cell that has no style of its own (ODF 1.3 Part 3,
// 19.624 table:default-cell-style-name).
#pragma once

#include "odt/table_properties.h"

#include <string_view>
#include <vector>

namespace saraban::odt {

/// A row as its cells see it.
struct RowLayer {
  std::string_view cell_style; ///< table:default-cell-style-name.
  std::optional<Color> background;
};

class TableLayers {
public:
  explicit TableLayers(Reader& reader) : reader_(reader) {}

  /// The next column's table:default-cell-style-name.
  void add_column(std::string_view cell_style) { columns_.push_back(cell_style); }
  RowLayer row(pugi::xml_node element) const;
  /// The cell's looks: its style, else the row's, else the column's; the row's background below.
  void look(pugi::xml_node element, const RowLayer& row, int column, document::Cell& cell) const;

private:
  Reader& reader_;
  std::vector<std::string_view> columns_;
};

} // namespace saraban::odt
