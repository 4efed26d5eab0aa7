// What a field is to hold: a value of the data as the field's kind takes it.
#include "pdf/entry.h"

#include "base/json_text.h"
#include "base/utf8.h"
#include "pdf/script_format.h"
#include "thai/words.h"

#include <algorithm>

namespace saraban::pdf {
namespace {

using Arguments = std::vector<std::pair<std::string, std::string>>;

/// Line feeds only; no spaces at the ends of what is compared.
std::string with_line_feeds(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      out += '\n';
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    } else if (text[i] != '\0') {
      out += text[i];
    }
  }
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  constexpr std::size_t most = 12;
  std::string out;
  for (std::size_t i = 0; i < words.size() && i < most; ++i)
    out += (i == 0 ? "“" : ", “") + words[i] + "”";
  return words.size() > most ? out + ", …" : out;
}

/// For comparing what people write: ASCII lower case, no spaces at the ends.
std::string folded(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::optional<Entry> text_entry(const Field& field, const data::Value& value, const Location& where,
                                Diagnostics& diagnostics) {
  const auto text = plain_text(value);
  if (!text) {
    diagnostics.error("pdf-not-a-text", where, {{"field", field.name}});
    return std::nullopt;
  }
  Entry entry;
  const FormattedText formatted = formatted_text(field, with_line_feeds(*text));
  entry.text = formatted.value;
  entry.shown = formatted.shown;
  if (!field.has(flag::multiline) && !field.has(flag::password))
    std::replace(entry.shown.begin(), entry.shown.end(), '\n', ' ');
  const std::size_t length =
      field.has(flag::comb) ? thai::cluster_starts(entry.text).size() : characters(entry.text);
  if (field.max_length && length > *field.max_length) {
    diagnostics.error("pdf-value-too-long", where,
                      {{"field", field.name},
                       {"limit", std::to_string(*field.max_length)},
                       {"length", std::to_string(length)}});
    return std::nullopt;
  }
  if (value.string() == nullptr || *value.string() != entry.text) entry.raw = json_of(value);
  return entry;
}

/// By export value, then text, then either as people write it.
std::optional<std::size_t> option_for(const Field& field, const std::string& wanted) {
  const auto find = [&](auto matches) -> std::optional<std::size_t> {
    const auto at = std::find_if(field.options.begin(), field.options.end(), matches);
    if (at == field.options.end()) return std::nullopt;
    return static_cast<std::size_t>(at - field.options.begin());
  };
  if (const auto at = find([&](const Option& o) { return o.value == wanted; })) return at;
  if (const auto at = find([&](const Option& o) { return o.shown == wanted; })) return at;
  const std::string low = folded(wanted);
  return find([&](const Option& o) { return folded(o.value) == low || folded(o.shown) == low; });
}

void report_no_option(const Field& field, const std::string& value, const Location& where,
                      Diagnostics& diagnostics) {
  std::vector<std::string> shown;
  for (const Option& option : field.options) shown.push_back(option.shown);
  diagnostics.error("pdf-no-such-option", where,
                    {{"field", field.name},
                     {"value", value},
                     {"options", joined(shown)},
                     {"nearest", nearest_name(value, shown)}});
}

std::optional<Entry> choice_entry(const Field& field, const data::Value& value,
                                  const Location& where, Diagnostics& diagnostics) {
  std::vector<const data::Value*> items;
  if (const data::List* list = value.list())
    for (const data::Value& item : *list) items.push_back(&item);
  else
    items.push_back(&value);
  const bool many = field.kind == FieldKind::list && field.has(flag::multi_select);
  if (items.size() > 1 && !many) {
    diagnostics.error("pdf-one-choice-only", where, {{"field", field.name}});
    return std::nullopt;
  }
  Entry entry;
  entry.is_option = true;
  if (value.string() == nullptr) entry.raw = json_of(value);
  for (const data::Value* item : items) {
    const auto text = plain_text(*item);
    if (!text) {
      diagnostics.error("pdf-not-a-text", where, {{"field", field.name}});
      return std::nullopt;
    }
    if (const auto at = option_for(field, *text)) {
      entry.selected.push_back(*at);
    } else if (field.kind == FieldKind::combo &&
               (field.has(flag::editable) || field.options.empty())) { // scripts give the options
      entry.is_option = false;
      entry.text = with_line_feeds(*text);
      entry.shown = formatted_text(field, entry.text).shown;
    } else if (!text->empty()) {
      report_no_option(field, *text, where, diagnostics);
      return std::nullopt;
    }
  }
  std::sort(entry.selected.begin(), entry.selected.end());
  entry.selected.erase(std::unique(entry.selected.begin(), entry.selected.end()),
                       entry.selected.end());
  return entry;
}

/// States that the field's widgets know, in their order, without repeats.
std::vector<std::string> states_of(const Field& field) {
  std::vector<std::string> states;
  for (std::size_t i = 0; i < field.widgets.size(); ++i) {
    std::vector<std::string> own = on_states(field.widgets[i]);
    if (own.empty()) own.push_back(state_of(field, i));
    for (const std::string& state : own)
      if (std::find(states.begin(), states.end(), state) == states.end()) states.push_back(state);
  }
  if (states.empty() && field.kind == FieldKind::check_box) states.push_back("/Yes");
  return states;
}

enum class Truth { yes, no, neither };

Truth truth_of(const std::string& text) {
  constexpr std::string_view yes[] = {"true", "yes", //
                                      "on",   "1",   "x", "y", "✓", "✔", "☑", "☒", "ใช่"};
  constexpr std::string_view no[] = {"", "false", "no", "off", "0", "n", "☐", "ไม่", "ไม่ใช่"};
  const std::string low = folded(text);
  if (std::find(std::begin(yes), std::end(yes), low) != std::end(yes)) return Truth::yes;
  if (std::find(std::begin(no), std::end(no), low) != std::end(no)) return Truth::no;
  return Truth::neither;
}

/// A widget of /Opt, which may say the same text more than once.
std::optional<std::size_t> widget_for(const Field& field, const std::string& text) {
  const std::size_t count = std::min(field.options.size(), field.widgets.size());
  for (std::size_t i = 0; i < count; ++i)
    if (field.options[i].shown == text || field.options[i].value == text) return i;
  return std::nullopt;
}

class ButtonChoice {
public:
  ButtonChoice(const Field& field, const std::string& text)
      : field_(field), text_(text), states_(states_of(field)) {}

  /// /Opt's text (where there is one, the states are numbers that nobody sees), the state's own
  /// name, a word for yes or no.
  std::optional<Entry> choose() const {
    if (const auto widget = widget_for(field_, text_)) {
      Entry entry = on(state_of(field_, *widget)).value();
      if (!field_.has(flag::in_unison)) entry.widget = widget;
      return entry;
    }
    for (const std::string& state : states_)
      if (name_text(state) == text_) return on(state);
    for (const std::string& state : states_)
      if (folded(name_text(state)) == folded(text_) && !text_.empty()) return on(state);
    const Truth truth = truth_of(text_);
    if (truth == Truth::no) return on("/Off");
    if (truth == Truth::yes && states_.size() == 1) return on(states_.front());
    return std::nullopt;
  }

private:
  std::optional<Entry> on(const std::string& state) const {
    Entry entry;
    entry.state = state;
    if (field_.kind != FieldKind::radio || field_.has(flag::in_unison)) return entry;
    for (std::size_t i = 0; i < field_.widgets.size() && !entry.widget; ++i)
      if (state_of(field_, i) == state) entry.widget = i;
    return entry;
  }

  const Field& field_;
  const std::string& text_;
  std::vector<std::string> states_;
};

/// Whether reading the button (pdf/extract) gives the very value.
bool reads_back(const Field& field, const Entry& entry, const data::Value& value) {
  const bool is_flag = field.kind == FieldKind::check_box && states_of(field).size() <= 1;
  if (is_flag) return value.boolean() != nullptr;
  if (value.string() == nullptr || entry.state == "/Off") return false;
  for (std::size_t i = 0; i < field.widgets.size(); ++i)
    if (state_of(field, i) == entry.state && choice_text(field, i) == *value.string()) return true;
  return false;
}

std::optional<Entry> button_entry(const Field& field, const data::Value& value,
                                  const Location& where, Diagnostics& diagnostics) {
  const data::List* list = value.list();
  const data::Value& only = list != nullptr && list->size() == 1 ? list->front() : value;
  const auto text =
      only.boolean() != nullptr ? (*only.boolean() ? "true" : "false") : plain_text(only);
  if (!text) {
    diagnostics.error("pdf-one-choice-only", where, {{"field", field.name}});
    return std::nullopt;
  }
  auto entry = ButtonChoice(field, *text).choose();
  if (!entry) {
    std::vector<std::string> known;
    for (std::size_t i = 0; i < field.widgets.size(); ++i) known.push_back(choice_text(field, i));
    diagnostics.error("pdf-no-such-state", where,
                      {{"field", field.name},
                       {"value", *text},
                       {"states", joined(known)},
                       {"nearest", nearest_name(*text, known)}});
    return std::nullopt;
  }
  if (!reads_back(field, *entry, only)) entry->raw = json_of(only);
  return entry;
}

} // namespace

