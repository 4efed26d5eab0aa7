// Runs: text, spaces, tabs, breaks, spans and the elements round them (ODF 1.3 Part 3, 6).
#include "base/utf8.h"
#include "document/symbols.h"
#include "odt/drawings.h"
#include "odt/markup/markup_parts.h"
#include "odt/paragraphs.h"
#include "odt/part/elements.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace saraban::odt {
namespace {

using document::Break;
using document::BreakKind;
using document::FormatIndex;
using document::Inline;
using pugi::xml_node;

void read_spaces(InlineWriter& out, xml_node e, FormatIndex format) {
  constexpr std::int64_t most = 10'000;
  const auto count = std::clamp<std::int64_t>(integer_or(attribute(e, "text:c"), 1), 0, most);
  out.text(std::string(static_cast<std::size_t>(count), ' '), format);
}

void read_styled(InlineWriter& out, xml_node e, const Style* style) {
  const auto outer = out.place.span;
  if (style) out.place.span = out.reader.formats.nested(outer, *style);
  read_inlines(out, e);
  out.place.span = outer;
}

FormatIndex format_of(InlineWriter& out) {
  return out.reader.formats.run(out.place);
}

/// A place to write on, as filling tells of it.
bool read_blank(InlineWriter& out, xml_node e) {
  const auto room = attribute(e, private_names::blank);
  if (room.empty()) return false;
  document::Blank blank;
  if (!room.starts_with("rest"))
    blank.width = emu(std::clamp<std::int64_t>(std::atoll(std::string(room).c_str()), 0, 1 << 28));
  if (room.ends_with("unseen")) blank.leader = document::Leader::none;
  blank.format = format_of(out);
  out.item(blank);
  return true;
}

void read_span(InlineWriter& out, xml_node e) {
  if (read_blank(out, e)) return;
  read_styled(out, e, out.reader.style(Family::text, attribute(e, "text:style-name")));
}

void read_link(InlineWriter& out, xml_node e) {
  document::LinkStart link;
  link.target = attribute(e, "xlink:href");
  link.tooltip = attribute(e, "office:title");
  const bool marked = !link.target.empty();
  if (marked) out.mark(std::move(link));
  const auto* style = out.reader.style(Family::text, attribute(e, "text:style-name"));
  for (const auto* name : {"Internet_20_link", "Internetlink", "Internet link"})
    if (!style) style = out.reader.style(Family::text, name);
  read_styled(out, e, style);
  if (marked) out.mark(document::LinkEnd{});
}

void read_control(InlineWriter& out, xml_node e) {
  auto field = form_field_of(e);
  const bool marked = field.has_value();
  if (marked) out.mark(std::move(*field));
  read_inlines(out, e);
  if (marked) out.mark(document::FormFieldEnd{});
}

void read_ruby(InlineWriter& out, xml_node e) {
  out.reader.not_drawn("ruby text");
  read_inlines(out, e.child("text:ruby-base"));
}

using Handler = void (*)(InlineWriter&, xml_node);

void read_plain(InlineWriter& out, xml_node e) {
  read_inlines(out, e);
}
void read_mark(InlineWriter& out, xml_node e) {
  read_bookmark(e, out.paragraph.inlines);
}

const std::unordered_map<std::string_view, Handler>& handlers() {
  using W = InlineWriter;
  static const std::unordered_map<std::string_view, Handler> table = {
      {"text:span", read_span},
      {"text:s", [](W& o, xml_node e) { read_spaces(o, e, format_of(o)); }},
      {"text:tab", [](W& o, xml_node) { o.item(document::Tab{format_of(o)}); }},
      {"text:line-break",
       [](W& o, xml_node) {
         o.item(Break{BreakKind::line, format_of(o)});
       }},
      {"text:a", read_link},
      {"text:meta", read_plain},
      {"text:ruby", read_ruby},
      {"text:note", [](W& o, xml_node e) { read_note(o, e, format_of(o)); }},
      {"loext:content-control", read_control},
      {"text:bookmark", read_mark},
      {"text:bookmark-start", read_mark},
      {"text:bookmark-end", read_mark},
      {"text:reference-mark", read_mark},
      {"text:reference-mark-start", read_mark},
      {"text:reference-mark-end", read_mark},
  };
  return table;
}

} // namespace

void InlineWriter::text(std::string_view added, FormatIndex format) {
  if (added.empty()) return;
  after_space = false;
  auto& inlines = paragraph.inlines;
  auto* last = inlines.empty() ? nullptr : std::get_if<document::Text>(&inlines.back());
  if (last && last->format == format)
    last->text += added;
  else
    inlines.emplace_back(document::Text{std::string(added), format});
}

void InlineWriter::collapsed(std::string_view added, FormatIndex format) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  std::string kept;
  kept.reserve(added.size());
  bool space = after_space;
  for (const char c : added) {
    const bool is_control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    if (is_space(c)) {
      if (!space) kept += ' ';
      space = true;
    } else if (!is_control) {
      kept += c;
      space = false;
    }
  }
  text(kept, format);
  after_space = space;
}

void InlineWriter::item(Inline added) {
  after_space = false;
  paragraph.inlines.push_back(std::move(added));
}

void read_inlines(InlineWriter& out, xml_node parent) {
  for (const auto& child : parent.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      out.collapsed(child.value(), format_of(out));
      continue;
    }
    const auto found = handlers().find(child.name());
    if (found != handlers().end())
      found->second(out, child);
    else if (is_drawing(child))
      read_drawing(out, child, format_of(out));
    else
      read_field(out, child, format_of(out));
  }
}

void read_bookmark(xml_node e, std::vector<Inline>& out) {
  const std::string name(attribute(e, "text:name"));
  if (name.empty()) return;
  const std::string_view element = e.name();
  if (!element.ends_with("-end")) out.emplace_back(document::BookmarkStart{name});
  if (!element.ends_with("-start")) out.emplace_back(document::BookmarkEnd{name});
}

} // namespace saraban::odt
