// Arguments of the filters that give what only a document can show.
#include "language/document_arguments.h"

#include "language/characters.h"
#include "language/sequence.h"

#include <algorithm>

namespace saraban::language {

std::optional<Length> length_in(const Value& value) {
  const std::string written = plain_form(value);
  const std::string_view text = trimmed(written);
  const std::size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
  const auto number = Decimal::parse(text.substr(0, digits));
  if (!number || number->is_negative() || *number > Decimal(10'000)) return std::nullopt;
  const std::string_view unit = trimmed(text.substr(digits));
  const double size = number->to_double();
  if (unit.empty() || unit == "cm" || unit == "ซม.") return millimetres(size * 10);
  if (unit == "mm" || unit == "มม.") return millimetres(size);
  if (unit == "in") return points(size * 72);
  return unit == "pt" ? std::optional(points(size)) : std::nullopt;
}

std::optional<Length> length_argument(const Invocation& call, std::size_t place) {
  const Value* given = call.find(place);
  if (!given || kind_of(*given) == Kind::none) return std::nullopt;
  const auto length = length_in(*given);
  if (!length) call.bad_argument(place);
  return length;
}

bool is_blank(const Value& value) {
  const std::string* text = string_of(value);
  return value.is_undefined() || kind_of(value) == Kind::none || (text && text->empty());
}

} // namespace saraban::language
