// Python's two ways to put values into a text: "%s of %05.2f" and "{} of {name}".
#include "base/utf8.h"
#include "language/number_format.h"
#include "language/sequence.h"
#include "language/state.h"
#include "language/values.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace saraban::language {
namespace {

struct Specification {
  bool left = false, zeros = false, sign = false, grouped = false, centred = false;
  int width = 0, precision = -1;
  char type = 's';
};

std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

int read_number(std::string_view text, std::size_t& at) {
  int number = 0;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
    number = std::min(number * 10 + (text[at] - '0'), 10'000);
  return number;
}

std::string padded(std::string text, const Specification& spec) {
  const auto width = static_cast<std::size_t>(spec.width);
  const std::size_t length = length_of(text);
  if (length >= width) return text;
  const std::size_t missing = width - length;
  if (spec.centred)
    return std::string(missing / 2, ' ') + text + std::string(missing - missing / 2, ' ');
  if (spec.left) return text + std::string(missing, ' ');
  if (!spec.zeros) return std::string(missing, ' ') + text;
  const std::size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  return text.insert(sign, std::string(missing, '0'));
}

/// Of a whole number: hexadecimal, octal or binary digits; nothing beyond 64 bits.
std::optional<std::string> in_base(const Decimal& number, char type) {
  const int base = type == 'o' ? 8 : type == 'b' ? 2 : 16;
  const std::string digits = number.rounded(0, Rounding::down).to_string();
  std::int64_t whole = 0;
  const auto [read, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), whole);
  if (fault != std::errc() || read != digits.data() + digits.size()) return std::nullopt;
  std::array<char, 70> buffer{};
  const auto end = std::to_chars(buffer.begin(), buffer.end(), whole, base).ptr;
  std::string text(buffer.begin(), end);
  if (type == 'X')
    for (char& c : text)
      if (c >= 'a' && c <= 'f') c = static_cast<char>(c - 32);
  return text;
}

std::string formatted_number(const Value& value, const Specification& spec, Scope::State& state) {
  auto number = number_in(value);
  if (!number) {
    state.report("not-a-number", {{"value", described(value)}});
    return {};
  }
  constexpr std::string_view other_bases = "xXob";
  if (other_bases.find(spec.type) != std::string_view::npos)
    if (auto text = in_base(*number, spec.type)) return padded(std::move(*text), spec);
  if (spec.type == '%') number = *number * Decimal(100);
  if (spec.type == 'd' || spec.type == 'i')
    number = number->rounded(0, Rounding::down);
  else if (spec.type == 'f' || spec.type == 'F' || spec.type == '%')
    number = number->rounded(std::min(spec.precision < 0 ? 6 : spec.precision, 100));
  const Grouping grouping = spec.grouped ? Grouping::thousands : Grouping::none;
  std::string text = format_number(*number, {std::nullopt, grouping, Negative::minus});
  if (spec.sign && !number->is_negative()) text.insert(0, "+");
  if (spec.type == '%') text += '%';
  text = padded(std::move(text), spec);
  return thai::with_digits(text, state.settings.digits);
}

std::string formatted(const Value& value, const Specification& spec, Scope::State& state) {
  constexpr std::string_view numeric = "difF%xXob";
  if (spec.grouped || numeric.find(spec.type) != std::string_view::npos)
    return formatted_number(value, spec, state);
  std::string text = spec.type == 'r' ? quoted_form(value) : shown_text(value, state);
  if (spec.precision >= 0) {
    std::size_t at = 0;
    for (int i = 0; i < spec.precision && at < text.size(); ++i) at += decode_utf8(text, at).length;
    text.resize(at);
  }
  return padded(std::move(text), spec);
}

/// "-05.2f" after a percent sign; moves `at` behind it.
Specification percent_specification(std::string_view format, std::size_t& at) {
  Specification spec;
  for (; at < format.size(); ++at) {
    if (format[at] == '-')
      spec.left = true;
    else if (format[at] == '0')
      spec.zeros = true;
    else if (format[at] == '+')
      spec.sign = true;
    else if (format[at] != ' ' && format[at] != '#')
      break;
  }
  spec.width = read_number(format, at);
  if (at < format.size() && format[at] == '.') spec.precision = read_number(format, ++at);
  spec.type = at < format.size() ? format[at++] : 's';
  return spec;
}

/// ">10,.2f" after a colon.
Specification brace_specification(std::string_view text) {
  Specification spec;
  std::size_t at = 0;
  const bool aligned = !text.empty() && (text[0] == '<' || text[0] == '>' || text[0] == '^');
  if (aligned) spec.left = text[at] == '<', spec.centred = text[at] == '^', ++at;
  if (at < text.size() && text[at] == '+') spec.sign = true, ++at;
  if (at < text.size() && text[at] == '0') spec.zeros = true, ++at;
  spec.width = read_number(text, at);
  if (at < text.size() && text[at] == ',') spec.grouped = true, ++at;
  if (at < text.size() && text[at] == '.') spec.precision = read_number(text, ++at);
  if (at < text.size()) spec.type = text[at];
  return spec;
}

/// "%(name)s": takes the name and its brackets.
std::optional<std::string> take_name(std::string_view format, std::size_t& at) {
  if (at >= format.size() || format[at] != '(') return std::nullopt;
  const std::size_t close = format.find(')', at);
  if (close == std::string_view::npos) return std::nullopt;
  std::string name(format.substr(at + 1, close - at - 1));
  at = close + 1;
  return name;
}

Value brace_argument(std::string_view name, std::size_t& next, const std::vector<Value>& positional,
                     const std::vector<std::pair<std::string, Value>>& keyword,
                     Scope::State& state) {
  const std::size_t dot = std::min(name.find('.'), name.size());
  const std::string_view head = name.substr(0, dot);
  Value value = Undefined{std::string(head), std::string(head), nullptr};
  std::size_t at = 0;
  const bool numbered = head.empty() || (head[0] >= '0' && head[0] <= '9');
  const std::size_t index = head.empty() ? next++
                            : numbered   ? static_cast<std::size_t>(read_number(head, at))
                                         : positional.size();
  if (index < positional.size()) value = positional[index];
  for (const auto& [key, given] : keyword)
    if (!numbered && key == head) value = given;
  if (dot == name.size()) return value;
  return path_in(value, name.substr(dot + 1), state);
}

} // namespace

