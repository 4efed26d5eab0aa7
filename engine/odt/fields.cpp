// Fields: what only layout can know, and stored results of all others (ODF 1.3 Part 3, 7).
#include "odt/paragraphs.h"
#include "odt/part/elements.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace saraban::odt {
namespace {

using document::Field;
using document::FieldKind;
using document::FormatIndex;
using pugi::xml_node;

/// An element and the look of the text about it.
struct Met {
  xml_node element;
  FormatIndex format;
};
using Handler = void (*)(InlineWriter&, const Met&);

void nothing(InlineWriter&, const Met&) {}

void read_stored(InlineWriter& out, const Met& m) {
  read_inlines(out, m.element);
}

std::optional<document::NumberFormat> number_format_of(xml_node e) {
  const auto format = e.attribute("style:num-format");
  if (!format) return std::nullopt;
  return number_shape(format.value(), boolean(attribute(e, "style:num-letter-sync"), false)).format;
}

void put(InlineWriter& out, const Met& m, Field field) {
  field.cached = m.element.text().get();
  field.format = m.format;
  out.item(std::move(field));
}

/// text:page-number (7.3.4).
void read_page_number(InlineWriter& out, const Met& m) {
  Field field;
  field.number_format = number_format_of(m.element);
  const auto select = attribute(m.element, "text:select-page");
  field.offset = static_cast<int>(std::clamp<std::int64_t>(
      integer_or(attribute(m.element, "text:page-adjust"), 0), -10'000, 10'000));
  field.offset += select == "previous" ? -1 : select == "next" ? 1 : 0;
  put(out, m, std::move(field));
}

void read_page_count(InlineWriter& out, const Met& m) {
  Field field;
  field.kind = FieldKind::page_count;
  field.number_format = number_format_of(m.element);
  put(out, m, std::move(field));
}

/// A reference to a page is known to layout; other references are as stored (7.7).
void read_reference(InlineWriter& out, const Met& m) {
  const auto name = attribute(m.element, "text:ref-name");
  if (attribute(m.element, "text:reference-format") != "page" || name.empty())
    return read_stored(out, m);
  Field field;
  field.kind = FieldKind::page_reference;
  field.argument = name;
  put(out, m, std::move(field));
}

/// text:chapter: the heading of a level that the page stands under (7.3.13).
void read_chapter(InlineWriter& out, const Met& m) {
  const auto display = attribute(m.element, "text:display");
  const auto level = integer_or(attribute(m.element, "text:outline-level"), 1);
  const auto* style = out.reader.shared.common.heading(static_cast<int>(level));
  if ((display != "name" && !display.empty()) || !style) return read_stored(out, m);
  Field field;
  field.kind = FieldKind::style_reference;
  field.argument = style->title;
  put(out, m, std::move(field));
}

/// What is counted anew where it only counts on; else as stored (7.4.13).
void read_sequence(InlineWriter& out, const Met& m) {
  const auto name = attribute(m.element, "text:name");
  std::string formula(attribute(m.element, "text:formula"));
  if (const auto colon = formula.find(':'); colon != std::string::npos) formula.erase(0, colon + 1);
  std::erase(formula, ' ');
  auto& value = out.reader.sequences[std::string(name)];
  const auto shown = integer(m.element.text().get());
  if (formula != std::string(name) + "+1" || value >= 1'000'000'000) {
    value = static_cast<int>(shown.value_or(value + 1));
    return read_stored(out, m);
  }
  const auto shape = number_shape(attribute(m.element, "style:num-format"),
                                  boolean(attribute(m.element, "style:num-letter-sync"), false));
  out.text(number_text(++value, m.element.attribute("style:num-format")
                                    ? shape
                                    : NumberShape{document::NumberFormat::decimal, false}),
           m.format);
}

/// Text fields show their declaration's value, which filling may have set (7.4.8).
void read_user_field(InlineWriter& out, const Met& m) {
  if (attribute(m.element, "text:display") == "none") return;
  const auto found = out.reader.user_fields.find(attribute(m.element, "text:name"));
  if (found == out.reader.user_fields.end()) return read_stored(out, m);
  out.text(found->second, m.format);
}

void read_variable(InlineWriter& out, const Met& m) {
  if (attribute(m.element, "text:display") != "none") read_stored(out, m);
}

/// A prompt that nothing has replaced keeps its place, but is not printed, as in LibreOffice.
void read_placeholder(InlineWriter& out, const Met& m) {
  const std::string_view text = m.element.text().get();
  if (!text.starts_with('<') || !text.ends_with('>')) return read_stored(out, m);
  out.reader.not_drawn("placeholder");
  RunProperties unseen;
  unseen.color = Color{0, 0, 0, 0};
  unseen.underline = document::Underline::none, unseen.strike = document::Strike::none;
  unseen.background = std::optional<Color>();
  out.text(text, out.reader.formats.run_with(out.place, unseen));
}

std::string_view parameter(xml_node mark, std::string_view name) {
  for (const auto& e : mark.children("field:param"))
    if (attribute(e, "field:name") == name) return attribute(e, "field:value");
  return {};
}

/// field:fieldmark, LibreOffice's form fields of Word: a box to tick, a choice from a list.
void read_field_mark(InlineWriter& out, const Met& m) {
  const auto type = attribute(m.element, "field:type");
  if (type.ends_with("FORMCHECKBOX"))
    return out.text(boolean(parameter(m.element, "Checkbox_Checked"), false) ? "☒" : "☐", m.format);
  if (!type.ends_with("FORMDROPDOWN")) return read_stored(out, m);
  auto chosen = integer_or(parameter(m.element, "Dropdown_Selected"), 0);
  for (const auto& e : m.element.children("field:param"))
    if (attribute(e, "field:name") == "Dropdown_ListEntry" && chosen-- == 0)
      return out.text(attribute(e, "field:value"), m.format);
}

void read_hidden_text(InlineWriter& out, const Met& m) {
  if (boolean(attribute(m.element, "text:is-hidden"), true)) return;
  const auto text = attribute(m.element, "text:string-value");
  if (text.empty()) return read_stored(out, m);
  out.text(text, m.format);
}

/// Document information that is kept up to date where it is not fixed (7.5).
template <std::string document::Properties::*member>
void read_property(InlineWriter& out, const Met& m) {
  const auto& value = out.reader.document.properties.*member;
  if (value.empty() || boolean(attribute(m.element, "text:fixed"), false))
    return read_stored(out, m);
  out.text(value, m.format);
}

const std::unordered_map<std::string_view, Handler>& handlers() {
  using P = document::Properties;
  static const std::unordered_map<std::string_view, Handler> table = {
      {"text:page-number", read_page_number},
      {"text:page-count", read_page_count},
      {"text:bookmark-ref", read_reference},
      {"text:reference-ref", read_reference},
      {"text:chapter", read_chapter},
      {"text:sequence", read_sequence},
      {"text:user-field-get", read_user_field},
      {"text:variable-set", read_variable},
      {"text:variable-get", read_variable},
      {"text:expression", read_variable},
      {"text:hidden-text", read_hidden_text},
      {"text:placeholder", read_placeholder},
      {"field:fieldmark", read_field_mark},
      {"text:title", read_property<&P::title>},
      {"text:subject", read_property<&P::subject>},
      {"text:number", nothing},
      {"text:tracked-changes", nothing},
      {"text:script", nothing},
      {"text:database-next", nothing},
      {"text:database-row-select", nothing},
      {"text:page-variable-set", nothing},
      {"text:hidden-paragraph", nothing},
      {"office:annotation", nothing},
      {"office:annotation-end", nothing},
      {"office:forms", nothing},
      {"office:event-listeners", nothing},
  };
  return table;
}

} // namespace

void read_field(InlineWriter& out, xml_node e, FormatIndex format) {
  const auto found = handlers().find(e.name());
  if (found != handlers().end()) return found->second(out, {e, format});
  // All others show what is stored in them; so do elements of other namespaces (3.17).
  read_inlines(out, e);
}

bool has_hidden_paragraph(xml_node paragraph) {
  for (xml_node node = paragraph.first_child(); node && node != paragraph;) {
    if (is(node, "text:hidden-paragraph")) return boolean(attribute(node, "text:is-hidden"), false);
    const bool enters = node.first_child() && (is(node, "text:span") || is(node, "text:a"));
    if (enters) {
      node = node.first_child();
      continue;
    }
    while (node && node != paragraph && !node.next_sibling()) node = node.parent();
    if (node != paragraph) node = node.next_sibling();
  }
  return false;
}

void read_declarations(Reader& reader, xml_node text) {
  for (const auto& field : text.child("text:user-field-decls").children("text:user-field-decl"))
    if (attribute(field, "office:value-type") == "string")
      reader.user_fields[std::string(attribute(field, "text:name"))] =
          attribute(field, "office:string-value");
}

} // namespace saraban::odt
