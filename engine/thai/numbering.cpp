// List numbers in Thai.
#include "thai/numbering.h"

#include "base/decimal.h"
#include "thai/baht.h"
#include "thai/digits.h"

#include <array>
#include <string_view>

namespace saraban::thai {
namespace {

/// The alphabet without ฃ ฅ, which are obsolete, and ฤ ฦ, which are vowels.
constexpr std::array<std::string_view, 41> letters = {
    "ก", "ข", "ค", "ง", "จ", "ฉ", "ช", "ซ", "ฌ", "ญ", "ฎ", "ฏ", "ฐ", "ฑ",
    "ฒ", "ณ", "ด", "ต", "ถ", "ท", "ธ", "น", "บ", "ป", "ผ", "ฝ", "พ", "ฟ",
    "ภ", "ม", "ย", "ร", "ล", "ว", "ศ", "ษ", "ส", "ห", "ฬ", "อ", "ฮ"};
constexpr int repeats_at_most = 20;

} // namespace

std::string number_thai(int number) {
  return all_thai_digits(std::to_string(number));
}

std::string letter_thai(int number) {
  constexpr int count = static_cast<int>(letters.size());
  if (number < 1 || number > count * repeats_at_most) return number_thai(number);
  std::string text;
  for (int i = 0; i <= (number - 1) / count; ++i)
    text += letters[static_cast<std::size_t>((number - 1) % count)];
  return text;
}

std::string counting_thai(int number) {
  return number_words(Decimal(number));
}

} // namespace saraban::thai
