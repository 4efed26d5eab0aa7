// A form's fields as text for people and as JSON.
#include "base/json_text.h"
#include "pdf/form.h"

#include <array>
#include <fmt/format.h>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace saraban::pdf {
namespace {

struct Word {
  std::string_view english, thai;
};

Word word_of(const Field& field) {
  switch (field.kind) {
  case FieldKind::text:
    return field.has(flag::multiline) ? Word{"text, several lines", "ข้อความหลายบรรทัด"}
                                      : Word{"text", "ข้อความ"};
  case FieldKind::check_box:
    return {"check box", "ช่องกา"};
  case FieldKind::radio:
    return {"radio buttons", "ปุ่มเลือก"};
  case FieldKind::combo:
    return {"combo box", "รายการแบบดึงลง"};
  case FieldKind::list:
    return {"list box", "กล่องรายการ"};
  case FieldKind::push_button:
    return {"push button", "ปุ่มกด"};
  case FieldKind::signature:
    return {"signature", "ลายมือชื่อ"};
  case FieldKind::unknown:
    break;
  }
  return {"unknown", "ไม่ทราบชนิด"};
}

const char* key_of(FieldKind kind) {
  constexpr std::array keys = {"text", "check-box",   "radio",     "combo",
                               "list", "push-button", "signature", "unknown"};
  return keys[static_cast<std::size_t>(kind)];
}

std::vector<std::string_view> flags_of(const Field& field) {
  std::vector<std::string_view> words;
  const auto add = [&](unsigned flag, std::string_view word) {
    if (field.has(flag)) words.push_back(word);
  };
  add(flag::read_only, "read-only");
  add(flag::required, "required");
  add(flag::no_export, "no-export");
  switch (field.kind) {
  case FieldKind::text:
    add(flag::multiline, "multi-line");
    add(flag::password, "password");
    add(flag::file_select, "file");
    add(flag::comb, "comb");
    add(flag::rich_text, "rich-text");
    break;
  case FieldKind::radio:
    add(flag::no_toggle_to_off, "no-toggle-to-off");
    add(flag::in_unison, "in-unison");
    break;
  case FieldKind::combo:
    add(flag::editable, "editable");
    break;
  case FieldKind::list:
    add(flag::multi_select, "multi-select");
    break;
  default:
    break;
  }
  return words;
}

const char* alignment_of(const Field& field, QPDFObjectHandle form) {
  QPDFObjectHandle quadding = field.attribute("/Q");
  if (quadding.isNull() && form.isDictionary()) quadding = form.getKey("/Q");
  const auto q = quadding.isInteger() ? quadding.getIntValue() : 0;
  return q == 1 ? "center" : q == 2 ? "right" : "left";
}

std::string json_of(QPDFObjectHandle value) {
  if (!value.isArray()) return json_string(text_of(value));
  std::string out = "[";
  for (int i = 0; i < value.getArrayNItems(); ++i)
    out += (i == 0 ? "" : ", ") + json_string(text_of(value.getArrayItem(i)));
  return out + "]";
}

/// Left, top, width, height in points from the top left corner of the page as it is stored: its
/// /CropBox, not turned.
std::optional<std::array<double, 4>> place_of(const Widget& widget,
                                              const std::vector<QPDFObjectHandle>& pages) {
  const auto rect = rectangle_of(widget.object(), "/Rect");
  if (!rect || widget.page == 0) return std::nullopt;
  QPDFPageObjectHelper page(pages[widget.page - 1]);
  QPDFObjectHandle::Rectangle box(0, 0, 0, 842);
  if (page.getCropBox().isRectangle()) box = page.getCropBox().getArrayAsRectangle();
  return std::array{rect->llx - std::min(box.llx, box.urx), std::max(box.lly, box.ury) - rect->ury,
                    rect->urx - rect->llx, rect->ury - rect->lly};
}

std::string number(double n) {
  std::string text = fmt::format("{:.2f}", n);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string json_of(const Widget& widget, const std::vector<QPDFObjectHandle>& pages) {
  std::string out = fmt::format("{{\"page\": {}", widget.page);
  if (const auto place = place_of(widget, pages))
    out += fmt::format(", \"rect\": [{}, {}, {}, {}]", number((*place)[0]), number((*place)[1]),
                       number((*place)[2]), number((*place)[3]));
  std::string states;
  for (const std::string& state : on_states(widget))
    states += (states.empty() ? "" : ", ") + json_string(name_text(state));
  if (!states.empty()) out += ", \"states\": [" + states + "]";
  QPDFObjectHandle state = widget.object().getKey("/AS");
  if (state.isName()) out += ", \"state\": " + json_string(name_text(state.getName()));
  return out + "}";
}

std::string json_of(const Field& field, QPDFObjectHandle form,
                    const std::vector<QPDFObjectHandle>& pages) {
  std::string out = "{\"name\": " + json_string(field.name) + ", \"type\": \"" +
                    key_of(field.kind) + "\", \"flags\": [";
  bool first = true;
  for (const std::string_view word : flags_of(field)) {
    out += (first ? "\"" : ", \"") + std::string(word) + "\"";
    first = false;
  }
  out += "]";
  if (field.max_length) out += fmt::format(", \"max_length\": {}", *field.max_length);
  out += std::string(", \"alignment\": \"") + alignment_of(field, form) + "\"";
  for (const auto& [key, name] :
       {std::pair{"/TU", "tooltip"}, {"/TM", "mapping"}, {"/V", "value"}, {"/DV", "default"}}) {
    QPDFObjectHandle value = field.attribute(key);
    if (!value.isNull()) out += fmt::format(", \"{}\": {}", name, json_of(value));
  }
  for (std::size_t i = 0; i < field.options.size(); ++i)
    out += (i == 0 ? ", \"options\": [{\"value\": " : ", {\"value\": ") +
           json_string(field.options[i].value) +
           ", \"text\": " + json_string(field.options[i].shown) + "}";
  if (!field.options.empty()) out += "]";
  out += ", \"widgets\": [";
  for (std::size_t i = 0; i < field.widgets.size(); ++i)
    out += (i == 0 ? "" : ", ") + json_of(field.widgets[i], pages);
  return out + "]}";
}

std::string quoted(QPDFObjectHandle value) {
  if (!value.isArray()) return "“" + text_of(value) + "”";
  std::string out;
  for (int i = 0; i < value.getArrayNItems(); ++i)
    out += (i == 0 ? "“" : ", “") + text_of(value.getArrayItem(i)) + "”";
  return out;
}

/// One line; several lines of a value are shown as one.
std::string text_of(const Field& field, const std::vector<QPDFObjectHandle>& pages,
                    Language language) {
  const bool thai = language == Language::thai;
  const Word word = word_of(field);
  std::string out = "  " + (field.name.empty() ? "-" : field.name) + "   " +
                    std::string(thai ? word.thai : word.english);
  for (const std::string_view flag : flags_of(field))
    if (flag != "multi-line") out += ", " + std::string(flag);
  if (field.max_length)
    out += fmt::format(", {} {}", thai ? "ไม่เกิน" : "at most", *field.max_length);
  std::string choices;
  for (const Option& option : field.options)
    choices += (choices.empty() ? " (" : " | ") + option.shown;
  if (choices.empty())
    for (const Widget& widget : field.widgets)
      for (const std::string& state : on_states(widget))
        choices += (choices.empty() ? " (" : " | ") + name_text(state);
  out += choices.empty() ? "" : choices + ")";
  for (const Widget& widget : field.widgets) {
    out += fmt::format("   {} {}", thai ? "หน้า" : "page", widget.page);
    if (const auto place = place_of(widget, pages))
      out += fmt::format(" [{} {} {} {}]", number((*place)[0]), number((*place)[1]),
                         number((*place)[2]), number((*place)[3]));
  }
  QPDFObjectHandle value = field.attribute("/V");
  if (!value.isNull() && !value.isDictionary()) out += "   = " + quoted(value);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return out + "\n";
}

std::string all_as_json(const Form& form, const FormFields& read,
                        const std::vector<QPDFObjectHandle>& pages) {
  std::string out = "{\"file\": " + json_string(form.name()) +
                    ", \"kind\": \"form\", \"unit\": \"point\", \"origin\": \"top left of the "
                    "page\", \"fields\": [";
  for (std::size_t i = 0; i < read.fields.size(); ++i)
    out += (i == 0 ? "\n  " : ",\n  ") + json_of(read.fields[i], read.form, pages);
  return out + (read.fields.empty() ? "]}\n" : "\n]}\n");
}

std::string all_as_text(const Form& form, const FormFields& read,
                        const std::vector<QPDFObjectHandle>& pages, Language language) {
  const char* head =
      language == Language::thai
          ? "{}: แบบฟอร์ม {} ช่อง; ตำแหน่งเป็น [ซ้าย บน กว้าง สูง] หน่วยพอยต์ จากมุมซ้ายบนของหน้า\n"
          : "{}: a form of {} fields; places are [left top width height] in points from "
            "the page's top left\n";
  std::string out = fmt::format(fmt::runtime(head), form.name(), read.fields.size());
  for (const Field& field : read.fields) out += text_of(field, pages, language);
  return out;
}

} // namespace

std::string list_fields(const Form& form, ListAs as, Language language) {
  Diagnostics unheard; // of opening: said when the form was compiled
  const auto file = form.file(unheard);
  std::string out;
  guarded(*file, [&] {
    const FormFields read = read_fields(*file);
    const std::vector<QPDFObjectHandle> pages = file->qpdf().getAllPages();
    out = as == ListAs::json ? all_as_json(form, read, pages)
                             : all_as_text(form, read, pages, language);
  });
  return out;
}

} // namespace saraban::pdf
