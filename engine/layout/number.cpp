// Numbers as lists and pages show them (ECMA-376 17.18.59).
#include "layout/context.h"
#include "thai/numbering.h"

#include <algorithm>
#include <array>
#include <utility>

namespace saraban::layout {

namespace {

std::string roman(int number) {
  static constexpr std::array<std::pair<int, const char*>, 13> steps{{{1000, "M"},
                                                                      {900, "CM"},
                                                                      {500, "D"},
                                                                      {400, "CD"},
                                                                      {100, "C"},
                                                                      {90, "XC"},
                                                                      {50, "L"},
                                                                      {40, "XL"},
                                                                      {10, "X"},
                                                                      {9, "IX"},
                                                                      {5, "V"},
                                                                      {4, "IV"},
                                                                      {1, "I"}}};
  if (number <= 0 || number > 32'767) return std::to_string(number);
  std::string out;
  for (const auto& [value, sign] : steps)
    for (; number >= value; number -= value) out += sign;
  return out;
}

// a … z, aa, bb … zz, aaa …
std::string letters(int number, char first) {
  if (number <= 0 || number > 780) return std::to_string(number);
  return std::string(static_cast<std::size_t>((number - 1) / 26 + 1),
                     static_cast<char>(first + (number - 1) % 26));
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

std::string ordinal(int number) {
  static constexpr std::array suffixes{"th", "st", "nd", "rd"};
  const int last = number % 10, tens = number / 10 % 10;
  return std::to_string(number) +
         suffixes[static_cast<std::size_t>(tens != 1 && last >= 1 && last <= 3 ? last : 0)];
}

std::string hexadecimal(int number) {
  std::string out;
  for (auto rest = static_cast<unsigned>(number); rest != 0 || out.empty(); rest /= 16)
    out.insert(out.begin(), "0123456789ABCDEF"[rest % 16]);
  return out;
}

// *, †, ‡, §, then doubled.
std::string chicago(int number) {
  static constexpr std::array signs{"*", "†", "‡", "§"};
  std::string out;
  for (int i = 0; i < std::min((number - 1) / 4 + 1, 20); ++i)
    out += signs[static_cast<std::size_t>(std::max(number - 1, 0) % 4)];
  return out;
}

} // namespace

std::string format_number(int number, document::NumberFormat format) {
  using document::NumberFormat;
  switch (format) {
  case NumberFormat::decimal_zero:
    return (number >= 0 && number < 10 ? "0" : "") + std::to_string(number);
  case NumberFormat::upper_roman:
    return roman(number);
  case NumberFormat::lower_roman:
    return lower(roman(number));
  case NumberFormat::upper_letter:
    return letters(number, 'A');
  case NumberFormat::lower_letter:
    return letters(number, 'a');
  case NumberFormat::ordinal:
    return ordinal(number);
  case NumberFormat::thai_numbers:
    return thai::number_thai(number);
  case NumberFormat::thai_letters:
    return thai::letter_thai(number);
  case NumberFormat::thai_counting:
    return thai::counting_thai(number);
  case NumberFormat::hex:
    return hexadecimal(number);
  case NumberFormat::chicago:
    return chicago(number);
  case NumberFormat::number_in_dash:
    return "- " + std::to_string(number) + " -";
  case NumberFormat::none:
    return "";
  case NumberFormat::decimal:
  case NumberFormat::bullet:
  case NumberFormat::cardinal_text:
  case NumberFormat::ordinal_text:
    break;
  }
  return std::to_string(number);
}

} // namespace saraban::layout
