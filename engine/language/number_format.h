// Numbers as a document writes them.
#pragma once

#include "base/decimal.h"

#include <optional>
#include <string>

namespace saraban::language {

enum class Grouping { none, thousands };
enum class Negative { minus, brackets };

struct NumberFormat {
  std::optional<int> places; ///< None: as many as the number has.
  Grouping grouping = Grouping::thousands;
  Negative negative = Negative::minus;
};

/// "1,234,567.50" in ASCII digits. What rounds to zero has no sign.
std::string format_number(const Decimal& number, const NumberFormat& format);

} // namespace saraban::language
