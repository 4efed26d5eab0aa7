// Content controls as fields of a form (ECMA-376 Part 1, 17.5.2).
#include "docx/markup/markup_parts.h"
#include "docx/paragraphs.h"
#include "docx/part/elements.h"

namespace saraban::docx {
namespace {

using document::FormFieldKind;
using document::FormFieldStart;
using pugi::xml_node;

void read_choices(xml_node list, FormFieldStart& field) {
  field.kind = FormFieldKind::choice;
  for (const auto& item : list.children("w:listItem")) {
    const auto shown = attribute(item, "w:displayText");
    field.options.emplace_back(shown.empty() ? attribute(item, "w:value") : shown);
  }
}

void read_kind(xml_node properties, FormFieldStart& field) {
  for (const auto& child : properties.children()) {
    const std::string_view name = child.name();
    if (name == "w14:checkbox") {
      field.kind = FormFieldKind::check_box;
      const bool on = on_off_text(attribute(child.child("w14:checked"), "w14:val"), true);
      field.value = child.child("w14:checked") && on ? "true" : "false";
    } else if (name == "w:dropDownList" || name == "w:comboBox")
      read_choices(child, field);
    else if (name == "w:date") {
      field.kind = FormFieldKind::date;
      field.value = attribute(child, "w:fullDate");
    } else if (name == "w:richText" ||
               (name == "w:text" && on_off_text(attribute(child, "w:multiLine"), false)))
      field.kind = FormFieldKind::multiline;
  }
}

} // namespace

std::optional<FormFieldStart> form_field_of(xml_node sdt) {
  const auto properties = sdt.child("w:sdtPr");
  const auto tag = value(properties.child("w:tag"));
  if (tag.empty()) return std::nullopt;
  FormFieldStart field;
  field.path = tag;
  field.title = value(properties.child("w:alias"));
  if (const auto prompt = properties.child("w:showingPlcHdr")) field.placeholder = on_off(prompt);
  read_kind(properties, field);
  if (sdt.attribute(private_names::radio)) field.kind = FormFieldKind::radio;
  field.expression = attribute(sdt, private_names::expression);
  field.choice = attribute(sdt, private_names::choice);
  field.json = attribute(sdt, private_names::json);
  return field;
}

} // namespace saraban::docx
