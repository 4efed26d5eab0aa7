// The methods that people call on text in Jinja templates, as Python has them.
#include "base/utf8.h"
#include "language/sequence.h"
#include "language/state.h"
#include "language/text.h"
#include "language/values.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>

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
/// Any of several, given as a list.
std::vector<std::string> choices(const Invocation& call) {
  const Value* given = call.find(0);
  if (!given || kind_of(*given) != Kind::list) return {call.text(0)};
  std::vector<std::string> all;
  for (const Value& item : items_of(*given)) all.push_back(plain_form(item));
  return all;
}
Value starts_with(Invocation& call) {
  const auto all = choices(call);
  return std::any_of(all.begin(), all.end(),
                     [&](const std::string& s) { return text_of(call).starts_with(s); });
}
Value ends_with(Invocation& call) {
  const auto all = choices(call);
  return std::any_of(all.begin(), all.end(),
                     [&](const std::string& s) { return text_of(call).ends_with(s); });
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

Value find_last(Invocation& call) {
  const std::size_t at = text_of(call).rfind(call.text(0));
  if (at == std::string::npos) return Decimal(-1);
  return Decimal(static_cast<std::int64_t>(code_points(text_of(call).substr(0, at))));
}

/// Cut at the first or last separator: what stands before, the separator, what follows.
Value cut_at(const std::string& text, std::size_t at, const std::string& separator) {
  return make_list({text.substr(0, at), separator, text.substr(at + separator.size())},
                   ListKind::tuple);
}
Value partition(Invocation& call) {
  const std::string separator = call.text(0);
  const std::size_t at = separator.empty() ? std::string::npos : text_of(call).find(separator);
  if (at != std::string::npos) return cut_at(text_of(call), at, separator);
  return make_list({text_of(call), std::string(), std::string()}, ListKind::tuple);
}
Value partition_last(Invocation& call) {
  const std::string separator = call.text(0);
  const std::size_t at = separator.empty() ? std::string::npos : text_of(call).rfind(separator);
  if (at != std::string::npos) return cut_at(text_of(call), at, separator);
  return make_list({std::string(), std::string(), text_of(call)}, ListKind::tuple);
}

Value split_last(Invocation& call) {
  const std::string separator = call.text(0);
  const int most = call.whole(1, -1);
  std::vector<std::string> parts =
      separator.empty() ? split_words(text_of(call)) : split_text(text_of(call), separator);
  call.state.charge(parts.size() * 10);
  const std::size_t kept = most < 0 ? parts.size() : static_cast<std::size_t>(most);
  if (parts.size() <= kept + 1) return list_of(std::move(parts));
  const std::size_t joined = parts.size() - kept;
  std::string first;
  for (std::size_t i = 0; i < joined; ++i)
    first += (i == 0 ? "" : separator.empty() ? " " : separator) + parts[i];
  parts.erase(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(joined - 1));
  parts.front() = std::move(first);
  return list_of(std::move(parts));
}

enum class Put { left, centre, right };
/// Filled up to a width with a character, a space when none is given.
template <Put side>
Value filled_up(Invocation& call) {
  const std::string& text = text_of(call);
  const auto width = static_cast<std::size_t>(std::clamp(call.whole(0, 0), 0, 10'000));
  const std::size_t length = code_points(text);
  if (length >= width) return text;
  const std::string fill = call.text(1, " ");
  const std::size_t missing = width - length;
  const std::size_t middle = missing / 2 + (missing & width & 1); // as Python rounds
  const std::size_t before = side == Put::left ? 0 : side == Put::right ? missing : middle;
  call.state.charge(missing);
  std::string out;
  for (std::size_t i = 0; i < before; ++i) out += fill;
  out += text;
  for (std::size_t i = before; i < missing; ++i) out += fill;
  return out;
}

Value swap_case(Invocation& call) {
  std::string out;
  for (std::size_t at = 0; at < text_of(call).size();) {
    const Decoded c = decode_utf8(text_of(call), at);
    const auto code = static_cast<UChar32>(c.code);
    const std::string letter = text_of(call).substr(at, c.length);
    out += u_isUUppercase(code) ? lower_case(letter) : upper_case(letter);
    at += c.length;
  }
  return out;
}

Value without_prefix(Invocation& call) {
  const std::string prefix = call.text(0);
  const std::string& text = text_of(call);
  return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}
Value without_suffix(Invocation& call) {
  const std::string suffix = call.text(0);
  const std::string& text = text_of(call);
  return text.ends_with(suffix) ? text.substr(0, text.size() - suffix.size()) : text;
}

Value expand_tabs(Invocation& call) {
  const auto every = static_cast<std::size_t>(std::clamp(call.whole(0, 8), 0, 1'000));
  std::string out;
  std::size_t column = 0;
  for (const char c : text_of(call)) {
    const std::size_t spaces = c == '\t' && every ? every - column % every : 0;
    if (c != '\t') out += c;
    out.append(spaces, ' ');
    if (c == '\n')
      column = 0;
    else if (c != '\t')
      column += (c & 0xC0) != 0x80 ? 1 : 0;
    else
      column += spaces;
  }
  call.state.charge(out.size() / 4);
  return out;
}

/// Thai vowels and tone marks are part of a word, as Python does not have it.
bool is_letter_or_mark(UChar32 c) {
  return u_isalpha(c) || (u_getCombiningClass(c) != 0 || u_charType(c) == U_NON_SPACING_MARK);
}
bool is_letter_or_digit(UChar32 c) {
  return is_letter_or_mark(c) || u_isdigit(c);
}
bool is_white(UChar32 c) {
  return u_isUWhiteSpace(c);
}

/// Not empty, and every character is of that kind.
template <bool (*holds)(UChar32)>
Value all_are(Invocation& call) {
  const std::string& text = text_of(call);
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    if (!holds(static_cast<UChar32>(c.code))) return false;
    at += c.length;
  }
  return !text.empty();
}

Value is_lower(Invocation& call) {
  return find_test("lower")->run(call);
}
Value is_upper(Invocation& call) {
  return find_test("upper")->run(call);
}
Value is_title(Invocation& call) {
  const std::string& text = text_of(call);
  return text == title_case(text) && lower_case(text) != upper_case(text);
}

constexpr std::array<Routine, 40> methods{{
    {"capitalize", capitalize, ""},
    {"casefold", lower, ""},
    {"center", filled_up<Put::centre>, "width fillchar"},
    {"count", count_text, "sub"},
    {"endswith", ends_with, "suffix"},
    {"expandtabs", expand_tabs, "tabsize"},
    {"find", find, "sub"},
    {"format", format, "*"},
    {"index", find, "sub"},
    {"isalnum", all_are<is_letter_or_digit>, ""},
    {"isalpha", all_are<is_letter_or_mark>, ""},
    {"isdecimal", is_digit, ""},
    {"isdigit", is_digit, ""},
    {"islower", is_lower, ""},
    {"isnumeric", is_digit, ""},
    {"isspace", all_are<is_white>, ""},
    {"istitle", is_title, ""},
    {"isupper", is_upper, ""},
    {"join", join, "iterable"},
    {"ljust", filled_up<Put::left>, "width fillchar"},
    {"lower", lower, ""},
    {"lstrip", left_strip, "chars"},
    {"partition", partition, "sep"},
    {"removeprefix", without_prefix, "prefix"},
    {"removesuffix", without_suffix, "suffix"},
    {"replace", replace, "old new count"},
    {"rfind", find_last, "sub"},
    {"rindex", find_last, "sub"},
    {"rjust", filled_up<Put::right>, "width fillchar"},
    {"rpartition", partition_last, "sep"},
    {"rsplit", split_last, "sep maxsplit"},
    {"rstrip", right_strip, "chars"},
    {"split", split, "sep maxsplit"},
    {"splitlines", split_lines, ""},
    {"startswith", starts_with, "prefix"},
    {"strip", strip, "chars"},
    {"swapcase", swap_case, ""},
    {"title", title, ""},
    {"upper", upper, ""},
    {"zfill", zero_fill, "width"},
}};

} // namespace

std::span<const Routine> text_methods() {
  return methods;
}

} // namespace saraban::language
