// What table styles and tables say about their cells (ECMA-376 Part 1, 17.4 and 17.7.6).
#pragma once

#include "docx/paragraph_properties.h"

#include <array>

namespace saraban::docx {

/// The parts of a table that a style formats apart, in the order in which they are applied.
enum class TablePart {
  whole,
  odd_columns,
  even_columns,
  odd_rows,
  even_rows,
  first_row,
  last_row,
  first_column,
  last_column,
  north_west,
  north_east,
  south_west,
  south_east,
  count
};

/// The lines of a table or of a part of it; absent ones are not said.
struct BorderSet {
  std::optional<document::Border> top, right, bottom, left, inside_horizontal, inside_vertical,
      down, up;
};

struct MarginSet {
  std::optional<Length> top, right, bottom, left;
};

struct CellProperties {
  BorderSet borders;
  MarginSet margins;
  std::optional<std::optional<Color>> background;
  std::optional<document::VerticalAlignment> vertical_alignment;
  std::optional<bool> no_wrap;
};

struct TableProperties {
  BorderSet borders;
  MarginSet margins;
  std::optional<std::optional<Color>> background;
  std::optional<document::Alignment> alignment;
  std::optional<Length> indent, cell_spacing;
  std::optional<document::Width> width;
  std::optional<bool> fixed_layout, right_to_left;
  std::optional<int> row_band, column_band;
};

struct PartStyle {
  RunProperties run;
  ParagraphProperties paragraph;
  CellProperties cell;
  std::optional<bool> cannot_split, repeat_header;
  bool used = false;
};

struct TableStyle {
  TableProperties table;
  std::array<PartStyle, static_cast<std::size_t>(TablePart::count)> parts;
};

TableProperties read_table_properties(pugi::xml_node tblpr, const Theme& theme);
CellProperties read_cell_properties(pugi::xml_node tcpr, const Theme& theme);
/// What one w:style element says, without what it is based on.
TableStyle read_table_style(pugi::xml_node style, const Theme& theme);
document::Width read_width(pugi::xml_node element);

void overlay(BorderSet& base, const BorderSet& over);
void overlay(MarginSet& base, const MarginSet& over);
void overlay(CellProperties& base, const CellProperties& over);
void overlay(TableProperties& base, const TableProperties& over);
void overlay(TableStyle& base, const TableStyle& over);

} // namespace saraban::docx
