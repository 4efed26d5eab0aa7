// Layers of a cell's looks.
#include "odt/table_layers.h"

#include "odt/part/elements.h"

namespace saraban::odt {

RowLayer TableLayers::row(pugi::xml_node element) const {
  RowLayer layer;
  layer.cell_style = attribute(element, "table:default-cell-style-name");
  const auto* style = reader_.style(Family::table_row, attribute(element, "table:style-name"));
  layer.background = read_background(style, reader_.part->styles->standard(Family::table_row),
                                     "style:table-row-properties");
  return layer;
}

void TableLayers::look(pugi::xml_node element, const RowLayer& row, int column,
                       document::Cell& cell) const {
  auto name = attribute(element, "table:style-name");
  if (name.empty()) name = row.cell_style;
  const auto index = static_cast<std::size_t>(column);
  if (name.empty() && index < columns_.size()) name = columns_[index];
  const auto* style = reader_.style(Family::table_cell, name);
  read_cell_properties(style, reader_.part->styles->standard(Family::table_cell), cell);
  if (!cell.background) cell.background = row.background;
}

} // namespace saraban::odt
