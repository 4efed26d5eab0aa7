// Numbers and names with a shape of their own: telephones, identity cards, persons.
#include "language/masks.h"

#include "language/characters.h"
#include "language/text.h"
#include "thai/digits.h"

#include <algorithm>
#include <array>
#include <vector>

namespace saraban::language {
namespace {

/// The digits at the start of `text`, signs between them passed over; what is left in `rest`.
std::string leading_digits(std::string_view text, std::string_view& rest) {
  std::string digits;
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c >= '0' && c <= '9') {
      digits += c;
      end = at + 1;
    } else if (std::string_view(" -.()+").find(c) == std::string_view::npos) {
      break;
    }
  }
  rest = text.substr(std::min(end, text.size()));
  return digits;
}

/// Words before a name that are written together with it.
bool is_title(std::string_view word) {
  constexpr std::array<std::string_view, 9> titles{
      "นาย", "นาง", "นางสาว", "เด็กชาย", "เด็กหญิง", "คุณหญิง", "หม่อมหลวง", "พระครู", "พระมหา"};
  return word.ends_with('.') || std::find(titles.begin(), titles.end(), word) != titles.end();
}

} // namespace

std::optional<std::string> masked_phone(std::string_view written, char separator) {
  const std::string ascii = thai::to_arabic_digits(trimmed(written));
  std::string_view rest;
  std::string digits = leading_digits(ascii, rest);
  if (ascii.starts_with('+') && digits.starts_with("66")) digits.replace(0, 2, "0");
  const std::string sign(1, separator);
  const std::size_t size = digits.size();
  if (size >= 3 && size <= 5) return digits + std::string(rest);
  if ((size != 9 && size != 10) || digits.front() != '0') return std::nullopt;
  const std::size_t first = size - 8;
  return digits.substr(0, first) + sign + digits.substr(first, 4) + sign +
         digits.substr(first + 4) + std::string(rest);
}

IdCard masked_id_card(std::string_view written, char separator) {
  const std::string ascii = thai::to_arabic_digits(trimmed(written));
  std::string_view rest;
  const std::string digits = leading_digits(ascii, rest);
  if (digits.size() != 13 || !trimmed(rest).empty()) return {std::string(written), false};
  int sum = 0;
  for (std::size_t i = 0; i < 12; ++i) sum += (digits[i] - '0') * (13 - static_cast<int>(i));
  const bool valid = (11 - sum % 11) % 10 == digits[12] - '0';
  std::string text = digits;
  for (const std::size_t at : {12, 10, 5, 1}) text.insert(at, 1, separator);
  return {text, valid};
}

std::string person_name(std::string_view written) {
  std::string name;
  bool title_before = false;
  for (const std::string& word : split_words(written)) {
    if (!name.empty() && !title_before) name += ' ';
    name += word;
    title_before = is_title(word);
  }
  return name;
}

} // namespace saraban::language
