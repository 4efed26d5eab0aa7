// Cutting a paragraph where layout ended a page.
#include "docx/markup/page_break.h"

#include "docx/markup/markup.h"
#include "docx/markup/text_place.h"
#include "fill/text_map.h"
#include "fill/write_text.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace saraban::docx {
namespace {

/// Children of pPr in the order of CT_PPr (ECMA-376 17.3.1.26).
constexpr const char* paragraph_property_order[] = {"w:pStyle",
                                                    "w:keepNext",
                                                    "w:keepLines",
                                                    "w:pageBreakBefore",
                                                    "w:framePr",
                                                    "w:widowControl",
                                                    "w:numPr",
                                                    "w:suppressLineNumbers",
                                                    "w:pBdr",
                                                    "w:shd",
                                                    "w:tabs",
                                                    "w:suppressAutoHyphens",
                                                    "w:kinsoku",
                                                    "w:wordWrap",
                                                    "w:overflowPunct",
                                                    "w:topLinePunct",
                                                    "w:autoSpaceDE",
                                                    "w:autoSpaceDN",
                                                    "w:bidi",
                                                    "w:adjustRightInd",
                                                    "w:snapToGrid",
                                                    "w:spacing",
                                                    "w:ind",
                                                    "w:contextualSpacing",
                                                    "w:mirrorIndents",
                                                    "w:suppressOverlap",
                                                    "w:jc",
                                                    "w:textDirection",
                                                    "w:textAlignment",
                                                    "w:textboxTightWrap",
                                                    "w:outlineLvl",
                                                    "w:divId",
                                                    "w:cnfStyle",
                                                    "w:rPr",
                                                    "w:sectPr",
                                                    "w:pPrChange"};

std::ptrdiff_t rank_of(const char* name) {
  return std::find_if(std::begin(paragraph_property_order), std::end(paragraph_property_order),
                      [&](const char* known) { return std::strcmp(known, name) == 0; }) -
         std::begin(paragraph_property_order);
}

pugi::xml_node properties_of(pugi::xml_node paragraph) {
  pugi::xml_node properties = paragraph.child("w:pPr");
  return properties ? properties : paragraph.prepend_child("w:pPr");
}

pugi::xml_node property(pugi::xml_node paragraph, const char* name) {
  pugi::xml_node properties = properties_of(paragraph);
  if (pugi::xml_node known = properties.child(name)) return known;
  for (pugi::xml_node child : properties.children())
    if (rank_of(child.name()) > rank_of(name)) return properties.insert_child_before(name, child);
  return properties.append_child(name);
}

void set(pugi::xml_node node, const char* attribute, const std::string& value) {
  if (!node.attribute(attribute)) node.append_attribute(attribute);
  node.attribute(attribute).set_value(value.c_str());
}

void set_space(pugi::xml_node paragraph, const char* side) {
  pugi::xml_node spacing = property(paragraph, "w:spacing");
  const std::string name = std::string("w:") + side;
  spacing.remove_attribute((name + "Autospacing").c_str());
  spacing.remove_attribute((name + "Lines").c_str());
  set(spacing, name.c_str(), "0");
}

/// Outside any list, lines all beginning where its second line did.
void continue_lines(pugi::xml_node paragraph, const document::ParagraphFormat* format) {
  pugi::xml_node list = property(paragraph, "w:numPr");
  list.remove_children();
  list.append_child("w:numId").append_attribute("w:val") = "0";
  pugi::xml_node indent = property(paragraph, "w:ind");
  for (const char* name : {"w:hanging", "w:hangingChars", "w:firstLineChars"})
    indent.remove_attribute(name);
  set(indent, "w:firstLine", "0");
  if (format) {
    const bool is_strict = static_cast<bool>(indent.attribute("w:start"));
    set(indent, is_strict ? "w:start" : "w:left",
        std::to_string(format->indent_start.emu / twips(1).emu));
  }
}

/// Its last line is stretched as if the text went on: a line break, then a mark of one point.
void stretch_last_line(pugi::xml_node paragraph, const document::ParagraphFormat* format) {
  using document::Alignment;
  if (!format || format->line.rule != document::LineRule::multiple) return;
  if (format->alignment != Alignment::justify && format->alignment != Alignment::thai_distribute)
    return;
  paragraph.append_child("w:r").append_child("w:br");
  pugi::xml_node mark = property(paragraph, "w:rPr");
  mark.remove_child("w:sz"), mark.remove_child("w:szCs");
  pugi::xml_document sizes;
  sizes.load_string("<w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/>", pugi::parse_fragment);
  pugi::xml_node after;
  for (pugi::xml_node child : mark.children()) {
    const std::string_view name = child.name();
    if (name == "w:highlight" || name == "w:u" || name == "w:effect" || name == "w:bdr" ||
        name == "w:shd" || name == "w:fitText" || name == "w:vertAlign" || name == "w:rtl" ||
        name == "w:cs" || name == "w:em" || name == "w:lang" || name == "w:specVanish" ||
        name == "w:rPrChange") {
      after = child;
      break;
    }
  }
  for (pugi::xml_node size : sizes.children())
    after ? mark.insert_copy_before(size, after) : mark.append_copy(size);
}

/// The first run of the text that goes on.
pugi::xml_node first_run(pugi::xml_node parent) {
  for (pugi::xml_node child : parent.children()) {
    if (std::string_view(child.name()) == "w:r" && child.child("w:t")) return child;
    if (pugi::xml_node inner = first_run(child)) return inner;
  }
  return {};
}

void write_catchword(pugi::xml_node next, const std::string& words) {
  pugi::xml_node paragraph = next.parent().insert_child_before("w:p", next);
  if (pugi::xml_node like = next.child("w:pPr")) {
    pugi::xml_node properties = paragraph.append_copy(like);
    for (const char* name : {"w:pageBreakBefore", "w:keepNext", "w:keepLines", "w:numPr", "w:tabs",
                             "w:sectPr", "w:pPrChange", "w:outlineLvl", "w:pBdr"})
      properties.remove_child(name);
  }
  continue_lines(paragraph, nullptr);
  for (const char* side : {"w:left", "w:right", "w:start", "w:end"})
    property(paragraph, "w:ind").remove_attribute(side);
  set(property(paragraph, "w:ind"), "w:left", "0");
  set(property(paragraph, "w:ind"), "w:right", "0");
  set_space(paragraph, "before");
  set_space(paragraph, "after");
  set(property(paragraph, "w:jc"), "w:val", "right");
  const fill::TextForm form = markup().text_form({}, first_run(next));
  std::string runs;
  fill::write_text(words, form, runs);
  paragraph.append_buffer(runs.data(), runs.size(),
                          pugi::parse_fragment | pugi::parse_escapes | pugi::parse_ws_pcdata);
}

/// The paragraph that begins the next page; the same one when it begins with it.
pugi::xml_node cut(pugi::xml_node paragraph, const TextPlace& place,
                   const document::ParagraphFormat* format) {
  pugi::xml_node run = place.element.parent();
  pugi::xml_node marker = run.insert_child_before("saraban-break", place.element);
  if (place.byte > 0) {
    const std::string text = place.element.text().get();
    pugi::xml_node rest = run.insert_copy_after(place.element, place.element);
    fill::set_leaf_text(place.element, text.substr(0, place.byte));
    fill::set_leaf_text(rest, text.substr(place.byte));
    run.insert_move_after(marker, place.element);
  }
  fill::lift_to(markup(), marker, paragraph.parent());
  pugi::xml_node next = marker.next_sibling();
  const bool is_cut = marker.previous_sibling() == paragraph;
  marker.parent().remove_child(marker);
  if (!is_cut) return next;
  next.remove_attribute("w14:paraId");
  next.remove_attribute("w14:textId");
  set_space(paragraph, "after");
  stretch_last_line(paragraph, format);
  continue_lines(next, format);
  return next;
}

} // namespace

void break_page(pugi::xml_node paragraph, const document::PageStart& start,
                const document::ParagraphFormat* format) {
  pugi::xml_node next = paragraph;
  if (start.offset > 0) {
    const auto place = text_place(paragraph, start.offset);
    if (!place) return;
    next = cut(paragraph, *place, format);
  }
  set_space(next, "before");
  pugi::xml_node page_break = property(next, "w:pageBreakBefore");
  page_break.remove_attribute("w:val");
  if (!start.catchword.empty()) write_catchword(next, start.catchword);
}

} // namespace saraban::docx
