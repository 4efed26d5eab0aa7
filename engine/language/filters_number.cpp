// Filters of numbers: rounding, grouping, percentages, money; all exact.
#include "language/number_format.h"
#include "language/sequence.h"
#include "language/state.h"
#include "language/text.h"
#include "language/values.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace saraban::language {
namespace {

Value absolute(Invocation& call) {
  const auto number = call.number();
  if (!number) return std::string();
  return number->is_negative() ? -*number : *number;
}

Value round(Invocation& call) {
  const auto number = call.number();
  if (!number) return std::string();
  const int places = std::clamp(call.whole(0, 0), -1'000, 1'000);
  const std::string method = call.text(1, "common");
  if (method == "ceil") return number->rounded(places, Rounding::ceiling);
  if (method == "floor") return number->rounded(places, Rounding::floor);
  if (method == "even") return number->rounded(places, Rounding::half_even);
  if (method != "common") return call.bad_argument(1);
  return number->rounded(places, Rounding::half_up);
}

/// Digits of another base than ten, "0x1A" and "1A" alike; nothing for what is none.
std::optional<Decimal> number_in_base(std::string_view text, int base) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const std::string prefix = lower_case(text.substr(0, 2));
  if ((base == 16 && prefix == "0x") || (base == 8 && prefix == "0o") ||
      (base == 2 && prefix == "0b"))
    text.remove_prefix(2);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return Decimal(negative ? -number : number);
}

/// What cannot be read as a number becomes the default, without a message.
Value whole_number(Invocation& call) {
  const int base = call.whole(1, 10);
  const std::string* text = string_of(call.subject);
  if (text && base != 10 && base >= 2 && base <= 36)
    if (const auto number = number_in_base(*text, base)) return *number;
  const auto number = number_in(call.subject);
  if (number) return number->rounded(0, Rounding::down);
  const Value* otherwise = call.find(0);
  return otherwise ? *otherwise : Value(Decimal(0));
}
Value fractional_number(Invocation& call) {
  const auto number = number_in(call.subject);
  if (number) return number->scale() > 0 ? *number : number->rounded(1);
  const Value* otherwise = call.find(0);
  return otherwise ? *otherwise : Value(*Decimal::parse("0.0"));
}

/// "1.5 kB"; binary: "1.5 KiB".
Value filesizeformat(Invocation& call) {
  const auto bytes = call.number();
  if (!bytes) return std::string();
  const bool binary = call.flag(0, false);
  const Decimal base(binary ? 1024 : 1000);
  if (*bytes == Decimal(1)) return std::string("1 Byte");
  if (*bytes < base) return bytes->rounded(0, Rounding::down).to_string() + " Bytes";
  constexpr std::string_view letters = "kMGTPEZY";
  Decimal unit = base;
  std::size_t at = 0;
  for (; at + 1 < letters.size() && !(*bytes < unit * base); ++at) unit = unit * base;
  const auto share = bytes->divided_by(unit);
  if (!share) return std::string();
  const char letter = binary && at == 0 ? 'K' : letters[at];
  return share->rounded(1, Rounding::half_even).to_string() + " " + letter + (binary ? "iB" : "B");
}

bool is_blank(const Value& value) {
  const std::string* text = string_of(value);
  return kind_of(value) == Kind::none || (text && text->empty());
}

Negative negative_style(Invocation& call, std::size_t place) {
  const std::string style = call.text(place, "minus");
  if (style == "paren" || style == "parens" || style == "()") return Negative::brackets;
  if (style != "minus" && style != "-") call.bad_argument(place);
  return Negative::minus;
}

std::optional<int> places_of(Invocation& call, std::size_t place, std::optional<int> otherwise) {
  const Value* given = call.find(place);
  if (!given || kind_of(*given) == Kind::none) return otherwise;
  return std::clamp(call.whole(place, 0), 0, 100);
}

/// The number formatted; text given as `zero` stands for nothing at all.
Value written(Invocation& call, const Decimal& number, const NumberFormat& format,
              std::size_t zero_place) {
  const Value* zero = call.find(zero_place);
  const Decimal rounded = format.places ? number.rounded(*format.places) : number;
  if (rounded.is_zero() && zero) return plain_form(*zero);
  return thai::with_digits(format_number(number, format), call.digits());
}

Value number(Invocation& call) {
  if (is_blank(call.subject)) return std::string();
  const auto value = call.number();
  if (!value) return std::string();
  NumberFormat format;
  format.places = places_of(call, 0, std::nullopt);
  format.grouping = call.flag(1, true) ? Grouping::thousands : Grouping::none;
  format.negative = negative_style(call, 3);
  return written(call, *value, format, 2);
}

Value money(Invocation& call) {
  if (is_blank(call.subject)) return std::string();
  const auto value = call.number();
  if (!value) return std::string();
  NumberFormat format;
  format.places = places_of(call, 3, 2);
  format.negative = negative_style(call, 2);
  const std::string unit = call.text(0);
  const Value text = written(call, *value, format, 1);
  return unit.empty() ? text : Value(*string_of(text) + "\u00A0" + unit);
}

/// 92.02 is 92.02 %; with `of`, the share of that number. style='word' puts ร้อยละ before it.
Value percent(Invocation& call) {
  if (is_blank(call.subject)) return std::string();
  auto value = call.number();
  if (!value) return std::string();
  if (const Value* whole = call.find(2)) {
    const auto divisor = number_in(*whole);
    if (!divisor) return call.bad_argument(2);
    value = (*value * Decimal(100)).divided_by(*divisor);
    if (!value) return call.fault("divide-by-zero");
  }
  NumberFormat format;
  format.places = places_of(call, 0, call.find(2) ? std::optional<int>(2) : std::nullopt);
  const std::string digits = thai::with_digits(format_number(*value, format), call.digits());
  const std::string style = call.text(1, "sign");
  if (style == "word") return "ร้อยละ\u00A0" + digits;
  return style == "sign" ? Value(digits + "\u00A0%") : call.bad_argument(1);
}

constexpr std::array<Routine, 8> filters{{
    {"abs", absolute, ""},
    {"filesizeformat", filesizeformat, "binary"},
    {"float", fractional_number, "default"},
    {"int", whole_number, "default base"},
    {"money", money, "unit zero negative decimals digits"},
    {"number", number, "decimals grouping zero negative digits"},
    {"percent", percent, "decimals style of digits"},
    {"round", round, "precision method"},
}};

} // namespace

std::span<const Routine> number_filters() {
  return filters;
}

} // namespace saraban::language
