// UTF-8, colours, nearest names, words of messages.
#include "base/color.h"
#include "base/geometry.h"
#include "base/messages.h"
#include "base/utf8.h"

#include <gtest/gtest.h>
#include <set>

namespace saraban {
namespace {

TEST(Utf8, DecodesMaximalSubparts) {
  // Unicode 15, table 3-8.
  EXPECT_EQ(to_utf32("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"),
            U"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\u0041");
  EXPECT_EQ(to_utf32("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"), U"\uFFFD\uFFFD\uFFFD\uFFFD\u0041");
  EXPECT_EQ(to_utf32("กา"), U"กา");
  EXPECT_TRUE(is_valid_utf8("สารบรรณ 😀"));
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));
  EXPECT_EQ(repair_utf8("ก\xFF"), "ก\uFFFD");
  EXPECT_EQ(to_utf8(U"ก😀"), "ก😀");
  EXPECT_EQ(to_utf8(std::u32string(1, char32_t{0xD800})), "\uFFFD");
}

TEST(Color, ParsesHex) {
  EXPECT_EQ(parse_hex_color("#FF8000"), (Color{255, 128, 0, 255}));
  EXPECT_EQ(parse_hex_color("ff8000"), (Color{255, 128, 0, 255}));
  EXPECT_FALSE(parse_hex_color("auto"));
  EXPECT_FALSE(parse_hex_color("#ff80zz"));
}

TEST(NearestName, IsNearEnough) {
  EXPECT_EQ(nearest_name("bahtext", {"date", "bahttext", "number"}), "bahttext");
  EXPECT_EQ(nearest_name("ผู้ลงนม", {"ผู้รับ", "ผู้ลงนาม"}), "ผู้ลงนาม");
  EXPECT_EQ(nearest_name("xyz", {"date", "number"}), "");
  EXPECT_EQ(nearest_name("a", {"b"}), "");
}

TEST(Messages, SayThePlaceTheTagAndTheHint) {
  Diagnostic d{
      Severity::error, "unknown-filter", {}, {{"name", "bahtext"}, {"nearest", "bahttext"}}};
  d.location.file = "letter.docx";
  d.location.place = {{"table", 2, ""}, {"row", 3, ""}, {"cell", 5, ""}};
  d.location.tag = "{{ งบ | bahtext }}";
  EXPECT_EQ(format_diagnostic(d, Language::english),
            "error[unknown-filter] letter.docx, table 2, row 3, column 5: no filter “bahtext” in "
            "{{ งบ | bahtext }}; did you mean “bahttext”?");
  d.arguments.pop_back();
  EXPECT_EQ(format_diagnostic(d, Language::thai),
            "ผิดพลาด[unknown-filter] letter.docx, ตาราง 2, แถว 3, คอลัมน์ 5: ไม่มีตัวกรอง “bahtext” ใน "
            "{{ งบ | bahtext }}");
}

TEST(Messages, SayLineAndColumn) {
  Diagnostic d{Severity::warning, "json-malformed", {}, {{"reason", "no comma"}}};
  d.location.file = "a.json";
  d.location.line = 3;
  d.location.column = 9;
  EXPECT_EQ(format_diagnostic(d, Language::english),
            "warning[json-malformed] a.json, line 3, column 9: the JSON is damaged: no comma");
}

TEST(Messages, AnUnknownCodeStillSpeaks) {
  const Diagnostic d{Severity::error, "odd-thing", {}, {{"name", "x"}}};
  EXPECT_EQ(format_diagnostic(d, Language::english), "error[odd-thing] odd thing (name “x”)");
}

TEST(Messages, TableIsSortedUniqueAndInBothLanguages) {
  std::set<std::string_view> codes;
  for (const MessageText& m : message_table()) {
    EXPECT_TRUE(codes.insert(m.code).second) << m.code;
    EXPECT_FALSE(m.english.empty() || m.thai.empty()) << m.code;
    EXPECT_EQ(m.english_hint.empty(), m.thai_hint.empty()) << m.code;
  }
}

TEST(Messages, JsonIsEscaped) {
  Diagnostic d{Severity::error, "cannot-read", {}, {{"reason", "a\"b\n\x01\xFF"}}};
  d.location.place = {{"table", 2, "x"}};
  EXPECT_EQ(diagnostic_json(d, Language::english),
            "{\"severity\": \"error\", \"code\": \"cannot-read\", \"message\": \"cannot read the "
            "file: a\\\"b\\n\\u0001\uFFFD\", \"hint\": \"\", \"file\": \"\", \"place\": "
            "[{\"key\": \"table\", \"number\": 2, \"label\": \"x\"}], \"line\": 0, \"column\": 0, "
            "\"path\": \"\", \"tag\": \"\", \"excerpt\": \"\"}");
}

TEST(Length, IsExact) {
  EXPECT_EQ(twips(1), emu(635));
  EXPECT_EQ(points(16).emu, 203200);
  EXPECT_EQ(emu(5).scaled(1, 2), emu(3));
  EXPECT_EQ(emu(-5).scaled(1, 2), emu(-3));
}

} // namespace
} // namespace saraban
