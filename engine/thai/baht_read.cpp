// Amounts in Thai words: digits take falling places in each block before ล้าน (thai.md C3).
#include "thai/baht_read.h"

#include <array>
#include <string>

namespace saraban::thai {
namespace {

enum class Kind { digit, twenty, one_more, place, million, baht, satang, whole, none };
struct Word {
  std::string_view text;
  Kind kind = Kind::none;
  int value = 0; ///< Of a digit; the power of ten of a place.
};

constexpr std::array<Word, 21> words = {{
    {"ศูนย์", Kind::digit, 0}, {"หนึ่ง", Kind::digit, 1},    {"สอง", Kind::digit, 2},
    {"สาม", Kind::digit, 3}, {"สี่", Kind::digit, 4},      {"ห้า", Kind::digit, 5},
    {"หก", Kind::digit, 6},  {"เจ็ด", Kind::digit, 7},    {"แปด", Kind::digit, 8},
    {"เก้า", Kind::digit, 9}, {"ยี่", Kind::twenty, 2},     {"เอ็ด", Kind::one_more, 1},
    {"สิบ", Kind::place, 1},  {"ร้อย", Kind::place, 2},    {"พัน", Kind::place, 3},
    {"หมื่น", Kind::place, 4}, {"แสน", Kind::place, 5},    {"ล้าน", Kind::million, 0},
    {"บาท", Kind::baht, 0},  {"สตางค์", Kind::satang, 0}, {"ถ้วน", Kind::whole, 0},
}};

const Word* word_at(std::string_view text) {
  for (const Word& word : words)
    if (text.starts_with(word.text)) return &word;
  return nullptr;
}

/// Reads number words one by one; says whether they have made sense so far.
class Reader {
public:
  bool take(const Word& word);
  /// Once, after the last word.
  std::optional<Decimal> amount() const;

private:
  bool take_digit(int digit);
  bool take_place(int power);
  bool take_million();
  bool take_unit(bool is_baht);
  void close_digit();

  Decimal block_, number_, baht_, satang_;
  std::optional<int> digit_;
  int lowest_ = 6; ///< Places of the block below this are free.
  bool any_ = false, has_baht_ = false, ended_ = false, twenty_ = false, million_ = false;
};

constexpr std::array<int, 6> powers = {1, 10, 100, 1000, 10000, 100000};

bool Reader::take_digit(int digit) {
  if (digit_ || lowest_ == 0) return false;
  digit_ = digit;
  return any_ = true;
}

bool Reader::take_place(int power) {
  if (power >= lowest_) return false;
  const bool ten = power == 1;
  if (!digit_ && !ten && any_) return false; // "ร้อย" alone is a hundred, at the start only
  if (ten && digit_ && *digit_ < 3 && !twenty_) return false;
  if (digit_ && *digit_ == 0) return false;
  block_ = block_ + Decimal(digit_.value_or(1) * powers[static_cast<std::size_t>(power)]);
  lowest_ = power;
  twenty_ = false;
  digit_.reset();
  return any_ = true;
}

void Reader::close_digit() {
  if (!digit_) return;
  block_ = block_ + Decimal(*digit_);
  digit_.reset();
  lowest_ = 0;
}

bool Reader::take_million() {
  if (twenty_ || (!any_ && !million_)) return false;
  close_digit();
  number_ = (number_ + block_) * Decimal(1000000);
  block_ = Decimal(0);
  lowest_ = 6;
  return million_ = true;
}

bool Reader::take_unit(bool is_baht) {
  if (twenty_ || !any_ || ended_ || (is_baht && has_baht_)) return false;
  close_digit();
  (is_baht ? baht_ : satang_) = number_ + block_;
  if (!is_baht && satang_ >= Decimal(100)) return false;
  number_ = block_ = Decimal(0);
  lowest_ = 6;
  any_ = million_ = false;
  (is_baht ? has_baht_ : ended_) = true;
  return true;
}

bool Reader::take(const Word& word) {
  if (ended_ && word.kind != Kind::whole) return false;
  switch (word.kind) {
  case Kind::digit:
    return take_digit(word.value);
  case Kind::twenty:
    return !twenty_ && take_digit(word.value) && (twenty_ = true);
  case Kind::one_more:
    return (any_ || million_) && take_digit(word.value);
  case Kind::place:
    return take_place(word.value);
  case Kind::million:
    return take_million();
  case Kind::baht:
  case Kind::satang:
    return take_unit(word.kind == Kind::baht);
  case Kind::whole:
    return !any_ && (has_baht_ || ended_) && (ended_ = true);
  case Kind::none:
    break;
  }
  return false;
}

std::optional<Decimal> Reader::amount() const {
  if (any_ || !(has_baht_ || ended_)) return std::nullopt;
  return baht_ + satang_ * *Decimal::parse("0.01");
}

} // namespace

std::vector<BahtWords> find_baht_words(std::string_view text) {
  std::vector<BahtWords> all;
  for (std::size_t at = 0; at < text.size();) {
    Reader reader;
    bool sound = true, unit = false, digits = false;
    const std::size_t begin = at;
    std::size_t end = at, count = 0;
    while (const Word* word = word_at(text.substr(at))) {
      unit = unit || word->kind == Kind::baht || word->kind == Kind::satang;
      digits = digits || word->kind == Kind::digit || word->kind == Kind::twenty ||
               word->kind == Kind::place;
      sound = sound && reader.take(*word);
      end = at += word->text.size();
      ++count;
    }
    if (unit && digits && count > 2)
      all.push_back({begin, end, sound ? reader.amount() : std::nullopt});
    if (count == 0) ++at;
  }
  return all;
}

} // namespace saraban::thai
