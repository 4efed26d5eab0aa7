// Numbers as a document writes them.
#include "language/number_format.h"

#include <algorithm>

namespace saraban::language {

std::string format_number(const Decimal& number, const NumberFormat& format) {
  const Decimal rounded = format.places ? number.rounded(*format.places) : number;
  const bool negative = rounded.is_negative();
  std::string text = (negative ? -rounded : rounded).to_string();
  if (format.grouping == Grouping::thousands)
    for (std::size_t at = std::min(text.find('.'), text.size()); at > 3;) text.insert(at -= 3, ",");
  if (!negative) return text;
  return format.negative == Negative::brackets ? "(" + text + ")" : "-" + text;
}

} // namespace saraban::language
