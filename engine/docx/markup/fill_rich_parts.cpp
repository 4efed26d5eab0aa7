// What rich text needs of a document beside paragraphs: formats of runs, lists, headings' styles.
#include "docx/markup/markup_parts.h"
#include "docx/markup/property_order.h"

#include <algorithm>
#include <fmt/format.h>

namespace saraban::docx {
namespace {

using Kind = fill::Additions::Definition::Kind;

void set_value(pugi::xml_node properties, const char* name, const char* value) {
  set_attribute(run_property(properties, name), "w:val", value);
}

void switch_on(pugi::xml_node properties, const char* name) {
  run_property(properties, name).remove_attributes();
}

void set_font(pugi::xml_node properties, const std::string& font, bool complex) {
  pugi::xml_node fonts = run_property(properties, "w:rFonts");
  for (const char* theme : {"w:asciiTheme", "w:hAnsiTheme"}) fonts.remove_attribute(theme);
  for (const char* name : {"w:ascii", "w:hAnsi"}) set_attribute(fonts, name, font.c_str());
  if (!complex) return;
  fonts.remove_attribute("w:cstheme");
  set_attribute(fonts, "w:cs", font.c_str());
}

void follow_style(const FillFacts& facts, pugi::xml_node properties, const std::string& name) {
  if (const std::string id = style_id(facts, "character", name); !id.empty())
    return set_value(properties, "w:rStyle", id.c_str());
  if (name != "Hyperlink") return;
  set_value(properties, "w:color", "0563C1");
  set_value(properties, "w:u", "single");
}

void follow_marks(const FillFacts& facts, pugi::xml_node properties, const rich::Marks& marks) {
  if (!marks.style.empty()) follow_style(facts, properties, marks.style);
  if (marks.bold) switch_on(properties, "w:b"), switch_on(properties, "w:bCs");
  if (marks.italic) switch_on(properties, "w:i"), switch_on(properties, "w:iCs");
  if (marks.strike) switch_on(properties, "w:strike");
  if (marks.underline) set_value(properties, "w:u", "single");
  if (marks.code) {
    const std::string code = style_id(facts, "character", "HTML Code");
    if (code.empty())
      set_font(properties, "Courier New", false); // Which has no Thai.
    else
      set_value(properties, "w:rStyle", code.c_str());
  }
  if (!marks.font.empty()) set_font(properties, marks.font, true);
  if (!marks.color.empty()) {
    run_property(properties, "w:color").remove_attributes();
    set_value(properties, "w:color", marks.color.c_str());
  }
  if (marks.half_points > 0)
    for (const char* name : {"w:sz", "w:szCs"})
      set_value(properties, name, std::to_string(marks.half_points).c_str());
  if (!marks.highlight.empty()) {
    pugi::xml_node shading = run_property(properties, "w:shd");
    shading.remove_attributes();
    set_attribute(shading, "w:val", "clear");
    set_attribute(shading, "w:color", "auto");
    set_attribute(shading, "w:fill", marks.highlight.c_str());
  }
  if (marks.superscript || marks.subscript)
    set_value(properties, "w:vertAlign", marks.superscript ? "superscript" : "subscript");
}

/// As DrawingML says it (ECMA-376 21.1.2.3.9).
void follow_in_drawing(pugi::xml_node properties, const rich::Marks& marks) {
  if (marks.bold) set_attribute(properties, "b", "1");
  if (marks.italic) set_attribute(properties, "i", "1");
  if (marks.underline) set_attribute(properties, "u", "sng");
  if (marks.strike) set_attribute(properties, "strike", "sngStrike");
  if (marks.superscript) set_attribute(properties, "baseline", "30000");
  if (marks.subscript) set_attribute(properties, "baseline", "-25000");
  if (marks.half_points > 0)
    set_attribute(properties, "sz", std::to_string(marks.half_points * 50).c_str());
}

/// A run's opening with other properties: "<w:r>", perhaps its properties, and what follows.
template <class Edit>
std::string with_properties(const std::string& open, const char* name, const Edit& edit) {
  const std::size_t tag_end = open.find('>') + 1;
  if (tag_end == 0) return open;
  pugi::xml_document document;
  std::size_t rest = tag_end;
  if (open.compare(tag_end, std::string_view(name).size() + 1, std::string("<") + name) == 0) {
    const std::string end = std::string("</") + name + ">";
    const std::size_t close = open.find(end, tag_end);
    const std::size_t empty = open.find("/>", tag_end);
    rest = close == std::string::npos ? empty + 2 : close + end.size();
    document.load_buffer(open.data() + tag_end, rest - tag_end, pugi::parse_fragment);
  }
  pugi::xml_node properties = document.first_child();
  if (!properties) properties = document.append_child(name);
  edit(properties);
  return open.substr(0, tag_end) + print(properties) + open.substr(rest);
}

/// Two lists that count alike share their definition.
std::string list_definition(const FillFacts& facts, const fill::RichPlace& place,
                            rich::List::Kind kind) {
  const bool thai = place.thai_digits && kind == rich::List::Kind::numbers;
  const std::string name = std::to_string(static_cast<int>(kind)) + (thai ? "t" : "");
  int position = 0;
  for (const auto& definition : place.additions.definitions) {
    if (definition.kind != Kind::list) continue;
    ++position;
    if (definition.name == name) return std::to_string(facts.last_abstract + position);
  }
  const std::string id = next_list_definition(facts, place.additions);
  using Of = rich::List::Kind;
  const char* format = kind == Of::bullets         ? "bullet"
                       : kind == Of::lower_letters ? "lowerLetter"
                       : kind == Of::upper_letters ? "upperLetter"
                       : kind == Of::lower_roman   ? "lowerRoman"
                       : kind == Of::upper_roman   ? "upperRoman"
                       : thai                      ? "thaiNumbers"
                                                   : "decimal";
  std::string xml = "<w:abstractNum w:abstractNumId=\"" + id +
                    "\"><w:multiLevelType w:val=\"hybridMultilevel\"/>";
  for (int level = 0; level < 9; ++level) {
    const char* bullets[] = {"\u2022", "\u2013", "\u2022"};
    const bool letters = kind == Of::lower_letters || kind == Of::upper_letters;
    const std::string text = kind == Of::bullets
                                 ? bullets[level % 3]
                                 : fmt::format("%{}{}", level + 1, letters ? ")" : ".");
    xml += fmt::format("<w:lvl w:ilvl=\"{}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{}\"/>"
                       "<w:lvlText w:val=\"{}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind "
                       "w:left=\"{}\" w:hanging=\"360\"/></w:pPr></w:lvl>",
                       level, format, text, 720 * (level + 1));
  }
  fill::define(place.additions, {Kind::list, "", name, xml + "</w:abstractNum>"});
  return id;
}

} // namespace

fill::TextForm marked(const fill::Facts& facts, const fill::RichPlace&, const fill::TextForm& form,
                      const rich::Marks& marks) {
  fill::TextForm made = form;
  const bool drawing = form.latin.starts_with("<a:r>");
  const auto edit = [&](pugi::xml_node properties) {
    drawing ? follow_in_drawing(properties, marks)
            : follow_marks(facts_of(facts), properties, marks);
  };
  for (std::string* open : {&made.as_written, &made.latin, &made.complex})
    *open = with_properties(*open, drawing ? "a:rPr" : "w:rPr", edit);
  if (drawing) made.line_break = made.page_break = made.close + "<a:br/>" + made.as_written;
  return made;
}

/// The document's own where its style for such lists counts in one.
fill::ListForm rich_list(const fill::Facts& facts, const fill::RichPlace& place,
                         const fill::RichList& shape) {
  const FillFacts& known = facts_of(facts);
  fill::ListForm form;
  const bool bullets = shape.kind == rich::List::Kind::bullets;
  const std::string style = style_id(known, "paragraph", bullets ? "List Bullet" : "List Number");
  const auto own = known.style_lists.find(style);
  const auto counted =
      own == known.style_lists.end() ? known.lists.end() : known.lists.find(own->second);
  const bool as_styled = shape.level == 0 && counted != known.lists.end() &&
                         (bullets || shape.kind == rich::List::Kind::numbers);
  if (bullets && as_styled) {
    form.name = own->second;
    return form;
  }
  const std::string definition =
      as_styled ? counted->second.abstract : list_definition(known, place, shape.kind);
  form.name = list_name(facts, ++place.additions.lists);
  const std::string start = bullets ? ""
                                    : fmt::format("<w:lvlOverride w:ilvl=\"{}\"><w:startOverride "
                                                  "w:val=\"{}\"/></w:lvlOverride>",
                                                  shape.level, shape.start);
  fill::define(place.additions, {Kind::list_use, "", form.name,
                                 "<w:num w:numId=\"" + form.name + "\"><w:abstractNumId w:val=\"" +
                                     definition + "\"/>" + start + "</w:num>"});
  return form;
}

std::string heading_style(const FillFacts& facts, const fill::RichPlace& place, int level) {
  const std::string number = std::to_string(std::clamp(level, 1, 6));
  if (const std::string id = style_id(facts, "paragraph", "heading " + number); !id.empty())
    return id;
  const std::string id = "SarabanHeading" + number;
  const int size = facts.base_half_points * (level == 1 ? 10 : level == 2 ? 9 : 8) / 8;
  const std::string based =
      facts.usual_style.empty() ? "" : "<w:basedOn w:val=\"" + facts.usual_style + "\"/>";
  fill::define(place.additions,
               {Kind::style, "", id,
                fmt::format("<w:style w:type=\"paragraph\" w:styleId=\"{0}\"><w:name w:val=\""
                            "heading {1}\"/>{2}<w:next w:val=\"{3}\"/><w:qFormat/><w:pPr>"
                            "<w:keepNext/><w:spacing w:before=\"120\"/><w:outlineLvl "
                            "w:val=\"{4}\"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val=\"{5}\"/>"
                            "<w:szCs w:val=\"{5}\"/></w:rPr></w:style>",
                            id, number, based, facts.usual_style.empty() ? id : facts.usual_style,
                            std::clamp(level, 1, 6) - 1, size)});
  return id;
}

} // namespace saraban::docx
