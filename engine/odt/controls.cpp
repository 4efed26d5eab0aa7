// Form controls (ODF 1.3 Part 3, 13) and content controls as fields of a form.
#include "odt/drawings.h"
#include "odt/markup/markup_parts.h"
#include "odt/paragraphs.h"
#include "odt/part/elements.h"

#include <algorithm>

namespace saraban::odt {
namespace {

using document::FormFieldKind;
using document::FormFieldStart;
using document::Shape;
using pugi::xml_node;

/// Controls by their ids, of the part that is being read.
void index_controls(Reader& reader) {
  if (reader.controls_of == reader.part->part.xml) return;
  reader.controls_of = reader.part->part.xml;
  reader.controls.clear();
  for (const auto& forms : reader.part->part.root().select_nodes("//office:forms//*[@form:id or "
                                                                 "@xml:id]")) {
    const auto e = forms.node();
    const auto id = attribute(e, "xml:id");
    reader.controls.try_emplace(std::string(id.empty() ? attribute(e, "form:id") : id), e);
  }
}

std::optional<FormFieldKind> kind_of(std::string_view name) {
  constexpr Word<FormFieldKind> words[] = {
      {"form:text", FormFieldKind::text},          {"form:password", FormFieldKind::text},
      {"form:file", FormFieldKind::text},          {"form:formatted-text", FormFieldKind::text},
      {"form:number", FormFieldKind::text},        {"form:time", FormFieldKind::text},
      {"form:textarea", FormFieldKind::multiline}, {"form:date", FormFieldKind::date},
      {"form:checkbox", FormFieldKind::check_box}, {"form:radio", FormFieldKind::radio},
      {"form:combobox", FormFieldKind::choice},    {"form:listbox", FormFieldKind::choice},
  };
  return meaning(name, words);
}

/// The first of two attributes that is there: the present state is newer than the first one.
std::string_view present(xml_node e, const char* name, const char* initial) {
  const auto a = e.attribute(name);
  return a ? std::string_view(a.value()) : attribute(e, initial);
}

bool is_on(xml_node e) {
  if (is(e, "form:radio"))
    return boolean(present(e, "form:current-selected", "form:selected"), false);
  return present(e, "form:current-state", "form:state") == "checked";
}

void read_choices(xml_node e, FormFieldStart& field) {
  constexpr std::size_t most = 10'000;
  for (const auto& child : e.children()) {
    if (!is(child, "form:option") && !is(child, "form:item")) continue;
    if (field.options.size() == most) return;
    const auto label = attribute(child, "form:label");
    field.options.emplace_back(label.empty() ? attribute(child, "form:value") : label);
    if (boolean(present(child, "form:current-selected", "form:selected"), false))
      field.value = field.options.back();
  }
}

FormFieldStart field_of(xml_node e, FormFieldKind kind) {
  FormFieldStart field;
  field.kind = kind;
  field.path = attribute(e, "form:name");
  field.title = attribute(e, "form:title");
  if (kind == FormFieldKind::check_box || kind == FormFieldKind::radio) {
    field.value = is_on(e) ? "true" : "false";
    if (kind == FormFieldKind::radio)
      field.choice = attribute(e, attribute(e, "form:value").empty() ? "form:label" : "form:value");
    return field;
  }
  field.value = present(e, "form:current-value", "form:value");
  read_choices(e, field);
  return field;
}

/// LibreOffice's standard look of a control, below what its styles say.
const CellLook* look_of(Reader& reader, xml_node shape) {
  const auto* style = reader.style(Family::paragraph, attribute(shape, "draw:text-style-name"));
  auto& look = reader.shape_looks[{0, style ? style->id : 0}];
  if (look) return look;
  auto& made = reader.cell_looks.emplace_back();
  made.id = static_cast<std::uint32_t>(reader.cell_looks.size());
  for (auto& face : made.run.faces) {
    face.family = "DejaVu Sans";
    face.size = FontSize{FontSize::Kind::absolute, points(8), 100};
  }
  if (style) {
    overlay(made.run, style->run);
    overlay(made.paragraph, style->paragraph);
  }
  return look = &made;
}

/// One line for each of the value's.
void write_lines(InlineWriter& out, std::string_view text, document::FormatIndex format) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    out.text(text.substr(0, end), format);
    text.remove_prefix(end);
    if (text.empty()) return;
    out.item(document::Break{document::BreakKind::line, format});
    text.remove_prefix(1);
  }
}

