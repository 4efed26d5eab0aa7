// Tags of a form that is printed blank or made fillable: fields with what stands in them.
#include "fill/applier.h"
#include "fill/write_text.h"

namespace saraban::fill {
namespace {

using language::FormField;

/// A field of several paragraphs is closed at the end of each and goes on in the next.
TextForm form_inside(const TextForm& form, const std::string& open, const std::string& close) {
  TextForm inside = form;
  inside.paragraph_close = close + form.paragraph_close;
  inside.paragraph_open = form.paragraph_open + open;
  if (!form.next_paragraph.empty()) inside.next_paragraph = close + form.next_paragraph + open;
  if (!form.next_page.empty()) inside.next_page = close + form.next_page + open;
  return inside;
}

} // namespace

void Applier::form_slot(const Slot& slot) {
  for (const language::FormPart& part : shared_.scope.form_parts(slot.value)) {
    if (const auto* field = std::get_if<FormField>(&part))
      form_field(*field, slot);
    else
      value(std::get<language::Value>(part), *slot.form, slot.value);
  }
}

void Applier::form_field(const FormField& field, const Slot& slot) {
  const TextForm& form = *slot.form;
  const Markup& markup = *shared_.program.markup;
  if (field.kind == FormField::Kind::picture && form.pictures == TextForm::Pictures::yes)
    return field.value ? value(*field.value, form, slot.value) : picture_box(field, form);
  if (form.pictures == TextForm::Pictures::no || !markup.field_open) // No place for a field.
    return field_content(field, slot, form);
  const bool is_interactive = shared_.scope.environment().form == FormMode::fillable;
  const FieldShape shape{field, std::to_string(200'000'000 + ++shared_.fields), !field.value,
                         is_interactive};
  std::string open, close;
  markup.field_open(shape, form, open);
  markup.field_close(shape, form, close);
  out_ += open;
  field_content(field, slot, form_inside(form, open, close));
  out_ += close;
}

void Applier::field_content(const FormField& field, const Slot& slot, const TextForm& form) {
  if (field.value) return value(*field.value, form, slot.value);
  const bool no_dots = field.blank && field.blank->width == Length{} && field.blank->lines == 0 &&
                       !field.blank->fill;
  if (field.blank && !(no_dots && slot.fills_cell)) return blank(*field.blank, form);
  if (!slot.fills_cell) return blank({}, form);
  const Markup& markup = *shared_.program.markup;
  if (markup.leader) markup.leader({std::nullopt, false}, form, out_);
}

} // namespace saraban::fill