std::string json_of(const data::Value& value) {
  if (const bool* truth = value.boolean()) return *truth ? "true" : "false";
  if (const data::Number* number = value.number()) return number->text;
  if (const std::string* text = value.string()) return json_string(*text);
  std::string out;
  if (const data::List* list = value.list()) {
    for (const data::Value& item : *list) out += (out.empty() ? "" : ", ") + json_of(item);
    return "[" + out + "]";
  }
  if (const data::Map* map = value.map()) {
    for (const auto& [key, member] : *map)
      out += (out.empty() ? "" : ", ") + json_string(key) + ": " + json_of(member);
    return "{" + out + "}";
  }
  return "null";
}

std::optional<std::string> plain_text(const data::Value& value) {
  if (const std::string* text = value.string()) return *text;
  if (const data::Number* number = value.number()) return number->text;
  if (const bool* truth = value.boolean()) return *truth ? "true" : "false";
  if (value.is_null()) return "";
  return std::nullopt;
}

std::optional<Entry> entry_for(const Field& field, const data::Value& value, const Location& where,
                               Diagnostics& diagnostics) {
  switch (field.kind) {
  case FieldKind::text:
    return text_entry(field, value, where, diagnostics);
  case FieldKind::combo:
  case FieldKind::list:
    return choice_entry(field, value, where, diagnostics);
  case FieldKind::check_box:
  case FieldKind::radio:
    return button_entry(field, value, where, diagnostics);
  case FieldKind::push_button:
  case FieldKind::signature:
  case FieldKind::unknown:
    break;
  }
  return std::nullopt;
}

} // namespace saraban::pdf
