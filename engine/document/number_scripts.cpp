// Numbers in the letters and ideographs of other scripts (ECMA-376 17.18.59).
#include "document/number_scripts.h"

#include "base/utf8.h"

#include <string_view>

namespace saraban::document {
namespace {

constexpr std::u32string_view digits = U"〇一二三四五六七八九";
constexpr std::u32string_view stems = U"甲乙丙丁戊己庚辛壬癸";
constexpr std::u32string_view branches = U"子丑寅卯辰巳午未申酉戌亥";
constexpr std::u32string_view aiueo_letters =
    U"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
constexpr std::u32string_view iroha_letters = U"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰ"
                                              U"ノオクヤマケフコエテアサキユメミシヱヒモセスン";
constexpr std::u32string_view ganada_letters = U"가나다라마바사아자차카타파하";
constexpr std::u32string_view chosung_letters = U"ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ";
constexpr std::u32string_view arabic = U"أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
constexpr std::u32string_view hebrew = U"אבגדהוזחטיכלמנסעפצקרשת";
constexpr std::u32string_view russian = U"абвгдежзиклмнопрстуфхцчшщыэюя";

/// One letter; after the last one the first comes again, doubled where `repeats`.
enum class Beyond { begins_again, repeats };
std::string letter(int number, std::u32string_view letters, Beyond beyond) {
  const auto index = static_cast<std::size_t>(number - 1);
  const std::size_t times = beyond == Beyond::repeats ? index / letters.size() + 1 : 1;
  std::string out;
  for (std::size_t i = 0; i < times; ++i) append_utf8(out, letters[index % letters.size()]);
  return out;
}

std::string digit_by_digit(int number) {
  std::string out;
  for (const char c : std::to_string(number))
    append_utf8(out, digits[static_cast<std::size_t>(c - '0')]);
  return out;
}

/// 十, 十一, 二十, 一百〇五, 一千.
std::string in_words(int number) {
  if (number >= 10'000) return digit_by_digit(number);
  constexpr std::u32string_view units = U"千百十";
  std::string out;
  bool skipped = false;
  int unit = 1000;
  for (const char32_t name : units) {
    const int digit = number / unit % 10;
    if (digit == 0) {
      skipped = !out.empty();
    } else {
      if (skipped) append_utf8(out, digits[0]);
      skipped = false;
      const bool plain_ten = unit == 10 && digit == 1 && out.empty();
      if (!plain_ten) append_utf8(out, digits[static_cast<std::size_t>(digit)]);
      append_utf8(out, name);
    }
    unit /= 10;
  }
  const int last = number % 10;
  if (last == 0) return out;
  if (skipped) append_utf8(out, digits[0]);
  append_utf8(out, digits[static_cast<std::size_t>(last)]);
  return out;
}

/// ⑴ and ⒈ for 1 to 20.
std::string enclosed(int number, char32_t first) {
  if (number > 20) return std::to_string(number);
  std::string out;
  append_utf8(out, first + static_cast<char32_t>(number - 1));
  return out;
}

std::string russian_letter(int number, char32_t shift) {
  std::u32string letters(russian);
  for (auto& one : letters) one -= shift;
  return letter(number, letters, Beyond::repeats);
}

} // namespace

std::string number_in_script(int number, NumberFormat format) {
  switch (format) {
  case NumberFormat::in_parentheses:
    return enclosed(number, U'⑴');
  case NumberFormat::with_full_stop:
    return enclosed(number, U'⒈');
  case NumberFormat::russian_upper:
    return russian_letter(number, 0x20);
  case NumberFormat::russian_lower:
    return russian_letter(number, 0);
  case NumberFormat::ideographs:
    return digit_by_digit(number);
  case NumberFormat::counting:
    return in_words(number);
  case NumberFormat::heavenly_stems:
    return letter(number, stems, Beyond::begins_again);
  case NumberFormat::earthly_branches:
    return letter(number, branches, Beyond::begins_again);
  case NumberFormat::aiueo:
    return letter(number, aiueo_letters, Beyond::begins_again);
  case NumberFormat::iroha:
    return letter(number, iroha_letters, Beyond::begins_again);
  case NumberFormat::ganada:
    return letter(number, ganada_letters, Beyond::begins_again);
  case NumberFormat::chosung:
    return letter(number, chosung_letters, Beyond::begins_again);
  case NumberFormat::arabic_letters:
    return letter(number, arabic, Beyond::repeats);
  case NumberFormat::hebrew_letters:
    return letter(number, hebrew, Beyond::repeats);
  default:
    return std::to_string(number);
  }
}

} // namespace saraban::document
