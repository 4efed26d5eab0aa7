// Text of drawings that is DrawingML's own (ECMA-376 Part 1, 21.1.2).
#include "docx/drawing_text.h"

#include "docx/part/elements.h"

#include <algorithm>

namespace saraban::docx {
namespace {

using pugi::xml_node;

std::string hex(Color color) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const auto byte : {color.red, color.green, color.blue})
    out += digits[byte >> 4], out += digits[byte & 15];
  return out;
}

const char* alignment_word(std::string_view word) {
  constexpr Word<const char*> words[] = {
      {"ctr", "center"}, {"r", "right"}, {"just", "both"}, {"dist", "distribute"}};
  return meaning_or(word, "left", words);
}

/// The paragraph's own properties over those of the list style for its level.
void overlay_level(Reader& reader, xml_node body, xml_node paragraph, DrawingTextLook& look) {
  const auto level =
      std::clamp<std::int64_t>(integer_or(attribute(paragraph.child("a:pPr"), "lvl"), 0), 0, 8);
  const std::string name = "a:lvl" + std::to_string(level + 1) + "pPr";
  overlay_text_look(reader, body.child("a:lstStyle").child(name.c_str()).child("a:defRPr"), look);
  overlay_text_look(reader, paragraph.child("a:pPr").child("a:defRPr"), look);
}

document::Paragraph read_paragraph_of(Reader& reader, xml_node body, xml_node e,
                                      DrawingTextLook look) {
  document::Paragraph paragraph;
  paragraph.format =
      plain_paragraph_format(reader, alignment_word(attribute(e.child("a:pPr"), "algn")));
  overlay_level(reader, body, e, look);
  const auto bullet = attribute(e.child("a:pPr").child("a:buChar"), "char");
  bool first = true;
  for (const auto& child : e.children()) {
    if (!is(child, "a:r") && !is(child, "a:br") && !is(child, "a:fld")) continue;
    auto own = look;
    overlay_text_look(reader, child.child("a:rPr"), own);
    const auto format = text_format(reader, own);
    if (first && !bullet.empty())
      paragraph.inlines.push_back(document::Text{std::string(bullet) + " ", format});
    first = false;
    if (is(child, "a:br"))
      paragraph.inlines.push_back(document::Break{document::BreakKind::line, format});
    else if (const std::string_view text = child.child("a:t").text().get(); !text.empty())
      paragraph.inlines.push_back(document::Text{std::string(text), format});
  }
  auto end = look;
  overlay_text_look(reader, e.child("a:endParaRPr"), end);
  paragraph.mark_format = text_format(reader, end);
  return paragraph;
}

} // namespace

void overlay_text_look(Reader& reader, xml_node e, DrawingTextLook& look) {
  if (!e) return;
  if (const auto size = integer(attribute(e, "sz")))
    look.size = points(1) * std::clamp<std::int64_t>(*size, 100, 400'000) / 100;
  look.bold = on_off_text(attribute(e, "b"), look.bold);
  look.italic = on_off_text(attribute(e, "i"), look.italic);
  if (const auto line = attribute(e, "u"); !line.empty()) look.underline = line != "none";
  if (const auto color = read_drawing_color(e.child("a:solidFill"), reader.shared.theme.colors))
    look.color = *color;
  const auto family = attribute(e.child("a:latin"), "typeface");
  if (family.starts_with("+mj"))
    look.family = reader.shared.theme.fonts.family("majorHAnsi");
  else if (family.starts_with("+mn"))
    look.family.clear();
  else if (!family.empty())
    look.family = family;
}

document::FormatIndex text_format(Reader& reader, const DrawingTextLook& look) {
  pugi::xml_document scratch;
  auto rpr = scratch.append_child("w:rPr");
  auto fonts = rpr.append_child("w:rFonts");
  if (look.family.empty()) {
    fonts.append_attribute("w:asciiTheme") = "minorHAnsi";
    fonts.append_attribute("w:hAnsiTheme") = "minorHAnsi";
    fonts.append_attribute("w:eastAsiaTheme") = "minorEastAsia";
    fonts.append_attribute("w:cstheme") = "minorBidi";
  } else {
    for (const char* slot : {"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"})
      fonts.append_attribute(slot) = look.family.c_str();
  }
  const auto flag = [&](const char* name, bool on) {
    rpr.append_child(name).append_attribute("w:val") = on ? "1" : "0";
  };
  flag("w:b", look.bold), flag("w:bCs", look.bold), flag("w:i", look.italic),
      flag("w:iCs", look.italic);
  rpr.append_child("w:color").append_attribute("w:val") = hex(look.color).c_str();
  const auto half_points = static_cast<long long>(look.size.emu / 6350);
  for (const char* name : {"w:sz", "w:szCs"})
    rpr.append_child(name).append_attribute("w:val") = half_points;
  if (look.underline) rpr.append_child("w:u").append_attribute("w:val") = "single";
  return reader.formats.run(rpr, {});
}

std::uint32_t plain_paragraph_format(Reader& reader, const char* alignment) {
  pugi::xml_document scratch;
  auto ppr = scratch.append_child("w:pPr");
  auto spacing = ppr.append_child("w:spacing");
  for (const char* name : {"w:before", "w:after"}) spacing.append_attribute(name) = 0;
  spacing.append_attribute("w:line") = 240, spacing.append_attribute("w:lineRule") = "auto";
  auto indent = ppr.append_child("w:ind");
  for (const char* name : {"w:left", "w:right", "w:firstLine"}) indent.append_attribute(name) = 0;
  ppr.append_child("w:jc").append_attribute("w:val") = alignment;
  return reader.formats.paragraph(ppr, nullptr).format;
}

std::vector<document::Block> read_drawing_text(Reader& reader, xml_node body,
                                               DrawingTextLook look) {
  std::vector<document::Block> blocks;
  bool any = false;
  for (const auto& e : body.children("a:p")) {
    auto paragraph = read_paragraph_of(reader, body, e, look);
    any = any || !paragraph.inlines.empty();
    blocks.emplace_back().content = std::move(paragraph);
  }
  if (!any) blocks.clear();
  return blocks;
}

} // namespace saraban::docx
