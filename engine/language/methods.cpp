// The methods that people call on text, lists and maps in Jinja templates.
#include "language/sequence.h"
#include "language/state.h"
#include "language/text.h"
#include "language/values.h"

#include <algorithm>
#include <array>

namespace saraban::language {
namespace {

const std::string& text_of(const Invocation& call) {
  return *string_of(call.subject);
}

Value upper(Invocation& call) {
  return upper_case(text_of(call));
}
Value lower(Invocation& call) {
  return lower_case(text_of(call));
}
Value capitalize(Invocation& call) {
  return capitalized(text_of(call));
}
Value title(Invocation& call) {
  return title_case(text_of(call));
}
Value strip(Invocation& call) {
  return stripped(text_of(call), call.text(0), Side::both);
}
Value left_strip(Invocation& call) {
  return stripped(text_of(call), call.text(0), Side::left);
}
Value right_strip(Invocation& call) {
  return stripped(text_of(call), call.text(0), Side::right);
}
Value starts_with(Invocation& call) {
  return text_of(call).starts_with(call.text(0));
}
Value ends_with(Invocation& call) {
  return text_of(call).ends_with(call.text(0));
}
Value find(Invocation& call) {
  const std::size_t at = text_of(call).find(call.text(0));
  if (at == std::string::npos) return Decimal(-1);
  return Decimal(static_cast<std::int64_t>(code_points(text_of(call).substr(0, at))));
}
Value count_text(Invocation& call) {
  const std::string wanted = call.text(0);
  if (wanted.empty()) return call.bad_argument(0);
  return Decimal(static_cast<std::int64_t>(split_text(text_of(call), wanted).size() - 1));
}
Value count_items(Invocation& call) {
  const Value* wanted = call.find(0);
  if (!wanted) return call.bad_argument(0);
  std::int64_t count = 0;
  for (const Value& item : items_of(call.subject)) count += equal_values(item, *wanted) ? 1 : 0;
  return Decimal(count);
}
Value index_of(Invocation& call) {
  const Value* wanted = call.find(0);
  const Sequence items(call.subject);
  for (std::size_t i = 0; wanted && i < items.size(); ++i)
    if (equal_values(items.at(i), *wanted)) return Decimal(static_cast<std::int64_t>(i));
  return call.bad_argument(0);
}

Value replace(Invocation& call) {
  std::string result = replaced(text_of(call), call.text(0), call.text(1), call.whole(2, -1));
  call.state.charge(result.size() / 4);
  return result;
}

Value list_of(std::vector<std::string> parts) {
  std::vector<Value> items;
  for (std::string& part : parts) items.emplace_back(std::move(part));
  return make_list(std::move(items));
}

Value split(Invocation& call) {
  const std::string separator = call.text(0);
  const int most = call.whole(1, -1);
  std::vector<std::string> parts =
      separator.empty() ? split_words(text_of(call)) : split_text(text_of(call), separator);
  call.state.charge(parts.size() * 10);
  if (most < 0 || parts.size() <= static_cast<std::size_t>(most) + 1)
    return list_of(std::move(parts));
  std::string rest;
  for (std::size_t i = static_cast<std::size_t>(most); i < parts.size(); ++i)
    rest += (rest.empty() ? "" : separator.empty() ? " " : separator) + parts[i];
  parts.resize(static_cast<std::size_t>(most));
  parts.push_back(std::move(rest));
  return list_of(std::move(parts));
}
Value split_lines(Invocation& call) {
  std::vector<std::string> lines = split_text(text_of(call), "\n");
  if (lines.back().empty()) lines.pop_back();
  return list_of(std::move(lines));
}

Value join(Invocation& call) {
  const Value* list = call.find(0);
  if (!list) return call.bad_argument(0);
  const Sequence items(*list);
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i)
    out += (i ? text_of(call) : "") + shown_text(items.at(i), call.state);
  call.state.charge(out.size() / 4);
  return out;
}

Value format(Invocation& call) {
  return brace_formatted(text_of(call), call.arguments.positional, call.arguments.keyword,
                         call.state);
}

Value is_digit(Invocation& call) {
  const std::string ascii = thai::to_arabic_digits(text_of(call));
  return !ascii.empty() && ascii.find_first_not_of("0123456789") == std::string::npos;
}

Value zero_fill(Invocation& call) {
  std::string text = text_of(call);
  const auto width = static_cast<std::size_t>(std::clamp(call.whole(0, 0), 0, 1'000));
  const std::size_t length = code_points(text);
  const std::size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  if (length < width) text.insert(sign, std::string(width - length, '0'));
  return text;
}

Value items(Invocation& call) {
  const Members members(call.subject);
  std::vector<Value> pairs;
  for (std::size_t i = 0; i < members.size(); ++i)
    pairs.push_back(make_list({Value(members.key(i)), members.value(i)}, ListKind::tuple));
  return make_list(std::move(pairs));
}
Value keys(Invocation& call) {
  return make_list(items_of(call.subject));
}
Value values(Invocation& call) {
  const Members members(call.subject);
  std::vector<Value> all;
  for (std::size_t i = 0; i < members.size(); ++i) all.push_back(members.value(i));
  return make_list(std::move(all));
}
Value get(Invocation& call) {
  if (auto found = Members(call.subject).find(call.text(0))) return *found;
  const Value* otherwise = call.find(1);
  return otherwise ? *otherwise : Value();
}

constexpr std::array<Routine, 20> text_methods{{{"capitalize", capitalize, ""},
                                                {"count", count_text, "sub"},
                                                {"endswith", ends_with, "suffix"},
                                                {"find", find, "sub"},
                                                {"format", format, "*"},
                                                {"isdigit", is_digit, ""},
                                                {"isnumeric", is_digit, ""},
                                                {"join", join, "iterable"},
                                                {"lower", lower, ""},
                                                {"lstrip", left_strip, "chars"},
                                                {"replace", replace, "old new count"},
                                                {"rstrip", right_strip, "chars"},
                                                {"split", split, "sep maxsplit"},
                                                {"splitlines", split_lines, ""},
                                                {"startswith", starts_with, "prefix"},
                                                {"strip", strip, "chars"},
                                                {"title", title, ""},
                                                {"upper", upper, ""},
                                                {"zfill", zero_fill, "width"},
                                                {"index", find, "sub"}}};
constexpr std::array<Routine, 2> list_methods{
    {{"count", count_items, "value"}, {"index", index_of, "value"}}};
constexpr std::array<Routine, 4> map_methods{{{"get", get, "key default"},
                                              {"items", items, ""},
                                              {"keys", keys, ""},
                                              {"values", values, ""}}};

std::span<const Routine> methods_of(Kind kind) {
  if (kind == Kind::string) return text_methods;
  if (kind == Kind::list) return list_methods;
  if (kind == Kind::map) return map_methods;
  return {};
}

} // namespace

const Routine* find_method(const Value& object, std::string_view name) {
  for (const Routine& method : methods_of(kind_of(object)))
    if (method.name == name) return &method;
  return nullptr;
}

} // namespace saraban::language
