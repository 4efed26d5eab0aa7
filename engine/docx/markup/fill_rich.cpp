// Paragraphs and tables of rich text (ECMA-376 17.3.1, 17.4).
#include "docx/markup/markup_parts.h"
#include "docx/markup/property_order.h"

#include <fmt/format.h>

namespace saraban::docx {
namespace {

using Shape = fill::RichParagraph;
using Stands = Shape::Stands;
constexpr int step = 720; ///< Twips that a list or a quotation stands in.

/// The properties of the tag's paragraph, to be made those of another.
pugi::xml_node base_properties(pugi::xml_document& holder, const fill::TextForm& form) {
  const std::string paragraph = form.paragraph_open + form.paragraph_close;
  pugi::xml_document read;
  read.load_string(paragraph.c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  const pugi::xml_node own = read.child("w:p").child("w:pPr");
  pugi::xml_node properties = own ? holder.append_copy(own) : holder.append_child("w:pPr");
  properties.remove_child("w:pageBreakBefore");
  return properties;
}

void keep_style_only(pugi::xml_node properties) {
  for (pugi::xml_node child = properties.first_child(), next; child; child = next) {
    next = child.next_sibling();
    const std::string_view name = child.name();
    if (name != "w:pStyle" && name != "w:spacing" && name != "w:rPr" && name != "w:bidi")
      properties.remove_child(child);
  }
}

void set_style(pugi::xml_node properties, const std::string& id) {
  set_attribute(paragraph_property(properties, "w:pStyle"), "w:val", id.c_str());
}

/// Only a style: what the tag's paragraph says of itself is not said of this one.
void restyle(pugi::xml_node properties, const std::string& id) {
  while (properties.first_child()) properties.remove_child(properties.first_child());
  set_style(properties, id);
}

void indent(pugi::xml_node properties, int left, int first_line = 0) {
  pugi::xml_node indents = paragraph_property(properties, "w:ind");
  indents.remove_attributes();
  set_attribute(indents, "w:left", std::to_string(left).c_str());
  set_attribute(indents, "w:firstLine", std::to_string(first_line).c_str());
}

void set_alignment(pugi::xml_node properties, rich::Alignment alignment) {
  const char* value = alignment == rich::Alignment::center  ? "center"
                      : alignment == rich::Alignment::end   ? "right"
                      : alignment == rich::Alignment::start ? "left"
                                                            : "thaiDistribute";
  set_attribute(paragraph_property(properties, "w:jc"), "w:val", value);
}

void put_in_list(const FillFacts& facts, pugi::xml_node properties, const Shape& shape) {
  properties.remove_child("w:ind");
  properties.remove_child("w:numPr");
  const bool bullets = shape.list_kind == rich::List::Kind::bullets;
  const std::string level = shape.list_level == 0 ? "" : fmt::format(" {}", shape.list_level + 1);
  for (const std::string& name :
       {(bullets ? "List Bullet" : "List Number") + level, std::string("List Paragraph")})
    if (const std::string id = style_id(facts, "paragraph", name); !id.empty()) {
      set_style(properties, id);
      break;
    }
  if (shape.stands == Stands::in_item) return indent(properties, step * (shape.list_level + 1));
  pugi::xml_node numbering = paragraph_property(properties, "w:numPr");
  numbering.append_child("w:ilvl").append_attribute("w:val") = shape.list_level;
  numbering.append_child("w:numId").append_attribute("w:val") = shape.list.c_str();
}

void draw_line_under(pugi::xml_node properties) {
  pugi::xml_node line = paragraph_property(properties, "w:pBdr").append_child("w:bottom");
  set_attribute(line, "w:val", "single");
  set_attribute(line, "w:sz", "6");
  set_attribute(line, "w:space", "1");
  set_attribute(line, "w:color", "auto");
}

/// Whether the paragraph has a style of its own, which its runs follow.
bool follow_kind(const FillFacts& facts, const fill::RichPlace& place, const Shape& shape,
                 pugi::xml_node properties) {
  if (!shape.style.empty())
    if (const std::string id = style_id(facts, "paragraph", shape.style); !id.empty())
      return restyle(properties, id), true;
  if (shape.kind == Shape().kind) return false;
  if (shape.kind == rich::Paragraph::Kind::heading)
    return restyle(properties, heading_style(facts, place, shape.level)), true;
  const bool quote = shape.kind == rich::Paragraph::Kind::quote;
  const std::string id = style_id(facts, "paragraph", quote ? "Quote" : "HTML Preformatted");
  if (!id.empty()) return restyle(properties, id), true;
  properties.remove_child("w:numPr");
  indent(properties, quote ? step * shape.level : 0);
  if (!quote) set_alignment(properties, rich::Alignment::start);
  return false;
}

/// Runs that say nothing of themselves.
fill::TextForm plain_form(const fill::Facts& facts) {
  pugi::xml_document document;
  return text_form(facts, document.append_child("w:p").append_child("w:r"));
}

fill::ParagraphForm paragraph(const fill::Facts& facts, const fill::RichPlace& place,
                              const Shape& shape) {
  pugi::xml_document holder;
  pugi::xml_node properties = base_properties(holder, place.form);
  if (shape.stands == Stands::in_cell) {
    keep_style_only(properties);
    indent(properties, 0);
    pugi::xml_node spacing = paragraph_property(properties, "w:spacing");
    for (const char* side : {"w:before", "w:after"}) set_attribute(spacing, side, "0");
    set_alignment(properties, shape.header ? rich::Alignment::center : rich::Alignment::start);
  }
  const bool in_list = !shape.list.empty();
  if (in_list) put_in_list(facts_of(facts), properties, shape);
  const bool styled = follow_kind(facts_of(facts), place, shape, properties);
  if (shape.alignment != rich::Alignment::as_is) set_alignment(properties, shape.alignment);
  if (shape.begins_page) paragraph_property(properties, "w:pageBreakBefore");
  if (shape.has_line_under) draw_line_under(properties);
  fill::ParagraphForm form;
  form.open = "<w:p>" + (properties.first_child() ? print(properties) : std::string());
  form.close = "</w:p>";
  form.text = styled ? plain_form(facts) : place.form;
  if (shape.header) {
    rich::Marks bold;
    bold.bold = true;
    form.text = marked(facts, place, form.text, bold);
  }
  return form;
}

std::string table_open(const fill::Facts& facts, const fill::RichPlace&,
                       const fill::RichTable& table) {
  const std::string style = style_id(facts_of(facts), "table", "Table Grid");
  std::string xml = "<w:tbl><w:tblPr>";
  if (!style.empty()) xml += "<w:tblStyle w:val=\"" + style + "\"/>";
  xml += "<w:tblW w:w=\"5000\" w:type=\"pct\"/>";
  if (style.empty()) {
    xml += "<w:tblBorders>";
    for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
      xml +=
          fmt::format("<w:{} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>", side);
    xml += "</w:tblBorders>";
  }
  xml += "<w:tblLook w:val=\"04A0\"/></w:tblPr><w:tblGrid>";
  for (const Length width : table.columns)
    xml += fmt::format("<w:gridCol w:w=\"{}\"/>", width.emu / 635);
  return xml + "</w:tblGrid>";
}

std::string row_open(const fill::RichRow& row) {
  return row.header ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "<w:tr>";
}

std::string cell_open(const fill::RichPlace&, const fill::RichCell& cell) {
  std::string xml =
      fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>", cell.width.emu / 635);
  if (cell.columns > 1) xml += fmt::format("<w:gridSpan w:val=\"{}\"/>", cell.columns);
  if (cell.continues)
    xml += "<w:vMerge/>";
  else if (cell.rows > 1)
    xml += "<w:vMerge w:val=\"restart\"/>";
  if (!cell.shading.empty())
    xml += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + cell.shading + "\"/>";
  return xml + "</w:tcPr>";
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
    m.cell_close = [](const fill::RichCell&) { return std::string("</w:tc>"); };
    m.row_close = [](const fill::RichRow&) { return std::string("</w:tr>"); };
    m.table_close = "</w:tbl>";
    return m;
  }();
  return markup;
}

} // namespace saraban::docx
