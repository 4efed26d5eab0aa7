// From what a document shows back to the data.
#include "language/invert.h"

#include "language/characters.h"
#include "language/node.h"
#include "language/routine.h"
#include "thai/date.h"
#include "thai/digits.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace saraban::language {
namespace {

template <std::size_t Count>
bool is_one_of(std::string_view name, const std::array<std::string_view, Count>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Filters that look at more than the value itself: nothing leads back.
bool loses_value(std::string_view filter) {
  constexpr std::array<std::string_view, 22> names{
      "sum",  "avg",   "min",     "max",    "count",      "length",    "first",  "last",
      "join", "batch", "groupby", "slice",  "map",        "select",    "reject", "unique",
      "sort", "attr",  "items",   "tojson", "selectattr", "rejectattr"};
  return is_one_of(filter, names);
}

/// A path in the data, or what stands in for one that is absent: `a or '-'`.
bool is_path(const Node& node) {
  if (std::holds_alternative<NameNode>(node.content)) return true;
  if (const auto* attribute = std::get_if<AttributeNode>(&node.content))
    return is_path(*attribute->object);
  if (const auto* subscript = std::get_if<SubscriptNode>(&node.content))
    return is_path(*subscript->object);
  const auto* either = std::get_if<LogicalNode>(&node.content);
  return either && either->operation == LogicalOperator::or_ && is_path(*either->left);
}

void erase_all(std::string& text, std::string_view what, std::string_view by = "") {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
}

/// Without what glues words together (language/glue.h).
std::string unglued(std::string_view text) {
  std::string out(text);
  erase_all(out, "\u2060");
  erase_all(out, "\u00A0", " ");
  return std::string(trimmed(out));
}

std::optional<data::Value> date_of(const std::string& text) {
  const auto date = thai::parse_date(text);
  if (!date) return std::nullopt;
  std::string out = fmt::format("{:04}", date->date.year);
  if (date->precision != thai::Precision::year) out += fmt::format("-{:02}", date->date.month);
  if (date->precision == thai::Precision::day) out += fmt::format("-{:02}", date->date.day);
  if (date->time) out += fmt::format("T{:02}:{:02}", date->time->hour, date->time->minute);
  return data::Value(std::move(out));
}

std::optional<data::Value> time_of(const std::string& text) {
  const auto time = thai::parse_time(text);
  if (!time) return std::nullopt;
  return data::Value(fmt::format("{:02}:{:02}", time->hour, time->minute));
}

/// "(๕๓๓,๘๐๐.๐๐) บาท", "ร้อยละ ๙๒.๐๒", "12 %".
std::optional<data::Value> number_of_text(const std::string& text) {
  const std::string digits = thai::to_arabic_digits(text);
  std::string number;
  bool negative = false, ended = false;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const char c = digits[i];
    const bool is_digit = c >= '0' && c <= '9';
    if ((c == '(' || c == '-') && number.empty()) negative = true;
    if (digits.compare(i, 3, "\u2212") == 0 && number.empty()) negative = true;
    if (is_digit && ended) return std::nullopt; // Two numbers.
    if (is_digit || (c == '.' && !number.empty() && !ended))
      number += c;
    else if (c != ',' && !number.empty())
      ended = true;
  }
  while (number.ends_with('.')) number.pop_back();
  if (number.empty()) return std::nullopt;
  if (number.find('.') != std::string::npos) {
    while (number.ends_with('0')) number.pop_back();
    if (number.ends_with('.')) number.pop_back();
  }
  if (!Decimal::parse(number)) return std::nullopt;
  return data::Value(data::Number{(negative ? "-" : "") + number});
}

/// Digits alone are a number; with a zero in front they are a code.
std::optional<data::Value> digits_of(const std::string& text) {
  const std::string digits = thai::to_arabic_digits(text);
  const bool plain = !digits.empty() && digits.size() < 16 &&
                     digits.find_first_not_of("0123456789") == std::string::npos &&
                     (digits.front() != '0' || digits.size() == 1);
  return plain ? data::Value(data::Number{digits}) : data::Value(digits);
}

std::optional<data::Value> code_of(const std::string& text) {
  std::string digits = thai::to_arabic_digits(text);
  std::erase_if(digits, [](char c) { return c == ' ' || c == '-'; });
  const bool plain = digits.find_first_not_of("0123456789") == std::string::npos;
  return data::Value(plain ? digits : text);
}

bool is_yes(const std::string& text) {
  constexpr std::array<std::string_view, 8> no{"", "Off", "false", "0", "\u2610", "no", "ไม่", "-"};
  return !is_one_of(text, no);
}

/// What one filter was given to show `text`; nothing where the text is all that can be said.
std::optional<data::Value> undone(std::string_view filter, const std::string& text) {
  constexpr std::array<std::string_view, 6> numbers{"number", "money", "percent",
                                                    "round",  "int",   "float"};
  if (filter == "date") return date_of(text);
  if (filter == "time") return time_of(text);
  if (filter == "thaidigits") return digits_of(text);
  if (filter == "phone" || filter == "idcard") return code_of(text);
  if (filter == "check") return data::Value(is_yes(text));
  if (is_one_of(filter, numbers)) return number_of_text(text);
  return std::nullopt;
}

} // namespace

std::optional<data::Value> invert(const Expression& expression, std::string_view text) {
  std::string shown = unglued(text);
  if (!expression.root || shown.empty()) return std::nullopt;
  std::vector<std::string_view> filters; // The outermost first.
  const Node* node = expression.root.get();
  while (const auto* filter = std::get_if<FilterNode>(&node->content)) {
    if (loses_value(filter->filter->name)) return std::nullopt;
    filters.push_back(filter->filter->name);
    node = filter->subject.get();
  }
  if (!is_path(*node)) return std::nullopt;
  std::optional<data::Value> value;
  for (const std::string_view filter : filters)
    if (auto before = undone(filter, shown)) {
      if (const std::string* as_text = before->string()) shown = *as_text;
      value = std::move(before);
    }
  return value ? value : data::Value(std::move(shown));
}

} // namespace saraban::language
