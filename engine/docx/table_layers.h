// Who has a say about a cell: the table's style, its parts, the table, the row, the cell.
#pragma once

#include "docx/reader.h"
#include "docx/table_properties.h"

namespace saraban::docx {

struct CellPlace {
  int row = 0, column = 0, span = 1;
};
struct TableExtent {
  int rows = 0, columns = 0;
  bool cells_apart = false; ///< w:tblCellSpacing: the table's outer lines are no cell's.
};

/// A set of TablePart, a bit each.
using PartSet = unsigned;

/// What holds for one cell.
struct CellSettings {
  document::Borders borders;
  Sides margins;
  std::optional<Color> background;
  document::VerticalAlignment vertical_alignment = document::VerticalAlignment::top;
  bool no_wrap = false;
};

struct TableLayers {
  TableProperties table; ///< Style and direct formatting together.
  const TableStyle* style = nullptr;
  StyleIndex style_index = no_style;
  PartSet asked = 0; ///< w:tblLook.

  PartSet parts_of(const CellPlace& place, const TableExtent& extent) const;
  CellSettings resolve(const CellPlace& place, const TableExtent& extent, PartSet parts,
                       const TableProperties& exceptions, const CellProperties& own) const;
  /// What the style gives to the cell's text; nullptr for nothing.
  const CellLook* text_look(Reader& reader, PartSet parts) const;
  bool cannot_split(PartSet parts) const;
};

TableLayers read_table_layers(const SharedParts& shared, pugi::xml_node tblpr);

} // namespace saraban::docx
