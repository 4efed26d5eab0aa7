// Numbers in words, by blocks of six digits.
#include "thai/baht.h"

#include <array>
#include <string_view>

namespace saraban::thai {
namespace {

constexpr std::array<std::string_view, 10> digit_words = {"ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่",
                                                          "ห้า",  "หก",  "เจ็ด", "แปด", "เก้า"};
constexpr std::array<std::string_view, 6> place_words = {"", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"};
constexpr std::string_view million = "ล้าน", minus = "ลบ", point = "จุด";

/// One digit of a block; `higher` says whether anything but zeros is before it in the number,
/// `tens` the digit before.
void append_digit(std::string& out, int digit, std::size_t place, bool higher, int tens, Et et) {
  if (digit == 0) return;
  if (place == 1 && digit == 1) {
    out += place_words[1];
    return;
  }
  const bool as_et = place == 0 && digit == 1 && (et == Et::always ? higher : tens != 0);
  if (place == 1 && digit == 2)
    out += "ยี่";
  else
    out += as_et ? "เอ็ด" : digit_words[static_cast<std::size_t>(digit)];
  out += place_words[place];
}

/// ASCII digits to words; nothing for zero.
std::string whole_words(std::string_view digits, Et et) {
  std::string out;
  int tens = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const std::size_t left = digits.size() - 1 - i, place = left % 6;
    const int digit = digits[i] - '0';
    append_digit(out, digit, place, !out.empty(), tens, et);
    tens = place == 0 ? 0 : digit;
    if (place == 0 && left > 0 && !out.empty()) out += million;
  }
  return out;
}

struct Parts {
  bool negative = false;
  std::string whole, fraction;
};

Parts parts_of(const Decimal& number) {
  Parts parts;
  std::string text = number.to_string();
  if (text.starts_with('-')) parts.negative = true, text.erase(0, 1);
  const auto dot = text.find('.');
  parts.whole = text.substr(0, dot);
  if (dot != std::string::npos) parts.fraction = text.substr(dot + 1);
  return parts;
}

std::string plain_words(const Parts& parts, Et et) {
  std::string out = parts.negative ? std::string(minus) : "";
  const std::string whole = whole_words(parts.whole, et);
  out += whole.empty() ? std::string(digit_words[0]) : whole;
  if (parts.fraction.empty()) return out;
  out += point;
  for (const char c : parts.fraction) out += digit_words[static_cast<std::size_t>(c - '0')];
  return out;
}

/// "แปดจุดห้าล้านบาท"; whole millions are said in full.
std::string million_text(const Decimal& amount, const WordsOptions& options) {
  const Decimal millions = Decimal(amount.coefficient(), amount.scale() + 6).normalized();
  std::string out = plain_words(parts_of(millions), options.et);
  out.append(million).append("บาท");
  return out;
}

} // namespace

std::string baht_text(const Decimal& amount, const WordsOptions& options) {
  const Decimal rounded = amount.rounded(2, options.rounding);
  const bool whole_millions = (rounded.is_zero() || amount.modulo(Decimal(1'000'000))->is_zero());
  if (options.unit == BahtUnit::million && !whole_millions) return million_text(rounded, options);
  Parts parts = parts_of(rounded);
  parts.fraction.resize(2, '0');
  std::string out = parts.negative && !rounded.is_zero() ? std::string(minus) : "";
  const std::string baht = whole_words(parts.whole, options.et);
  const std::string satang = whole_words(parts.fraction, options.et);
  if (baht.empty() && satang.empty()) return std::string(digit_words[0]) + "บาทถ้วน";
  if (!baht.empty()) out += baht + "บาท";
  if (satang.empty()) return out + "ถ้วน";
  return out + satang + "สตางค์";
}

std::string number_words(const Decimal& number, const WordsOptions& options) {
  return plain_words(parts_of(number), options.et);
}

} // namespace saraban::thai
