// Numbers of lists, pages and notes in the formats that documents name (ECMA-376 17.18.59).
#include "document/number_text.h"

#include "base/decimal.h"
#include "base/utf8.h"
#include "document/number_scripts.h"
#include "thai/baht.h"
#include "thai/numbering.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace saraban::document {
namespace {

std::string roman(int number) {
  struct Numeral {
    int value;
    std::string_view text;
  };
  constexpr Numeral numerals[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                                  {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                                  {5, "v"},    {4, "iv"},   {1, "i"}};
  std::string out;
  for (const auto& n : numerals)
    for (; number >= n.value; number -= n.value) out += n.text;
  return out;
}

/// a … z, aa, bb …
std::string letters(int number) {
  return std::string(static_cast<std::size_t>((number - 1) / 26 + 1),
                     static_cast<char>('a' + (number - 1) % 26));
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

std::string with_digits(int number, char32_t zero) {
  std::string out;
  for (const char c : std::to_string(number))
    append_utf8(out, c == '-' ? U'-' : zero + static_cast<char32_t>(c - '0'));
  return out;
}

constexpr std::array<std::string_view, 20> small_words = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> tens_words = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

std::string words(int number) {
  const auto n = static_cast<std::size_t>(number);
  if (n < 20) return std::string(small_words[n]);
  if (n < 100)
    return std::string(tens_words[n / 10]) +
           (n % 10 ? "-" + std::string(small_words[n % 10]) : std::string());
  const int unit = n < 1000 ? 100 : n < 1'000'000 ? 1000 : 1'000'000;
  const std::string name = unit == 100 ? " hundred" : unit == 1000 ? " thousand" : " million";
  const int rest = number % unit;
  return words(number / unit) + name + (rest ? " " + words(rest) : std::string());
}

/// The last word of a cardinal made ordinal.
std::string ordinal_words(int number) {
  std::string text = words(number);
  struct Change {
    std::string_view from, to;
  };
  constexpr Change changes[] = {{"one", "first"},     {"two", "second"},   {"three", "third"},
                                {"five", "fifth"},    {"eight", "eighth"}, {"nine", "ninth"},
                                {"twelve", "twelfth"}};
  const auto start = text.find_last_of(" -") + 1;
  const std::string last = text.substr(start);
  for (const auto& change : changes)
    if (last == change.from) return text.substr(0, start) + std::string(change.to);
  if (text.back() == 'y') return text.substr(0, text.size() - 1) + "ieth";
  return text + "th";
}

std::string capitalised(std::string text) {
  if (!text.empty()) text[0] = upper(text.substr(0, 1))[0];
  return text;
}

std::string ordinal(int number) {
  const int last = number % 10, two = number % 100;
  const bool teen = two >= 11 && two <= 13;
  const char* suffix = teen || last > 3 || last == 0 ? "th"
                       : last == 1                   ? "st"
                       : last == 2                   ? "nd"
                                                     : "rd";
  return std::to_string(number) + suffix;
}

std::string hex(int number) {
  std::string out;
  for (; number > 0; number /= 16) out.insert(out.begin(), "0123456789ABCDEF"[number % 16]);
  return out.empty() ? "0" : out;
}

/// *, †, ‡, §, **, …
std::string chicago(int number) {
  constexpr std::array<std::string_view, 4> marks = {"*", "†", "‡", "§"};
  std::string out;
  for (int i = 0; i <= (number - 1) / 4; ++i)
    out += marks[static_cast<std::size_t>(number - 1) % 4];
  return out;
}

std::string circled(int number) {
  if (number > 20) return std::to_string(number);
  std::string out;
  append_utf8(out, U'\u2460' + static_cast<char32_t>(number - 1));
  return out;
}

/// Formats whose numbers start at one and grow with the number's size.
std::string counted(int number, NumberFormat format) {
  switch (format) {
  case NumberFormat::upper_roman:
    return upper(roman(number));
  case NumberFormat::lower_roman:
    return roman(number);
  case NumberFormat::upper_letter:
    return upper(letters(number));
  case NumberFormat::lower_letter:
    return letters(number);
  case NumberFormat::thai_letters:
    return thai::letter_thai(number);
  case NumberFormat::chicago:
    return chicago(number);
  case NumberFormat::circled:
    return circled(number);
  case NumberFormat::ordinal:
    return ordinal(number);
  case NumberFormat::ordinal_text:
    return capitalised(ordinal_words(number));
  default:
    return number_in_script(number, format);
  }
}

std::string padded(int number, std::size_t digits) {
  const std::string text = std::to_string(number);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

} // namespace

std::string number_text(int number, NumberFormat format) {
  if (format == NumberFormat::bullet || format == NumberFormat::none) return {};
  if (number < 0) return std::to_string(number);
  switch (format) {
  case NumberFormat::decimal:
    return std::to_string(number);
  case NumberFormat::decimal_zero:
    return (number < 10 ? "0" : "") + std::to_string(number);
  case NumberFormat::decimal_3:
    return padded(number, 3);
  case NumberFormat::decimal_4:
    return padded(number, 4);
  case NumberFormat::decimal_5:
    return padded(number, 5);
  case NumberFormat::arabic_indic:
    return with_digits(number, U'\u0660');
  case NumberFormat::thai_numbers:
    return thai::number_thai(number);
  case NumberFormat::thai_counting:
    return thai::counting_thai(number);
  case NumberFormat::hindi_numbers:
    return with_digits(number, U'\u0966');
  case NumberFormat::full_width:
    return with_digits(number, U'\uFF10');
  case NumberFormat::cardinal_text:
    return capitalised(words(number));
  case NumberFormat::number_in_dash:
    return "- " + std::to_string(number) + " -";
  case NumberFormat::hex:
    return hex(number);
  case NumberFormat::baht_text:
    return thai::baht_text(Decimal(number));
  default:
    break;
  }
  return number == 0 || number > 32'767 ? std::to_string(number) : counted(number, format);
}

} // namespace saraban::document
