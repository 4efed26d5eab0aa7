// The map as YAML and as JSON, from one list of its members.
#include "pdf/map/print.h"

#include "base/json_text.h"
#include "pdf/map/names.h"

#include <cmath>
#include <fmt/format.h>

namespace saraban::pdf::map {
namespace {

using Members = std::vector<std::pair<std::string, std::string>>; // values in flow style

std::string number(double n) {
  std::string text = fmt::format("{:.2f}", n);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string length_text(Length length, Unit unit) {
  return number(unit == Unit::points ? length.points() : length.points() * 25.4 / 72);
}

std::string rect_text(const Rect& r, Unit unit) {
  return "[" + length_text(r.x, unit) + ", " + length_text(r.y, unit) + ", " +
         length_text(r.width, unit) + ", " + length_text(r.height, unit) + "]";
}

std::string color_text(Color c) {
  return fmt::format("\"#{:02X}{:02X}{:02X}\"", c.red, c.green, c.blue);
}

Members members_of(const Style& style) {
  Members out;
  if (style.font) out.emplace_back("font", json_string(*style.font));
  if (style.size)
    out.emplace_back("size", style.size->emu == 0 ? "\"auto\"" : number(style.size->points()));
  if (style.bold) out.emplace_back("bold", *style.bold ? "true" : "false");
  if (style.italic) out.emplace_back("italic", *style.italic ? "true" : "false");
  if (style.color) out.emplace_back("color", color_text(*style.color));
  if (style.align) out.emplace_back("align", json_string(name_of(align_names, *style.align)));
  if (style.raise && *style.raise != Raise::automatic)
    out.emplace_back("valign", json_string(name_of(raise_names, *style.raise)));
  return out;
}

enum class Keys { plain, quoted };

/// `{a: 1, b: 2}`
std::string flow(const Members& members, Keys keys) {
  std::string text;
  for (const auto& [key, value] : members)
    text +=
        (text.empty() ? "" : ", ") + (keys == Keys::quoted ? json_string(key) : key) + ": " + value;
  return "{" + text + "}";
}

std::string boxes_text(const std::vector<Rect>& boxes, Unit unit) {
  std::string text;
  for (const Rect& box : boxes) text += (text.empty() ? "" : ", ") + rect_text(box, unit);
  return "[" + text + "]";
}

Members members_of(const Entry& entry, Unit unit, Keys keys) {
  Members out;
  out.emplace_back("page", std::to_string(entry.page));
  out.emplace_back("rect", rect_text(entry.rect, unit));
  if (entry.kind != Kind::automatic)
    out.emplace_back("type", json_string(name_of(kind_names, entry.kind)));
  out.emplace_back("value", json_string(entry.value));
  if (!entry.when.empty()) out.emplace_back("when", json_string(entry.when));
  if (!entry.name.empty()) out.emplace_back("name", json_string(entry.name));
  if (!entry.title.empty()) out.emplace_back("title", json_string(entry.title));
  if (!entry.option.empty()) out.emplace_back("option", json_string(entry.option));
  if (entry.lines > 0) out.emplace_back("lines", std::to_string(entry.lines));
  if (entry.pitch > Length{}) out.emplace_back("pitch", length_text(entry.pitch, unit));
  if (entry.indent > Length{}) out.emplace_back("indent", length_text(entry.indent, unit));
  if (entry.cells > 0) out.emplace_back("cells", std::to_string(entry.cells));
  if (!entry.boxes.empty()) out.emplace_back("boxes", boxes_text(entry.boxes, unit));
  const Members style = members_of(entry.style);
  if (!style.empty()) out.emplace_back("style", flow(style, keys));
  return out;
}

Members head_of(const Map& map, Keys keys) {
  Members out;
  if (!map.pdf.empty()) out.emplace_back("pdf", json_string(map.pdf));
  out.emplace_back("unit", map.unit == Unit::points ? "\"pt\"" : "\"mm\"");
  if (map.digits)
    out.emplace_back("digits", *map.digits == thai::Digits::thai ? "\"thai\"" : "\"arabic\"");
  const Members style = members_of(map.style);
  if (!style.empty()) out.emplace_back("style", flow(style, keys));
  return out;
}

/// Words need no quotes in YAML where they cannot be mistaken.
std::string unquoted(const std::string& json) {
  const bool word = json.size() > 2 && json.front() == '"' && json.back() == '"' &&
                    json.find_first_not_of("abcdefghijklmnopqrstuvwxyz", 1) == json.size() - 1;
  return word ? json.substr(1, json.size() - 2) : json;
}

constexpr const char* english_head =
    "# What to write where on the form. Rectangles are [x, y, width, height] from the page's top\n"
    "# left corner. Change the names inside {{ }} to those of your data, and delete what is no "
    "field.\n";
constexpr const char* thai_head =
    "# กรอกอะไรที่ใดในแบบฟอร์ม กรอบคือ [ซ้าย, บน, กว้าง, สูง] วัดจากมุมซ้ายบนของหน้า\n"
    "# แก้ชื่อใน {{ }} ให้ตรงกับข้อมูลของท่าน และลบรายการที่ไม่ใช่ช่องกรอก\n";

} // namespace

Style style_of(const Map& map, const Entry& entry) {
  Style style = entry.style;
  const Style& behind = map.style;
  if (!style.font) style.font = behind.font;
  if (!style.size) style.size = behind.size;
  if (!style.bold) style.bold = behind.bold;
  if (!style.italic) style.italic = behind.italic;
  if (!style.color) style.color = behind.color;
  if (!style.align) style.align = behind.align;
  if (!style.raise) style.raise = behind.raise;
  return style;
}

std::string print_yaml(const Map& map, Language language) {
  std::string text = language == Language::thai ? thai_head : english_head;
  for (const auto& [key, value] : head_of(map, Keys::plain))
    text += key + ": " + unquoted(value) + "\n";
  text += map.entries.empty() ? "fields: []\n" : "fields:\n";
  for (const Entry& entry : map.entries) {
    if (!entry.note.empty()) text += "\n  # " + entry.note + "\n";
    const char* lead = "  - ";
    for (const auto& [key, value] : members_of(entry, map.unit, Keys::plain)) {
      text += lead + key + ": " + unquoted(value) + "\n";
      lead = "    ";
    }
  }
  return text;
}

std::string print_json(const Map& map) {
  std::string text = "{";
  for (const auto& [key, value] : head_of(map, Keys::quoted))
    text += json_string(key) + ": " + value + ", ";
  text += "\"fields\": [";
  for (std::size_t i = 0; i < map.entries.size(); ++i)
    text += (i == 0 ? "\n  " : ",\n  ") +
            flow(members_of(map.entries[i], map.unit, Keys::quoted), Keys::quoted);
  return text + (map.entries.empty() ? "]}\n" : "\n]}\n");
}

} // namespace saraban::pdf::map
