// Reads and layers the properties of tables, cells and table styles.
#include "docx/table_properties.h"

#include "docx/part/elements.h"

#include <algorithm>

namespace saraban::docx {
namespace {

using document::VerticalAlignment;
using pugi::xml_node;

template <class T>
void replace(std::optional<T>& base, const std::optional<T>& over) {
  if (over) base = over;
}

/// The first of two children that is there: logical names are newer than left and right.
xml_node either(xml_node e, const char* name, const char* other) {
  const auto child = e.child(name);
  return child ? child : e.child(other);
}

BorderSet read_borders(xml_node e, const Theme& theme) {
  BorderSet set;
  const auto take = [&](std::optional<document::Border>& out, xml_node side) {
    if (side) out = read_border(side, theme);
  };
  take(set.top, e.child("w:top")), take(set.bottom, e.child("w:bottom"));
  take(set.left, either(e, "w:left", "w:start")), take(set.right, either(e, "w:right", "w:end"));
  take(set.inside_horizontal, e.child("w:insideH"));
  take(set.inside_vertical, e.child("w:insideV"));
  take(set.down, e.child("w:tl2br")), take(set.up, e.child("w:tr2bl"));
  return set;
}

MarginSet read_margins(xml_node e) {
  MarginSet set;
  const auto take = [&](std::optional<Length>& out, xml_node side) {
    if (side && attribute(side, "w:type") != "nil")
      if (const auto found = length(attribute(side, "w:w"))) out = std::max(*found, Length{});
  };
  take(set.top, e.child("w:top")), take(set.bottom, e.child("w:bottom"));
  take(set.left, either(e, "w:left", "w:start")), take(set.right, either(e, "w:right", "w:end"));
  return set;
}

std::optional<Length> length_of(xml_node e) {
  if (!e || attribute(e, "w:type") == "pct") return std::nullopt;
  return length(attribute(e, "w:w"));
}

std::optional<int> band_of(xml_node e) {
  if (!e) return std::nullopt;
  return static_cast<int>(std::clamp<std::int64_t>(integer_or(value(e), 1), 1, 1000));
}

TablePart part_of(std::string_view type) {
  constexpr Word<TablePart> words[] = {
      {"wholeTable", TablePart::whole},       {"firstRow", TablePart::first_row},
      {"lastRow", TablePart::last_row},       {"firstCol", TablePart::first_column},
      {"lastCol", TablePart::last_column},    {"band1Vert", TablePart::odd_columns},
      {"band2Vert", TablePart::even_columns}, {"band1Horz", TablePart::odd_rows},
      {"band2Horz", TablePart::even_rows},    {"neCell", TablePart::north_east},
      {"nwCell", TablePart::north_west},      {"seCell", TablePart::south_east},
      {"swCell", TablePart::south_west},
  };
  return meaning_or(type, TablePart::count, words);
}

void read_part(xml_node e, PartStyle& part, const Theme& theme) {
  part.used = true;
  overlay(part.run, read_run_properties(e.child("w:rPr"), theme));
  overlay(part.paragraph, read_paragraph_properties(e.child("w:pPr"), theme));
  overlay(part.cell, read_cell_properties(e.child("w:tcPr"), theme));
  const auto row = e.child("w:trPr");
  if (const auto split = row.child("w:cantSplit")) part.cannot_split = on_off(split);
  if (const auto header = row.child("w:tblHeader")) part.repeat_header = on_off(header);
}

} // namespace

document::Width read_width(xml_node e) {
  document::Width width;
  const auto type = attribute(e, "w:type"), text = attribute(e, "w:w");
  if (!e || type == "auto" || type == "nil") return width;
  if (type == "pct" || text.ends_with('%')) {
    const auto share = fiftieths_of_percent(text);
    if (share) width.kind = document::WidthKind::percent, width.percent_50ths = *share;
  } else if (const auto found = length(text); found && *found > Length{}) {
    width.kind = document::WidthKind::length, width.length = *found;
  }
  return width;
}

TableProperties read_table_properties(xml_node e, const Theme& theme) {
  TableProperties p;
  p.borders = read_borders(e.child("w:tblBorders"), theme);
  p.margins = read_margins(e.child("w:tblCellMar"));
  if (const auto shd = e.child("w:shd")) p.background = read_shading(shd, theme.colors);
  if (const auto jc = e.child("w:jc")) {
    const auto text = value(jc);
    const bool at_end = text == "right" || text == "end";
    p.alignment = text == "center" ? document::Alignment::center
                  : at_end         ? document::Alignment::end
                                   : document::Alignment::start;
  }
  p.indent = length_of(e.child("w:tblInd"));
  p.cell_spacing = length_of(e.child("w:tblCellSpacing"));
  if (const auto width = e.child("w:tblW")) p.width = read_width(width);
  if (const auto layout = e.child("w:tblLayout"))
    p.fixed_layout = attribute(layout, "w:type") == "fixed";
  if (const auto bidi = e.child("w:bidiVisual")) p.right_to_left = on_off(bidi);
  p.row_band = band_of(e.child("w:tblStyleRowBandSize"));
  p.column_band = band_of(e.child("w:tblStyleColBandSize"));
  return p;
}

CellProperties read_cell_properties(xml_node e, const Theme& theme) {
  CellProperties p;
  if (!e) return p;
  p.borders = read_borders(e.child("w:tcBorders"), theme);
  p.margins = read_margins(e.child("w:tcMar"));
  if (const auto shd = e.child("w:shd")) p.background = read_shading(shd, theme.colors);
  if (const auto align = e.child("w:vAlign")) {
    constexpr Word<VerticalAlignment> words[] = {{"center", VerticalAlignment::center},
                                                 {"bottom", VerticalAlignment::bottom},
                                                 {"both", VerticalAlignment::justify}};
    p.vertical_alignment = meaning_or(value(align), VerticalAlignment::top, words);
  }
  if (const auto wrap = e.child("w:noWrap")) p.no_wrap = on_off(wrap);
  return p;
}

TableStyle read_table_style(xml_node style, const Theme& theme) {
  TableStyle out;
  out.table = read_table_properties(style.child("w:tblPr"), theme);
  read_part(style, out.parts[0], theme);
  for (const auto& part : style.children("w:tblStylePr")) {
    const auto which = part_of(attribute(part, "w:type"));
    if (which != TablePart::count)
      read_part(part, out.parts[static_cast<std::size_t>(which)], theme);
  }
  return out;
}

void overlay(BorderSet& base, const BorderSet& over) {
  replace(base.top, over.top), replace(base.right, over.right);
  replace(base.bottom, over.bottom), replace(base.left, over.left);
  replace(base.inside_horizontal, over.inside_horizontal);
  replace(base.inside_vertical, over.inside_vertical);
  replace(base.down, over.down), replace(base.up, over.up);
}

void overlay(MarginSet& base, const MarginSet& over) {
  replace(base.top, over.top), replace(base.right, over.right);
  replace(base.bottom, over.bottom), replace(base.left, over.left);
}

void overlay(CellProperties& base, const CellProperties& over) {
  overlay(base.borders, over.borders), overlay(base.margins, over.margins);
  replace(base.background, over.background);
  replace(base.vertical_alignment, over.vertical_alignment);
  replace(base.no_wrap, over.no_wrap);
}

void overlay(TableProperties& base, const TableProperties& over) {
  overlay(base.borders, over.borders), overlay(base.margins, over.margins);
  replace(base.background, over.background), replace(base.alignment, over.alignment);
  replace(base.indent, over.indent), replace(base.cell_spacing, over.cell_spacing);
  replace(base.width, over.width), replace(base.fixed_layout, over.fixed_layout);
  replace(base.right_to_left, over.right_to_left), replace(base.row_band, over.row_band);
  replace(base.column_band, over.column_band);
}

void overlay(TableStyle& base, const TableStyle& over) {
  overlay(base.table, over.table);
  for (std::size_t i = 0; i < base.parts.size(); ++i) {
    auto& part = base.parts[i];
    const auto& other = over.parts[i];
    overlay(part.run, other.run), overlay(part.paragraph, other.paragraph);
    overlay(part.cell, other.cell);
    replace(part.cannot_split, other.cannot_split);
    replace(part.repeat_header, other.repeat_header);
    part.used = part.used || other.used;
  }
}

} // namespace saraban::docx
