// Diagnostics as people and programs read them.
#include "base/messages.h"

#include "base/json_text.h"
#include "base/messages_table.h"
#include "base/place_words_table.h"

#include <algorithm>

namespace saraban {
namespace {

using Arguments = std::vector<std::pair<std::string, std::string>>;

std::vector<MessageText> collect_messages() {
  std::vector<MessageText> all;
  for (const auto table : {files_messages(), data_messages(), language_messages(), fill_messages(),
                           document_messages(), layout_messages(), job_messages(), pdf_messages(),
                           flat_messages(), clerk_messages()})
    all.insert(all.end(), table.begin(), table.end());
  std::sort(all.begin(), all.end(),
            [](const MessageText& a, const MessageText& b) { return a.code < b.code; });
  return all;
}

const MessageText* find_message(std::string_view code) {
  const auto& table = message_table();
  const auto at =
      std::lower_bound(table.begin(), table.end(), code,
                       [](const MessageText& m, std::string_view c) { return m.code < c; });
  return at != table.end() && at->code == code ? &*at : nullptr;
}

const std::string* find_argument(const Arguments& arguments, std::string_view name) {
  for (const auto& [key, value] : arguments)
    if (key == name) return &value;
  return nullptr;
}

enum class Complete { no, yes };

struct Expanded {
  std::string text;
  Complete complete = Complete::yes; ///< no: an argument was absent or empty.
};

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

/// {name} becomes the argument; other braces ({% end… %}) stay.
Expanded expand(std::string_view pattern, const Arguments& arguments) {
  Expanded out;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    out.text += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    pattern.remove_prefix(open);
    const auto close = pattern.find('}');
    const auto name = close == std::string_view::npos ? "" : pattern.substr(1, close - 1);
    if (!is_name(name)) {
      out.text += '{';
      pattern.remove_prefix(1);
      continue;
    }
    const std::string* value = find_argument(arguments, name);
    if (value == nullptr || value->empty()) out.complete = Complete::no;
    if (value != nullptr) out.text += *value;
    pattern.remove_prefix(close + 1);
  }
  return out;
}

std::string words_of_key(std::string_view key, Language language) {
  const auto words = place_words();
  const auto at =
      std::lower_bound(words.begin(), words.end(), key,
                       [](const PlaceWord& w, std::string_view k) { return w.key < k; });
  if (at != words.end() && at->key == key)
    return std::string(language == Language::thai ? at->thai : at->english);
  std::string words_themselves(key);
  std::replace(words_themselves.begin(), words_themselves.end(), '-', ' ');
  return words_themselves;
}

std::string format_step(const PlaceStep& step, Language language) {
  // A row's cell is found by its column's number, but is called a cell by its name: "cell B3".
  const bool named_cell = step.key == "cell" && !step.label.empty();
  std::string text = words_of_key(step.key, language);
  if (named_cell) text = language == Language::thai ? "เซลล์" : "cell";
  if (!step.label.empty()) return text + " " + step.label;
  if (step.number > 0) return text + " " + std::to_string(step.number);
  return text;
}

/// A code without words is our own omission: its name and arguments still say something.
std::string unknown_code(const Diagnostic& diagnostic) {
  std::string text = diagnostic.code;
  std::replace(text.begin(), text.end(), '-', ' ');
  std::string list;
  for (const auto& [name, value] : diagnostic.arguments)
    list += (list.empty() ? "" : ", ") + name + " “" + value + "”";
  return list.empty() ? text : text + " (" + list + ")";
}

std::string message_of(const Diagnostic& diagnostic, Language language) {
  const MessageText* words = find_message(diagnostic.code);
  if (words == nullptr) return unknown_code(diagnostic);
  return expand(language == Language::thai ? words->thai : words->english, diagnostic.arguments)
      .text;
}

std::string hint_of(const Diagnostic& diagnostic, Language language) {
  const MessageText* words = find_message(diagnostic.code);
  if (words == nullptr) return "";
  const Expanded hint = expand(language == Language::thai ? words->thai_hint : words->english_hint,
                               diagnostic.arguments);
  return hint.complete == Complete::yes ? hint.text : "";
}

std::string_view severity_word(Severity severity, Language language) {
  const bool thai = language == Language::thai;
  switch (severity) {
  case Severity::notice:
    return thai ? "แจ้ง" : "note";
  case Severity::warning:
    return thai ? "คำเตือน" : "warning";
  case Severity::error:
    break;
  }
  return thai ? "ผิดพลาด" : "error";
}

void append_member(std::string& out, std::string_view name, std::string_view text) {
  out += out.size() > 1 ? ", " : "";
  append_json_string(out, name);
  out += ": ";
  append_json_string(out, text);
}

void append_place(std::string& out, const std::vector<PlaceStep>& place) {
  out += ", \"place\": [";
  for (std::size_t i = 0; i < place.size(); ++i) {
    std::string step = "{";
    append_member(step, "key", place[i].key);
    if (place[i].number > 0) step += ", \"number\": " + std::to_string(place[i].number);
    if (!place[i].label.empty()) append_member(step, "label", place[i].label);
    out += (i == 0 ? "" : ", ") + step + "}";
  }
  out += "]";
}

/// Control characters of hostile names would reach the terminal.
std::string printable(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return text;
}

} // namespace

const std::vector<MessageText>& message_table() {
  static const std::vector<MessageText> table = collect_messages();
  return table;
}

std::string format_location(const Location& location, Language language) {
  const bool thai = language == Language::thai;
  std::string text = location.file;
  const auto add = [&text](const std::string& step) {
    if (!text.empty()) text += ", ";
    text += step;
  };
  for (const PlaceStep& step : location.place) add(format_step(step, language));
  if (location.line > 0) add((thai ? "บรรทัด " : "line ") + std::to_string(location.line));
  const char* column = thai ? "ตัวอักษรที่ " : "column ";
  if (location.column > 0) add(column + std::to_string(location.column));
  if (!location.path.empty()) add(location.path);
  return printable(text);
}

std::string format_diagnostic(const Diagnostic& diagnostic, Language language) {
  const bool thai = language == Language::thai;
  std::string text(severity_word(diagnostic.severity, language));
  text += "[" + diagnostic.code + "] ";
  const std::string place = format_location(diagnostic.location, language);
  if (!place.empty()) text += place + ": ";
  text += message_of(diagnostic, language);
  if (!diagnostic.location.tag.empty())
    text += (thai ? " ใน " : " in ") + diagnostic.location.tag;
  else if (!diagnostic.location.excerpt.empty())
    text += (thai ? " ใกล้ “" : " near “") + diagnostic.location.excerpt + "”";
  const std::string hint = hint_of(diagnostic, language);
  if (!hint.empty()) text += "; " + hint;
  return printable(text);
}

std::string diagnostic_json(const Diagnostic& diagnostic, Language language) {
  const Location& where = diagnostic.location;
  std::string out = "{";
  append_member(out, "severity", severity_word(diagnostic.severity, Language::english));
  append_member(out, "code", diagnostic.code);
  append_member(out, "message", message_of(diagnostic, language));
  append_member(out, "hint", hint_of(diagnostic, language));
  append_member(out, "file", where.file);
  append_place(out, where.place);
  out += ", \"line\": " + std::to_string(where.line);
  out += ", \"column\": " + std::to_string(where.column);
  append_member(out, "path", where.path);
  append_member(out, "tag", where.tag);
  append_member(out, "excerpt", where.excerpt);
  return out + "}";
}

} // namespace saraban
