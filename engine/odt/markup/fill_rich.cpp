// Paragraphs and tables of rich text (ODF 1.3 Part 3, 5.1, 9.1).
#include "odt/markup/automatic_styles.h"
#include "odt/markup/markup_parts.h"

#include <algorithm>
#include <fmt/format.h>

namespace saraban::odt {
namespace {

using Shape = fill::RichParagraph;
using Stands = Shape::Stands;

std::string centimetres(double length) {
  return fmt::format("{:.3f}cm", length);
}

void indent(pugi::xml_node properties, double left) {
  set_property(properties, "fo:margin-left", centimetres(left).c_str());
  set_property(properties, "fo:text-indent", "0cm");
}

void set_alignment(pugi::xml_node properties, rich::Alignment alignment) {
  set_property(properties, "fo:text-align",
               alignment == rich::Alignment::center    ? "center"
               : alignment == rich::Alignment::end     ? "end"
               : alignment == rich::Alignment::justify ? "justify"
                                                       : "start");
}

void take_place_in_list(pugi::xml_node properties, const Shape& shape) {
  for (const char* name : {"fo:margin-left", "fo:text-indent"}) properties.remove_attribute(name);
  if (shape.stands == Stands::in_item) indent(properties, 1.27 * (shape.list_level + 1));
}

/// The document's own style for such a paragraph; empty: the tag's paragraph serves.
std::string style_by_kind(const FillFacts& facts, const Shape& shape) {
  if (!shape.style.empty())
    if (const std::string own = common_style(facts, "paragraph", shape.style); !own.empty())
      return own;
  switch (shape.kind) {
  case rich::Paragraph::Kind::heading:
    return common_style(facts, "paragraph", fmt::format("Heading {}", shape.level));
  case rich::Paragraph::Kind::quote:
    return common_style(facts, "paragraph", "Quotations");
  case rich::Paragraph::Kind::code:
    return common_style(facts, "paragraph", "Preformatted Text");
  default:
    return {};
  }
}

/// What a heading looks like where the document has no style for it.
void make_heading(pugi::xml_node style, int level) {
  pugi::xml_node text = style.child("style:text-properties");
  if (!text) text = style.append_child("style:text-properties");
  for (const char* name : {"fo:font-weight", "style:font-weight-complex"})
    set_property(text, name, "bold");
  const char* size = level == 1 ? "125%" : level == 2 ? "112%" : "100%";
  for (const char* name : {"fo:font-size", "style:font-size-complex"})
    set_property(text, name, size);
  pugi::xml_node properties = paragraph_properties_of(style);
  set_property(properties, "fo:keep-with-next", "always");
  set_property(properties, "fo:text-indent", "0cm");
  set_property(properties, "fo:margin-left", "0cm");
}

void follow_kind(pugi::xml_node style, const Shape& shape) {
  pugi::xml_node properties = paragraph_properties_of(style);
  if (shape.stands == Stands::in_cell) {
    indent(properties, 0);
    for (const char* side : {"fo:margin-top", "fo:margin-bottom"})
      set_property(properties, side, "0cm");
    set_alignment(properties, shape.header ? rich::Alignment::center : rich::Alignment::start);
  }
  if (!shape.list.empty()) take_place_in_list(properties, shape);
  if (shape.kind == rich::Paragraph::Kind::quote) indent(properties, 1.27 * shape.level);
  if (shape.kind == rich::Paragraph::Kind::code) {
    indent(properties, 0);
    set_alignment(properties, rich::Alignment::start);
  }
  if (shape.kind == rich::Paragraph::Kind::heading) make_heading(style, shape.level);
  if (shape.alignment != rich::Alignment::as_is) set_alignment(properties, shape.alignment);
  if (shape.begins_page) set_property(properties, "fo:break-before", "page");
  if (shape.has_line_under) set_property(properties, "fo:border-bottom", "0.75pt solid #000000");
  if (!properties.first_attribute() && !properties.first_child()) style.remove_child(properties);
}

std::string paragraph_style(const FillFacts& facts, const fill::RichPlace& place,
                            const Shape& shape) {
  const std::string common = style_by_kind(facts, shape);
  const bool changes =
      shape.alignment != rich::Alignment::as_is || shape.begins_page || shape.has_line_under;
  if (!common.empty() && !changes) return common;
  pugi::xml_document made;
  if (common.empty()) {
    made.load_string(place.form.paragraph_format.c_str());
  } else {
    made.append_child("style:style").append_attribute("style:family") = "paragraph";
    made.first_child().append_attribute("style:parent-style-name") = common.c_str();
  }
  pugi::xml_node style = made.first_child();
  if (!style) return {};
  Shape changed = shape;
  if (!common.empty()) changed.kind = Shape().kind;
  follow_kind(style, changed);
  return rich_style(place, style);
}

fill::ParagraphForm paragraph(const fill::Facts& facts, const fill::RichPlace& place,
                              const Shape& shape) {
  fill::ParagraphForm form;
  const std::string style = paragraph_style(facts_of(facts), place, shape);
  const std::string named = style.empty() ? "" : " text:style-name=\"" + style + "\"";
  const bool heading = shape.kind == rich::Paragraph::Kind::heading;
  form.open = heading ? fmt::format("<text:h{} text:outline-level=\"{}\">", named,
                                    std::clamp(shape.level, 1, 10))
                      : "<text:p" + named + ">";
  form.close = heading ? "</text:h>" : "</text:p>";
  form.text = place.form;
  if (heading || !style_by_kind(facts_of(facts), shape).empty())
    for (std::string* part : {&form.text.as_written, &form.text.latin, &form.text.complex,
                              &form.text.close, &form.text.complex_close})
      part->clear();
  if (shape.header) {
    rich::Marks bold;
    bold.bold = true;
    form.text = marked(facts, place, form.text, bold);
  }
  return form;
}

std::string style_with(const fill::RichPlace& place, const char* family, const char* properties,
                       const std::string& attributes) {
  const std::string xml =
      fmt::format("<style:style style:family=\"{}\"><style:{} {}/></style:style>", family,
                  properties, attributes);
  pugi::xml_document made;
  made.load_string(xml.c_str());
  return rich_style(place, made.first_child());
}

std::string table_open(const fill::Facts&, const fill::RichPlace& place,
                       const fill::RichTable& table) {
  Length width;
  for (const Length column : table.columns) width += column;
  const double cm = 1 / 360'000.0;
  const std::string style =
      style_with(place, "table", "table-properties",
                 fmt::format("style:width=\"{}\" style:rel-width=\"100%\" table:align=\"margins\"",
                             centimetres(static_cast<double>(width.emu) * cm)));
  std::string xml =
      fmt::format("<table:table table:name=\"saraban-table-{}\" table:style-name=\"{}\">",
                  ++place.additions.lists, style);
  for (const Length column : table.columns) {
    const std::string name = style_with(
        place, "table-column", "table-column-properties",
        fmt::format("style:column-width=\"{}\" style:rel-column-width=\"{}*\"",
                    centimetres(static_cast<double>(column.emu) * cm), column.emu / 635));
    xml += "<table:table-column table:style-name=\"" + name + "\"/>";
  }
  return xml;
}

std::string row_open(const fill::RichRow& row) {
  return std::string(row.first_header ? "<table:table-header-rows>" : "") + "<table:table-row>";
}

std::string row_close(const fill::RichRow& row) {
  return std::string("</table:table-row>") + (row.last_header ? "</table:table-header-rows>" : "");
}

std::string cell_open(const fill::RichPlace& place, const fill::RichCell& cell) {
  if (cell.continues) return "<table:covered-table-cell>";
  std::string look = "fo:border=\"0.5pt solid #000000\" fo:padding=\"0.1cm\"";
  if (!cell.shading.empty()) look += " fo:background-color=\"#" + cell.shading + "\"";
  std::string xml = "<table:table-cell table:style-name=\"" +
                    style_with(place, "table-cell", "table-cell-properties", look) +
                    "\" office:value-type=\"string\"";
  if (cell.columns > 1) xml += fmt::format(" table:number-columns-spanned=\"{}\"", cell.columns);
  if (cell.rows > 1) xml += fmt::format(" table:number-rows-spanned=\"{}\"", cell.rows);
  return xml + ">";
}

/// A covered cell stands for each further column (9.1.5).
std::string cell_close(const fill::RichCell& cell) {
  std::string xml = cell.continues ? "</table:covered-table-cell>" : "</table:table-cell>";
  for (int column = 1; column < cell.columns; ++column) xml += "<table:covered-table-cell/>";
  return xml;
}

} // namespace

const fill::RichMarkup& rich_markup() {
  static const fill::RichMarkup markup = [] {
    fill::RichMarkup m;
    m.paragraph = paragraph;
    m.marked = marked;
    m.list = rich_list;
    m.table_open = table_open;
    m.row_open = row_open;
    m.cell_open = cell_open;
    m.cell_close = cell_close;
    m.row_close = row_close;
    m.table_close = "</table:table>";
    m.lists_hold_tables = false;
    return m;
  }();
  return markup;
}

} // namespace saraban::odt