/// `room`: what an empty field takes of its line.
void write_control(InlineWriter& out, xml_node e, std::optional<FormFieldKind> kind, Length room,
                   document::FormatIndex format) {
  if (!kind) return write_lines(out, attribute(e, "form:label"), format);
  auto field = field_of(e, *kind);
  const bool box = kind == FormFieldKind::check_box || kind == FormFieldKind::radio;
  const bool on = field.value == "true";
  std::string shown = field.value;
  if (kind == FormFieldKind::check_box) shown = on ? "☑" : "☐";
  if (kind == FormFieldKind::radio) shown = on ? "◉" : "○";
  const bool named = !field.path.empty();
  if (named) out.mark(std::move(field));
  write_lines(out, shown, format);
  if (named && shown.empty()) out.item(document::Blank{room, document::Leader::none, format});
  if (named) out.mark(document::FormFieldEnd{});
  if (box) out.text(" " + std::string(attribute(e, "form:label")), format);
}

/// The frame that LibreOffice draws round what can be typed into, and the ground of a button.
Shape box_of(xml_node e, std::optional<FormFieldKind> kind, const GraphicProperties& get) {
  Shape shape;
  const bool box = kind == FormFieldKind::check_box || kind == FormFieldKind::radio;
  if (kind && !box) shape.insets = {points(1), points(2), points(1), points(2)};
  if (kind && !box && get("fo:border") != "none") {
    shape.stroke.style = document::LineStyle::single;
    shape.stroke.width = points(0.5);
  }
  if (is(e, "form:button")) shape.fill = Color{0xC0, 0xC0, 0xC0, 255};
  if (kind != FormFieldKind::multiline) shape.vertical_alignment = document::Alignment::center;
  return shape;
}

} // namespace

std::optional<PlacedDrawing> read_form_control(Reader& reader, xml_node e) {
  index_controls(reader);
  PlacedDrawing placed;
  read_place(e, placed);
  const auto found = reader.controls.find(attribute(e, "draw:control"));
  placed.drawing.content = Shape{};
  if (found == reader.controls.end()) return placed;
  const auto control = found->second;
  const auto kind = kind_of(control.name());
  if (is(control, "form:grid") || is(control, "form:image") || is(control, "form:image-frame"))
    reader.not_drawn("form control of kind " + std::string(control.name()));
  auto shape = box_of(control, kind, graphic_properties(reader, e));
  const auto* look = look_of(reader, e);
  document::Paragraph paragraph;
  paragraph.format = reader.formats.paragraph(nullptr, look).format;
  const auto format = reader.formats.run({nullptr, look, 0});
  paragraph.mark_format = format;
  InlineWriter writer{reader, paragraph, {nullptr, look, 0}};
  const auto room = placed.drawing.size.width - shape.insets.left - shape.insets.right;
  write_control(writer, control, kind, std::max(room, Length{}), format);
  shape.text.push_back({std::move(paragraph)});
  placed.drawing.content = std::move(shape);
  return placed;
}

/// LibreOffice's extension, ODF 1.4's draft.
std::optional<FormFieldStart> form_field_of(xml_node e) {
  const auto tag = attribute(e, "loext:tag"), alias = attribute(e, "loext:alias");
  if (tag.empty() && alias.empty()) return std::nullopt;
  FormFieldStart field;
  field.path = tag.empty() ? alias : tag;
  field.title = alias;
  field.placeholder = boolean(attribute(e, "loext:showing-place-holder"), false);
  if (boolean(attribute(e, "loext:checkbox"), false)) {
    field.kind = FormFieldKind::check_box;
    field.value = boolean(attribute(e, "loext:checked"), false) ? "true" : "false";
  } else if (boolean(attribute(e, "loext:date"), false)) {
    field.kind = FormFieldKind::date;
    field.value = attribute(e, "loext:current-date");
  }
  if (e.attribute(private_names::radio)) field.kind = FormFieldKind::radio;
  if (e.attribute(private_names::multiline)) field.kind = FormFieldKind::multiline;
  field.expression = attribute(e, private_names::expression);
  field.choice = attribute(e, private_names::choice);
  field.json = attribute(e, private_names::json);
  for (const auto& item : e.children("loext:list-item")) {
    field.kind = FormFieldKind::choice;
    const auto shown = attribute(item, "loext:display-text");
    field.options.emplace_back(shown.empty() ? attribute(item, "loext:value") : shown);
  }
  return field;
}

} // namespace saraban::odt