std::string percent_formatted(const std::string& format, const Value& value, Scope::State& state) {
  const bool many = kind_of(value) == Kind::list;
  const std::vector<Value> values = many ? items_of(value) : std::vector<Value>{value};
  std::string out;
  std::size_t next = 0;
  for (std::size_t at = 0; at < format.size();) {
    if (format[at] != '%') {
      out += format[at++];
      continue;
    }
    if (++at < format.size() && format[at] == '%') {
      out += format[at++];
      continue;
    }
    const auto name = take_name(format, at);
    const Specification spec = percent_specification(format, at);
    state.charge(1 + static_cast<std::uint64_t>(spec.width) / 4);
    const auto member = name ? Members(value).find(*name) : std::nullopt;
    if (!member && next >= values.size()) {
      state.report("bad-arguments", {{"name", "format"}, {"argument", format}});
      return out;
    }
    out += formatted(member ? *member : values[next++], spec, state);
  }
  return out;
}

std::string brace_formatted(const std::string& format, const std::vector<Value>& positional,
                            const std::vector<std::pair<std::string, Value>>& keyword,
                            Scope::State& state) {
  std::string out;
  std::size_t next = 0;
  for (std::size_t at = 0; at < format.size();) {
    const char c = format[at];
    const bool doubled = at + 1 < format.size() && format[at + 1] == c;
    const std::size_t close = format.find('}', at);
    if ((c == '{' || c == '}') && doubled) {
      out += c, at += 2;
    } else if (c != '{' || close == std::string::npos) {
      out += c, ++at;
    } else {
      const std::string_view field = std::string_view(format).substr(at + 1, close - at - 1);
      const std::size_t colon = std::min(field.find(':'), field.size());
      const Value value = brace_argument(field.substr(0, colon), next, positional, keyword, state);
      const Specification spec =
          brace_specification(field.substr(std::min(colon + 1, field.size())));
      state.charge(1 + static_cast<std::uint64_t>(spec.width) / 4);
      out += formatted(value, spec, state);
      at = close + 1;
    }
  }
  return out;
}

} // namespace saraban::language
