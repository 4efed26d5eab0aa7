// Thai and Arabic digits.
#pragma once

#include <string>
#include <string_view>

namespace saraban::thai {

enum class Digits { arabic, thai };

/// Every ASCII digit becomes ๐–๙, but not those inside URLs, e-mail addresses and Latin words and
/// codes.
std::string to_thai_digits(std::string_view text);
std::string to_arabic_digits(std::string_view text);
/// Every digit, without exceptions.
std::string all_thai_digits(std::string_view text);
std::string with_digits(std::string_view text, Digits digits);

} // namespace saraban::thai
