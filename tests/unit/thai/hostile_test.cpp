// Any bytes at all: nothing crashes, and places are places between characters.
#include "thai/baht.h"
#include "thai/date.h"
#include "thai/digits.h"
#include "thai/identity.h"
#include "thai/numbering.h"
#include "thai/words.h"

#include <gtest/gtest.h>
#include <limits>

namespace saraban::thai {
namespace {

/// Bytes that look like Thai, more or less.
std::string random_text(std::uint32_t& random, std::size_t length) {
  static constexpr std::string_view pieces[] = {
      "ก",    "ฯ",    "ๆ",  "เ",  "์",  "ั",  "ำ", "ิ",     "๙",       " ",
      "/",    "-",    ".",  "(",  "a", "7", "@", "www.", "http://", "\xE0",
      "\xB8", "\xFF", "\n", "\t", "'", "d", "M", "พ.ศ.", "มกราคม",  "วัน"};
  std::string text;
  while (text.size() < length) {
    random = random * 1664525u + 1013904223u;
    text += pieces[(random >> 8) % std::size(pieces)];
  }
  return text;
}

bool is_place(const std::string& text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

TEST(Hostile, AnyBytes) {
  std::uint32_t random = 7;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random, static_cast<std::size_t>(round % 90));
    const WordList more({text, text.substr(text.size() / 2), "", "กก"});
    std::size_t before = 0;
    for (const std::size_t start : word_starts(text, &more)) {
      EXPECT_GT(start, before);
      EXPECT_LT(start, text.size());
      before = start;
    }
    catchword(text, round % 5 - 1);
    keep_together(text, &more);
    cluster_starts(text);
    to_thai_digits(text), to_arabic_digits(text), all_thai_digits(text);
    parse_date(text), parse_time(text), named_weekday(text);
    format_date({{2020, 2, 29}, Time{9, 5, 0}, Precision::day}, text, Digits::thai);
    format_phone(text, Digits::thai), format_id_card(text, Digits::thai), is_valid_id_card(text);
  }
}

TEST(Hostile, StartsAreBetweenCharacters) {
  std::uint32_t random = 11;
  for (int round = 0; round < 500; ++round) {
    std::string text;
    while (text.size() < 120) {
      random = random * 1664525u + 1013904223u;
      const auto code = static_cast<char32_t>(0x0E01 + (random >> 8) % 0x4E);
      text += {static_cast<char>(0xE0), static_cast<char>(0x80 | (code >> 6 & 0x3F)),
               static_cast<char>(0x80 | (code & 0x3F))};
    }
    for (const std::size_t start : word_starts(text)) EXPECT_TRUE(is_place(text, start));
    for (const std::size_t start : cluster_starts(text)) EXPECT_TRUE(is_place(text, start));
  }
}

TEST(Hostile, LongRunsAreLinear) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "ก";
  word_starts(text);
  catchword(text, 2);
  const std::string thousand(1000, '9');
  EXPECT_FALSE(baht_text(*Decimal::parse(thousand)).empty());
}

TEST(Hostile, NumbersAtTheEdge) {
  for (const int number :
       {std::numeric_limits<int>::min(), -1, 0, std::numeric_limits<int>::max()}) {
    EXPECT_LT(letter_thai(number).size(), 100u);
    EXPECT_FALSE(counting_thai(number).empty());
  }
  EXPECT_FALSE(is_valid({0, 1, 1}));
  EXPECT_FALSE(is_valid({2020, 13, 1}));
  EXPECT_EQ(format_date({{2020, 13, 1}, {}, Precision::day}, "letter", Digits::thai), std::nullopt);
}

} // namespace
} // namespace saraban::thai
