// Grouping digits and joining names.
#include "thai/identity.h"

#include <algorithm>

namespace saraban::thai {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Digits from `at` on with single spaces, hyphens and dots between them.
struct Number {
  std::string digits;
  std::size_t end = 0;
};

Number take_number(std::string_view text, std::size_t at) {
  Number number;
  number.end = at;
  while (at < text.size()) {
    if (is_digit(text[at])) {
      number.digits += text[at++];
      number.end = at;
      continue;
    }
    const bool between = text[at] == ' ' || text[at] == '-' || text[at] == '.';
    if (!between || at + 1 >= text.size() || !is_digit(text[at + 1])) break;
    ++at;
  }
  return number;
}

/// "0 5426 5055", "08 1171 0557"; empty for what is no telephone number.
std::string grouped_phone(std::string_view digits) {
  if (digits.starts_with("66") && digits.size() >= 10) {
    const std::string national = "0" + std::string(digits.substr(2));
    return grouped_phone(national);
  }
  if (!digits.starts_with('0') || digits.size() < 9 || digits.size() > 10) return {};
  const std::size_t first = digits.size() - 8;
  return std::string(digits.substr(0, first)) + " " + std::string(digits.substr(first, 4)) + " " +
         std::string(digits.substr(first + 4));
}

std::string only_digits(std::string_view text) {
  std::string digits;
  for (const char c : to_arabic_digits(text)) {
    if (is_digit(c))
      digits += c;
    else if (c != ' ' && c != '-')
      return {};
  }
  return digits;
}

bool is_latin(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

struct Phones {
  std::string text;
  int count = 0;
};

Phones group_phones(std::string_view original) {
  const std::string text = to_arabic_digits(original);
  Phones out;
  for (std::size_t i = 0; i < text.size();) {
    const bool international = text[i] == '+' && i + 1 < text.size() && is_digit(text[i + 1]);
    if (!is_digit(text[i]) && !international) {
      out.text += text[i++];
      continue;
    }
    const Number number = take_number(text, international ? i + 1 : i);
    const bool national = !international && number.digits.starts_with('0');
    const std::string grouped =
        national || international ? grouped_phone(number.digits) : std::string();
    out.text += grouped.empty() ? text.substr(i, number.end - i) : grouped;
    out.count += grouped.empty() ? 0 : 1;
    i = number.end;
  }
  return out;
}

} // namespace

std::string format_phone(std::string_view text, Digits digits) {
  return with_digits(group_phones(text).text, digits);
}

bool has_phone(std::string_view text) {
  return group_phones(text).count > 0;
}

std::optional<std::string> format_id_card(std::string_view text, Digits digits) {
  const std::string number = only_digits(text);
  if (number.size() != 13) return std::nullopt;
  const std::string grouped = number.substr(0, 1) + " " + number.substr(1, 4) + " " +
                              number.substr(5, 5) + " " + number.substr(10, 2) + " " +
                              number.substr(12);
  return with_digits(grouped, digits);
}

bool is_valid_id_card(std::string_view text) {
  const std::string number = only_digits(text);
  if (number.size() != 13) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 12; ++i) sum += (number[i] - '0') * (13 - static_cast<int>(i));
  return (11 - sum % 11) % 10 == number[12] - '0';
}

std::string person_name(std::string_view title, std::string_view given, std::string_view family) {
  std::string name(title);
  if (is_latin(title) && !given.empty()) name += ' ';
  name += given;
  if (!family.empty() && !name.empty()) name += ' ';
  return name.append(family);
}

} // namespace saraban::thai
