// Runs: text, tabs, breaks, symbols and the wrappers round them (ECMA-376 Part 1, 17.3.3).
#include "base/utf8.h"
#include "document/symbols.h"
#include "docx/paragraphs.h"
#include "docx/part/elements.h"

#include <string_view>
#include <unordered_map>

namespace saraban::docx {
namespace {

using document::Break;
using document::BreakKind;
using document::FormatIndex;
using document::Inline;
using pugi::xml_node;

/// Line ends inside w:t are spaces; control characters are nothing.
std::string clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text)
    if (c == '\n' || c == '\r' || c == '\t')
      out += ' ';
    else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
      out += c;
  return out;
}

/// White space at the ends counts only where the file says so (xml:space).
std::string_view trimmed(xml_node e, std::string_view text) {
  auto space = attribute(e, "xml:space");
  if (space == "preserve") return text;
  const auto from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

bool has_control(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return true;
  return false;
}

/// A tab character inside w:t is a tab, as in Word.
void put_pieces(InlineWriter& out, std::string_view text, FormatIndex format) {
  for (;;) {
    const auto tab = text.find('\t');
    out.text(clean(text.substr(0, tab)), format);
    if (tab == std::string_view::npos) return;
    out.item(document::Tab{format});
    text.remove_prefix(tab + 1);
  }
}

void read_text(InlineWriter& out, xml_node e, FormatIndex format) {
  const auto text = trimmed(e, e.text().get());
  if (has_control(text)) return put_pieces(out, text, format);
  const auto& family = out.reader.document.run_formats[format].latin.family;
  if (document::is_symbol_font(family))
    return out.text(document::from_symbol_font(text, family), format);
  out.text(text, format);
}

/// A symbol of a font that is not Unicode's is drawn by that font (17.3.3.30).
void read_symbol(InlineWriter& out, xml_node e, xml_node rpr, FormatIndex format) {
  const auto code = hexadecimal(attribute(e, "w:char"));
  if (!code || *code > 0x10FFFF || *code < 0x20) return;
  const auto family = attribute(e, "w:font");
  std::string text;
  append_utf8(text, static_cast<char32_t>(*code));
  if (document::is_symbol_font(family) || family.empty())
    return out.text(document::from_symbol_font(text, family), format);
  out.text(text, out.reader.formats.run_in_family(rpr, out.place, family));
}

void read_break(InlineWriter& out, xml_node e, FormatIndex format) {
  const auto type = attribute(e, "w:type"), clear = attribute(e, "w:clear");
  const auto kind = type == "page"                      ? BreakKind::page
                    : type == "column"                  ? BreakKind::column
                    : !clear.empty() && clear != "none" ? BreakKind::line_clear
                                                        : BreakKind::line;
  out.item(Break{kind, format});
}

void read_positional_tab(InlineWriter& out, xml_node e, FormatIndex format) {
  document::PositionalTab tab;
  const auto align = attribute(e, "w:alignment"), leader = attribute(e, "w:leader");
  tab.kind = align == "center"  ? document::TabKind::center
             : align == "right" ? document::TabKind::end
                                : document::TabKind::start;
  tab.relative_to = attribute(e, "w:relativeTo") == "indent" ? document::RelativeTo::paragraph
                                                             : document::RelativeTo::margin;
  constexpr Word<document::Leader> leaders[] = {{"dot", document::Leader::dot},
                                                {"hyphen", document::Leader::hyphen},
                                                {"underscore", document::Leader::underscore},
                                                {"middleDot", document::Leader::middle_dot}};
  tab.leader = meaning_or(leader, document::Leader::none, leaders);
  tab.format = format;
  // As filling writes a line of dots to write on; alone on its line it is the same in Word.
  if (tab.kind == document::TabKind::end && tab.relative_to == document::RelativeTo::paragraph &&
      (tab.leader == document::Leader::dot || tab.leader == document::Leader::none))
    return out.item(document::Blank{std::nullopt, tab.leader, format});
  out.item(tab);
}

/// Dots in a run that is made to fit a width (17.3.2.14): a place to write on. Nothing for another
/// run.
std::optional<document::Blank> blank_of(xml_node run, xml_node rpr, FormatIndex format) {
  const xml_node fit = rpr.child("w:fitText");
  if (!fit) return std::nullopt;
  const std::string_view text = run.child("w:t").text().get();
  if (text.empty() || text.find_first_not_of('.') != text.npos) return std::nullopt;
  const std::int64_t width = fit.attribute("w:val").as_llong();
  if (width <= 0 || width > 31'680) return std::nullopt;
  return document::Blank{twips(width), document::Leader::dot, format};
}

void read_field_character(InlineWriter& out, xml_node e, FormatIndex format) {
  const auto type = attribute(e, "w:fldCharType");
  if (type == "begin")
    begin_field(out, e, format);
  else if (type == "separate")
    separate_field(out);
  else if (type == "end")
    end_field(out);
}

struct RunChild {
  xml_node element, rpr;
  FormatIndex format;
};
using Handler = void (*)(InlineWriter&, const RunChild&);

void no_op(InlineWriter&, const RunChild&) {}

void read_ruby(InlineWriter& out, const RunChild& c) {
  out.reader.not_drawn("ruby text");
  read_inlines(out, c.element.child("w:rubyBase"));
}

void read_embedded_drawing(InlineWriter& out, const RunChild& c) {
  read_drawing(out, c.element, c.format);
}

const std::unordered_map<std::string_view, Handler>& handlers() {
  using W = InlineWriter;
  using C = RunChild;
  static const std::unordered_map<std::string_view, Handler> table = {
      {"w:t", [](W& o, const C& c) { read_text(o, c.element, c.format); }},
      {"w:tab", [](W& o, const C& c) { o.item(document::Tab{c.format}); }},
      {"w:br", [](W& o, const C& c) { read_break(o, c.element, c.format); }},
      {"w:cr",
       [](W& o, const C& c) {
         o.item(Break{BreakKind::line, c.format});
       }},
      {"w:sym", [](W& o, const C& c) { read_symbol(o, c.element, c.rpr, c.format); }},
      {"w:pgNum",
       [](W& o, const C& c) {
         document::Field page;
         page.format = c.format;
         o.item(std::move(page));
       }},
      {"w:ptab", [](W& o, const C& c) { read_positional_tab(o, c.element, c.format); }},
      {"w:softHyphen", [](W& o, const C& c) { o.text("\u00AD", c.format); }},
      {"w:noBreakHyphen", [](W& o, const C& c) { o.text("\u2011", c.format); }},
      {"w:fldChar", [](W& o, const C& c) { read_field_character(o, c.element, c.format); }},
      {"w:instrText",
       [](W& o, const C& c) {
         auto& fields = o.reader.fields;
         if (!fields.empty() && !fields.back().in_result && fields.back().instruction.size() < 4096)
           fields.back().instruction += c.element.text().get();
       }},
      {"w:footnoteReference",
       [](W& o, const C& c) {
         read_note_reference(o, c.element, document::NoteKind::footnote, c.format);
       }},
      {"w:endnoteReference",
       [](W& o, const C& c) {
         read_note_reference(o, c.element, document::NoteKind::endnote, c.format);
       }},
      {"w:footnoteRef", [](W& o, const C& c) { o.text(o.reader.note_mark, c.format); }},
      {"w:endnoteRef", [](W& o, const C& c) { o.text(o.reader.note_mark, c.format); }},
      {"w:drawing", read_embedded_drawing},
      {"w:pict", read_embedded_drawing},
      {"w:object", read_embedded_drawing},
      {"w:ruby", read_ruby},
      {"mc:AlternateContent", no_op},
  };
  return table;
}

void read_run_children(InlineWriter& out, xml_node parent, xml_node rpr, FormatIndex format) {
  for (const auto& child : parent.children()) {
    const std::string_view name = child.name();
    if (name == "w:t" && out.reader.fields.empty()) { // By far the most common.
      read_text(out, child, format);
      continue;
    }
    if (name == "mc:AlternateContent") {
      read_run_children(out, chosen_branch(child), rpr, format);
      continue;
    }
    const auto found = handlers().find(name);
    if (found != handlers().end()) found->second(out, {child, rpr, format});
  }
}

void read_link(InlineWriter& out, xml_node e) {
  document::LinkStart link;
  if (const auto* target = out.reader.part->part.find(attribute(e, "r:id")))
    link.target = target->target;
  if (const auto anchor = attribute(e, "w:anchor"); !anchor.empty())
    link.target += '#' + std::string(anchor);
  link.tooltip = attribute(e, "w:tooltip");
  const bool marked = !link.target.empty() && !out.drops();
  if (marked) out.mark(std::move(link));
  read_inlines(out, e);
  if (marked) out.mark(document::LinkEnd{});
}

void read_control(InlineWriter& out, xml_node e) {
  auto field = out.drops() ? std::nullopt : form_field_of(e);
  const bool marked = field.has_value();
  if (marked) out.mark(std::move(*field));
  read_inlines(out, e.child("w:sdtContent"));
  if (marked) out.mark(document::FormFieldEnd{});
}

bool is_wrapper(std::string_view name) {
  return name == "w:ins" || name == "w:moveTo" || name == "w:smartTag" || name == "w:customXml" ||
         name == "w:dir" || name == "w:bdo";
}

void read_child(InlineWriter& out, xml_node e, std::string_view name) {
  if (name == "w:hyperlink")
    read_link(out, e);
  else if (name == "w:fldSimple")
    read_simple_field(out, e);
  else if (name == "w:sdt")
    read_control(out, e);
  else if (is_wrapper(name))
    read_inlines(out, e);
  else if (name == "mc:AlternateContent")
    read_inlines(out, chosen_branch(e));
  else if (name == "w:bookmarkStart" || name == "w:bookmarkEnd")
    read_bookmark(out.reader, e, out.paragraph.inlines);
  else if (name == "m:oMath" || name == "m:oMathPara")
    read_equation(out, e);
}

} // namespace

bool InlineWriter::drops() const {
  for (const auto& field : reader.fields)
    if (!field.in_result || field.kind == OpenField::Kind::laid_out ||
        field.kind == OpenField::Kind::form_result)
      return true;
  return false;
}

void InlineWriter::text(std::string_view added, FormatIndex format) {
  if (added.empty()) return;
  for (auto& field : reader.fields) {
    if (!field.in_result || field.kind == OpenField::Kind::form_result) return;
    if (field.kind != OpenField::Kind::laid_out) continue;
    if (!field.format) field.format = format;
    field.field.cached += added;
    return;
  }
  auto& inlines = paragraph.inlines;
  auto* last = inlines.empty() ? nullptr : std::get_if<document::Text>(&inlines.back());
  if (last && last->format == format)
    last->text += added;
  else
    inlines.emplace_back(document::Text{std::string(added), format});
}

void InlineWriter::item(Inline added) {
  if (!drops()) paragraph.inlines.push_back(std::move(added));
}

/// What runs ask for and layout does not draw: 17.3.2.12, 17.3.2.14, 17.3.2.10.
void report_undrawn(Reader& reader, xml_node rpr) {
  for (const auto& child : rpr.children()) {
    const std::string_view name = child.name();
    if (name == "w:em" && value(child) != "none")
      reader.not_drawn("emphasis mark");
    else if (name == "w:fitText")
      reader.not_drawn("text fitted to a width");
    else if (name == "w:eastAsianLayout")
      reader.not_drawn("East Asian layout");
    else if ((name == "w:outline" || name == "w:shadow" || name == "w:emboss" ||
              name == "w:imprint") &&
             on_off(child))
      reader.not_drawn("text effect " + std::string(name.substr(2)));
  }
}

void read_run(InlineWriter& out, xml_node run) {
  const auto rpr = run.child("w:rPr");
  const FormatIndex format = out.reader.formats.run(rpr, out.place);
  if (auto blank = blank_of(run, rpr, format)) return out.item(*blank);
  report_undrawn(out.reader, rpr);
  read_run_children(out, run, rpr, format);
}

void read_inlines(InlineWriter& out, xml_node parent) {
  for (const auto& child : parent.children()) {
    const std::string_view name = child.name();
    if (name == "w:r")
      read_run(out, child);
    else if (name != "w:pPr")
      read_child(out, child, name);
  }
}

void read_bookmark(Reader& reader, xml_node e, std::vector<Inline>& out) {
  const std::string id(attribute(e, "w:id"));
  if (is(e, "w:bookmarkStart")) {
    const std::string name(attribute(e, "w:name"));
    if (name.empty() || name == "_GoBack") return;
    reader.bookmarks[id] = name;
    out.emplace_back(document::BookmarkStart{name});
  } else if (const auto open = reader.bookmarks.find(id); open != reader.bookmarks.end()) {
    out.emplace_back(document::BookmarkEnd{open->second});
    reader.bookmarks.erase(open);
  }
}

} // namespace saraban::docx
