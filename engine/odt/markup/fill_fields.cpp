// A form's fields, which ODF 1.3 has no words for in running text: its own reader is told of them
// in a package that is laid out and never saved. Dots to write on.
#include "fill/write_text.h"
#include "odt/markup/markup_parts.h"

#include <algorithm>

namespace saraban::odt {
namespace {

using Kind = language::FormField::Kind;

std::string attribute(std::string_view name, std::string_view value) {
  std::string out = " ";
  out.append(name).append("=\"");
  fill::escape_attribute(value, out);
  return out + "\"";
}

bool is_checked(const language::FormField& field) {
  if (!field.value) return false;
  const auto* box = std::get_if<language::CheckBox>(&field.value->content());
  return box && box->checked;
}

std::string kind_of_field(const language::FormField& field) {
  switch (field.kind) {
  case Kind::check_box:
  case Kind::radio:
    return attribute("loext:checkbox", "true") +
           attribute("loext:checked", is_checked(field) ? "true" : "false") +
           (field.kind == Kind::radio ? attribute(private_names::radio, "1") : "");
  case Kind::date:
    return attribute("loext:date", "true");
  case Kind::multiline:
    return attribute(private_names::multiline, "1");
  case Kind::choice:
  case Kind::text:
  case Kind::picture:
    break;
  }
  return "";
}

std::string choices(const language::FormField& field) {
  std::string out;
  if (field.kind != Kind::choice) return out;
  for (const std::string& option : field.options)
    out += "<loext:list-item" + attribute("loext:display-text", option) +
           attribute("loext:value", option) + "/>";
  return out;
}

} // namespace

void write_field_open(const fill::FieldShape& shape, const fill::TextForm&, std::string& out) {
  if (!shape.is_interactive) return;
  const language::FormField& field = shape.field;
  out += "<loext:content-control" + attribute("loext:tag", field.path);
  if (!field.choice.empty()) out += attribute("loext:alias", field.choice);
  if (shape.is_prompt) out += attribute("loext:showing-place-holder", "true");
  out += kind_of_field(field);
  if (!field.expression.empty()) out += attribute(private_names::expression, field.expression);
  if (!field.choice.empty()) out += attribute(private_names::choice, field.choice);
  if (!field.json.empty()) out += attribute(private_names::json, field.json);
  out += ">" + choices(field);
}

void write_field_close(const fill::FieldShape& shape, const fill::TextForm&, std::string& out) {
  if (shape.is_interactive) out += "</loext:content-control>";
}

/// The reader knows the room that is asked for by an attribute that is taken off what is saved; for
/// other readers it is dots, about as many as fit at 16 points, or a tab to the line's end where
/// the paragraph has a stop for it.
void write_leader(const fill::LeaderShape& shape, const fill::TextForm& form, std::string& out) {
  std::string room = shape.width ? std::to_string(shape.width->emu) : std::string("rest");
  if (!shape.shows) room += " unseen";
  const std::int64_t twips =
      shape.width ? std::clamp<std::int64_t>(shape.width->emu / 635, 20, 31'680) : 0;
  const std::int64_t dots = std::clamp<std::int64_t>(twips / 85, 3, 1'000);
  out += form.complex;
  out += "<text:span" + attribute(private_names::blank, room) + ">";
  if (shape.shows)
    out += shape.width ? std::string(static_cast<std::size_t>(dots), '.') : form.leader;
  out += "</text:span>" + form.complex_close;
}

package::Package ready_to_save(const package::Package& package) {
  package::Package result = package;
  const std::string start = "<text:span " + std::string(private_names::blank) + "=\"";
  for (const std::string& name : {std::string("content.xml"), std::string("styles.xml")}) {
    const auto bytes = package.part(name);
    if (!bytes || bytes->find(start) == std::string::npos) continue;
    std::string xml;
    std::size_t copied = 0;
    for (std::size_t at; (at = bytes->find(start, copied)) != std::string::npos;) {
      const std::size_t end = bytes->find('>', at);
      xml.append(*bytes, copied, at - copied).append("<text:span>");
      copied = end == std::string::npos ? bytes->size() : end + 1;
    }
    xml.append(*bytes, copied);
    result.set(name, std::move(xml));
  }
  return result;
}

} // namespace saraban::odt
