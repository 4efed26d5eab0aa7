// Values to data files that read back as the same values.
#include "data/write.h"

#include "base/json_text.h"

#include <algorithm>

namespace saraban::data {
namespace {

constexpr std::size_t short_list = 8;

/// Text of a value that holds no others; "" for lists and maps that are not empty.
std::string plain(const Value& value) {
  if (value.is_null()) return "null";
  if (const bool* truth = value.boolean()) return *truth ? "true" : "false";
  if (const Number* number = value.number()) return number->text;
  if (const std::string* text = value.string()) return json_string(*text);
  if (const List* list = value.list()) return list->empty() ? "[]" : "";
  return value.map()->empty() ? "{}" : "";
}

bool is_short(const List& list) {
  return list.size() <= short_list && std::all_of(list.begin(), list.end(), [](const Value& item) {
           return item.list() == nullptr && item.map() == nullptr;
         });
}

std::string on_one_line(const List& list) {
  std::string out = "[";
  for (const Value& item : list) out += (out.size() == 1 ? "" : ", ") + plain(item);
  return out + "]";
}

void json(const Value& value, const std::string& indent, std::string& out) {
  const std::string text = plain(value);
  const List* list = value.list();
  if (!text.empty() || (list != nullptr && is_short(*list))) {
    out += text.empty() ? on_one_line(*list) : text;
    return;
  }
  const std::string inner = indent + "  ";
  out += list != nullptr ? "[" : "{";
  bool first = true;
  const auto next = [&] {
    out += (first ? "\n" : ",\n") + inner;
    first = false;
  };
  if (list != nullptr)
    for (const Value& item : *list) next(), json(item, inner, out);
  else
    for (const auto& [key, member] : *value.map()) {
      next();
      out += json_string(key) + ": ";
      json(member, inner, out);
    }
  out += "\n" + indent + (list != nullptr ? "]" : "}");
}

/// A key that needs no quotes: letters of any script, digits inside, no word that YAML knows.
std::string yaml_key(const std::string& key) {
  constexpr std::string_view words[] = {"true", "false", "null", "yes", "no", "on", "off"};
  std::string low = key;
  for (char& c : low)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  const bool plain_key = !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  });
  const bool digit = !key.empty() && key[0] >= '0' && key[0] <= '9';
  const bool word = std::find(std::begin(words), std::end(words), low) != std::end(words);
  return plain_key && !digit && !word ? key : json_string(key);
}

/// `out` ends where the value is to begin; `indent` is of the lines below.
void yaml(const Value& value, const std::string& indent, std::string& out) {
  const std::string text = plain(value);
  if (!text.empty()) {
    out += text + "\n";
    return;
  }
  const auto below = [&](const Value& inner, const std::string& deeper) {
    const bool plain_text = !plain(inner).empty();
    out += plain_text ? " " : "\n";
    if (!plain_text) out += deeper;
    yaml(inner, deeper, out);
  };
  bool first = true;
  const auto next = [&] {
    if (!first) out += indent;
    first = false;
  };
  if (const List* list = value.list()) {
    for (const Value& item : *list) next(), out += "-", below(item, indent + "  ");
    return;
  }
  for (const auto& [key, member] : *value.map())
    next(), out += yaml_key(key) + ":", below(member, indent + "  ");
}

} // namespace

std::string write_json(const Value& value) {
  std::string out;
  json(value, "", out);
  return out + "\n";
}

std::string write_yaml(const Value& value) {
  std::string out;
  yaml(value, "", out);
  return out;
}

} // namespace saraban::data
