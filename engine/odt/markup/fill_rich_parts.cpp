// What rich text needs of a document beside paragraphs: formats of spans, lists (ODF 1.3 Part 3,
// 16.29.28, 16.30).
#include "odt/markup/automatic_styles.h"
#include "odt/markup/markup_parts.h"

#include <cstdint>
#include <fmt/format.h>

namespace saraban::odt {
namespace {

using Kind = fill::Additions::Definition::Kind;

/// FNV-1a: what says the same has the same name.
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

void set_both(pugi::xml_node properties, const char* latin, const char* complex,
              const char* value) {
  set_property(properties, latin, value);
  set_property(properties, complex, value);
}

void follow_link_style(pugi::xml_node properties) {
  set_property(properties, "fo:color", "#0563c1");
  set_property(properties, "style:text-underline-style", "solid");
  set_property(properties, "style:text-underline-width", "auto");
  set_property(properties, "style:text-underline-color", "font-color");
}

void follow_marks(pugi::xml_node properties, const rich::Marks& marks) {
  if (marks.style == "Hyperlink") follow_link_style(properties);
  if (marks.bold) set_both(properties, "fo:font-weight", "style:font-weight-complex", "bold");
  if (marks.italic) set_both(properties, "fo:font-style", "style:font-style-complex", "italic");
  if (marks.underline) {
    set_property(properties, "style:text-underline-style", "solid");
    set_property(properties, "style:text-underline-width", "auto");
    set_property(properties, "style:text-underline-color", "font-color");
  }
  if (marks.strike) set_property(properties, "style:text-line-through-style", "solid");
  if (marks.superscript) set_property(properties, "style:text-position", "super 58%");
  if (marks.subscript) set_property(properties, "style:text-position", "sub 58%");
  if (marks.code) { // Of Latin text only: such faces have no Thai.
    set_property(properties, "fo:font-family", "'Courier New'");
    set_property(properties, "style:font-family-generic", "modern");
    set_property(properties, "style:font-pitch", "fixed");
  }
  if (!marks.font.empty())
    set_both(properties, "fo:font-family", "style:font-family-complex", marks.font.c_str());
  if (!marks.color.empty()) set_property(properties, "fo:color", ("#" + marks.color).c_str());
  if (!marks.highlight.empty())
    set_property(properties, "fo:background-color", ("#" + marks.highlight).c_str());
  if (marks.half_points > 0)
    set_both(properties, "fo:font-size", "style:font-size-complex",
             fmt::format("{}pt", marks.half_points / 2.0).c_str());
}

/// A name as style:name encodes it (19.498: spaces and the like by their code).
std::string encoded(const std::string& name) {
  std::string out;
  for (const char c : name) {
    if (c == ' ')
      out += "_20_";
    else
      out += c;
  }
  return out;
}

std::string number_format(rich::List::Kind kind, bool thai) {
  using Of = rich::List::Kind;
  switch (kind) {
  case Of::lower_letters:
    return "a";
  case Of::upper_letters:
    return "A";
  case Of::lower_roman:
    return "i";
  case Of::upper_roman:
    return "I";
  default:
    return thai ? "\u0E51, \u0E52, \u0E53, ..." : "1";
  }
}

std::string list_level(const fill::RichPlace& place, const fill::RichList& shape, int level) {
  using Of = rich::List::Kind;
  const bool letters = shape.kind == Of::lower_letters || shape.kind == Of::upper_letters;
  const std::string start = level - 1 == shape.level && shape.start != 1
                                ? fmt::format(" text:start-value=\"{}\"", shape.start)
                                : "";
  const std::string element =
      shape.kind == Of::bullets ? "text:list-level-style-bullet" : "text:list-level-style-number";
  const std::string sign =
      shape.kind == Of::bullets
          ? fmt::format("text:bullet-char=\"{}\"", level % 2 == 1 ? "\u2022" : "\u2013")
          : fmt::format("style:num-format=\"{}\" style:num-suffix=\"{}\"{}",
                        number_format(shape.kind, place.thai_digits), letters ? ")" : ".", start);
  return fmt::format(
      "<{0} text:level=\"{1}\" {2}><style:list-level-properties "
      "text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-"
      "alignment text:label-followed-by=\"listtab\" text:list-tab-stop-position=\"{3:.2f}cm\" "
      "fo:text-indent=\"-0.635cm\" fo:margin-left=\"{3:.2f}cm\"/></style:list-level-properties>"
      "</{0}>",
      element, level, sign, 1.27 * level);
}

} // namespace

std::string common_style(const FillFacts& facts, const std::string& family,
                         const std::string& name) {
  for (const std::string& written : {encoded(name), name})
    if (facts.styles.count(family + " " + written) > 0) return written;
  return {};
}

std::string rich_style(const fill::RichPlace& place, pugi::xml_node style) {
  style.remove_attribute("style:name");
  const std::string name = fmt::format("saraban-rich-{:08x}", hash_of(printed(style)));
  style.prepend_attribute("style:name") = name.c_str();
  fill::define(place.additions, {Kind::automatic_style, place.part, name, printed(style)});
  return name;
}

fill::TextForm marked(const fill::Facts& facts, const fill::RichPlace& place,
                      const fill::TextForm& form, const rich::Marks& marks) {
  pugi::xml_document made;
  pugi::xml_node style = made.append_child("style:style");
  style.append_attribute("style:family") = "text";
  const std::string wanted = marks.style == "Hyperlink" ? "Internet link" : marks.style;
  const std::string common = wanted.empty() ? "" : common_style(facts_of(facts), "text", wanted);
  if (!common.empty()) style.append_attribute("style:parent-style-name") = common.c_str();
  rich::Marks own = marks;
  if (!common.empty()) own.style.clear();
  follow_marks(style.append_child("style:text-properties"), own);
  const std::string open = "<text:span text:style-name=\"" + rich_style(place, style) + "\">";
  fill::TextForm inside = form;
  for (std::string* start : {&inside.as_written, &inside.latin, &inside.complex}) *start += open;
  for (std::string* end : {&inside.close, &inside.complex_close}) *end = "</text:span>" + *end;
  return inside;
}

fill::ListForm rich_list(const fill::Facts&, const fill::RichPlace& place,
                         const fill::RichList& shape) {
  std::string levels;
  for (int level = 1; level <= 9; ++level) levels += list_level(place, shape, level);
  fill::ListForm form;
  form.name = fmt::format("saraban-rich-list-{:08x}", hash_of(levels));
  fill::define(place.additions, {Kind::automatic_style, place.part, form.name,
                                 "<text:list-style style:name=\"" + form.name + "\">" + levels +
                                     "</text:list-style>"});
  form.open = "<text:list text:style-name=\"" + form.name + "\">";
  form.close = "</text:list>";
  form.item_open = "<text:list-item>";
  form.item_close = "</text:list-item>";
  return form;
}

} // namespace saraban::odt
