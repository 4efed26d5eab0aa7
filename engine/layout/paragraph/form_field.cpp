// A form's field on a line as a field of the page.
#include "layout/paragraph/form_field.h"

#include "base/utf8.h"
#include "layout/paragraph/decorate.h"

#include <algorithm>

namespace saraban::layout {

namespace {

page::FieldKind kind_of(document::FormFieldKind kind) {
  using document::FormFieldKind;
  switch (kind) {
  case FormFieldKind::multiline:
    return page::FieldKind::multiline;
  case FormFieldKind::check_box:
    return page::FieldKind::check_box;
  case FormFieldKind::radio:
    return page::FieldKind::radio;
  case FormFieldKind::choice:
    return page::FieldKind::choice;
  case FormFieldKind::date:
    return page::FieldKind::date;
  case FormFieldKind::signature:
    return page::FieldKind::signature;
  case FormFieldKind::text:
    break;
  }
  return page::FieldKind::text;
}

bool is_box(const document::FormFieldStart& field) {
  return field.kind == document::FormFieldKind::check_box ||
         field.kind == document::FormFieldKind::radio;
}

const document::Inline* mark_at(const Prepared& paragraph, std::uint32_t unit) {
  const Unit& found = paragraph.units[unit];
  return found.kind == UnitKind::mark ? &paragraph.paragraph->inlines[found.source] : nullptr;
}

/// The unit that ends the field begun at `unit`: its own end or the next field.
std::uint32_t end_of(const Prepared& paragraph, std::uint32_t unit) {
  std::uint32_t i = unit + 1;
  for (; i < paragraph.units.size(); ++i) {
    const document::Inline* mark = mark_at(paragraph, i);
    if (mark && (std::holds_alternative<document::FormFieldEnd>(*mark) ||
                 std::holds_alternative<document::FormFieldStart>(*mark)))
      break;
  }
  return i;
}

/// The first unit that shows how the field's text looks.
const Style& style_in(const Prepared& paragraph, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first + 1; i < last; ++i)
    if (paragraph.units[i].kind != UnitKind::mark && paragraph.units[i].style)
      return *paragraph.units[i].style;
  const Style* before = paragraph.units[first].style;
  return before ? *before : *paragraph.mark;
}

page::FieldAlignment alignment_of(const document::ParagraphFormat& format) {
  if (format.alignment == document::Alignment::center) return page::FieldAlignment::center;
  const bool to_right = format.direction == document::Direction::left_to_right;
  if (format.alignment == document::Alignment::end)
    return to_right ? page::FieldAlignment::right : page::FieldAlignment::left;
  return to_right ? page::FieldAlignment::left : page::FieldAlignment::right;
}

std::string trimmed_label(std::string_view text) {
  constexpr std::string_view around = " \t\n:.…-–";
  const std::size_t first = text.find_first_not_of(around);
  if (first == std::string_view::npos) return {};
  text = text.substr(first, text.find_last_not_of(" \t\n:…") + 1 - first);
  constexpr std::size_t longest = 120;
  if (text.size() > longest) {
    std::size_t cut = text.size() - longest;
    while (cut < text.size() && (text[cut] & 0xC0) == 0x80) ++cut;
    text.remove_prefix(cut);
    // A label that is cut begins with a whole word.
    if (const std::size_t space = text.find(' '); space != std::string_view::npos)
      text.remove_prefix(space + 1);
  }
  return std::string(text);
}

/// The text of the paragraph between the field before and this one: what a person reads as its
/// label.
std::string label_before(const Prepared& paragraph, std::uint32_t unit) {
  std::uint32_t from = unit;
  for (; from > 0; --from) {
    const document::Inline* mark = mark_at(paragraph, from - 1);
    if (mark && std::holds_alternative<document::FormFieldEnd>(*mark)) break;
  }
  const std::size_t begin =
      from == unit ? paragraph.units[unit].start : paragraph.units[from].start;
  return trimmed_label(
      std::string_view(paragraph.text).substr(begin, paragraph.units[unit].start - begin));
}

std::string title_of(const document::FormFieldStart& field, std::uint32_t unit,
                     const Prepared& paragraph) {
  if (!field.title.empty()) return field.title;
  if (!field.choice.empty()) return field.choice;
  std::string label = is_box(field) ? std::string() : label_before(paragraph, unit);
  return label.empty() ? field.path : label;
}

} // namespace

std::shared_ptr<const page::Field> page_field(const document::FormFieldStart& field,
                                              std::uint32_t unit, const Prepared& paragraph,
                                              const Line& line, Context& context) {
  std::shared_ptr<const page::Field>& known = context.form_fields[&field];
  if (known) return known;
  page::Field made;
  made.kind = kind_of(field.kind);
  made.content = field.placeholder ? page::FieldContent::prompt : page::FieldContent::value;
  made.path = field.path, made.expression = field.expression;
  made.title = title_of(field, unit, paragraph);
  made.json = field.json, made.choice = field.choice, made.options = field.options;
  const std::uint32_t end = end_of(paragraph, unit);
  if (is_box(field)) {
    made.text = field.value;
  } else if (!field.placeholder) {
    const std::size_t from = paragraph.units[unit].start;
    const std::size_t to =
        end < paragraph.units.size() ? paragraph.units[end].start : paragraph.text.size();
    made.text = paragraph.text.substr(from, to - from);
  }
  const Style& style = style_in(paragraph, unit, end);
  made.face = style.face, made.size = style.drawn;
  made.color = text_color(style, *paragraph.format);
  made.alignment = alignment_of(*paragraph.format);
  made.pitch = line.height;
  made.after_label =
      std::any_of(paragraph.units.begin(), paragraph.units.begin() + unit, [](const Unit& before) {
        return before.kind != UnitKind::mark && before.kind != UnitKind::control;
      });
  if (!made.after_label) made.indent = paragraph.format->indent_first;
  known = std::make_shared<const page::Field>(std::move(made));
  return known;
}

} // namespace saraban::layout
