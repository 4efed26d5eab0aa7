// How people are named, called and counted: telephone numbers, identity cards, names.
#pragma once

#include "thai/digits.h"

#include <optional>
#include <string>
#include <string_view>

namespace saraban::thai {

/// Every telephone number in a text in groups: "๐ ๕๔๒๖ ๕๐๕๕" (nine digits), "๐๘ ๑๑๗๑ ๐๕๕๗" (ten);
/// "+66" becomes 0. What is no such number (short numbers, extensions, a ministry's line after its
/// letters) stays, in the digits asked for.
std::string format_phone(std::string_view text, Digits digits);
/// Holds at least one telephone number of nine or ten digits.
bool has_phone(std::string_view text);

/// "๑ ๒๓๔๕ ๖๗๘๙๐ ๑๒ ๑" from 13 digits, whatever stands between them; nothing for other texts.
std::optional<std::string> format_id_card(std::string_view text, Digits digits);
/// 13 digits and the right check digit (the weights are 13 down to 2, modulo 11).
bool is_valid_id_card(std::string_view text);

/// "นางสาวศศิธร อินทกุล": a Thai title joins the given name, a Latin one stands apart.
std::string person_name(std::string_view title, std::string_view given, std::string_view family);

} // namespace saraban::thai
