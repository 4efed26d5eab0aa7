// The order of text in a Thai register, and of any values.
#pragma once

#include "language/value.h"

#include <compare>
#include <string_view>

namespace saraban::language {

enum class Case { ignored, respected };

/// CLDR's Thai collation (thai.md C4): a leading vowel counts after its consonant.
std::weak_ordering collate(std::string_view left, std::string_view right, Case letter_case);
/// Any two values: nothing, then numbers by value, then text by collation, then lists by items.
std::weak_ordering collate_values(const Value& left, const Value& right, Case letter_case);

} // namespace saraban::language
