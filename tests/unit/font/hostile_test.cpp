// Fonts made to hurt: cut, with bits turned, with nonsense in their tables.
#include "font/fonts.h"
#include "font/sfnt.h"

#include <fstream>
#include <gtest/gtest.h>
#include <hb.h>
#include <iterator>

namespace saraban::font {
namespace {

std::string bundled_font() {
  std::ifstream in(std::string(SARABAN_SOURCE_DIR) + "/fonts/Laksaman.ttf", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Everything that the engine asks of a face.
void use(std::string bytes) {
  const auto face = Face::from_bytes(std::make_shared<const std::string>(std::move(bytes)));
  if (!face) return;
  for (const char32_t code : {U'A', U'ก', U'ำ', char32_t{0x10FFFF}}) face->glyph_of(code);
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add_utf8(buffer, "นี้ป่าAV", -1, 0, -1);
  hb_buffer_guess_segment_properties(buffer);
  hb_shape(face->shaper(), buffer, nullptr, 0);
  hb_buffer_destroy(buffer);
}

TEST(HostileFont, CutAnywhere) {
  const std::string whole = bundled_font();
  for (std::size_t length = 0; length < whole.size(); length += length < 600 ? 1 : 997)
    use(whole.substr(0, length));
}

TEST(HostileFont, TurnedBits) {
  const std::string whole = bundled_font();
  std::uint32_t random = 1;
  for (int round = 0; round < 400; ++round) {
    std::string bytes = whole;
    for (int flips = 0; flips < 20; ++flips) {
      random = random * 1664525u + 1013904223u;
      const std::size_t range = round % 2 == 0 ? 400 : bytes.size(); // the directory, or anything
      bytes[(random >> 8) % range] ^= static_cast<char>(1u << (random & 7));
    }
    use(std::move(bytes));
  }
}

TEST(HostileFont, CollectionsThatPointAtThemselves) {
  std::string bytes("ttcf\0\1\0\0\xFF\xFF\xFF\xFF\0\0\0\0\0\0\0\x0C", 20);
  EXPECT_LE(face_count(bytes), 256u);
  EXPECT_FALSE(read_face_info(bytes, 0));
  EXPECT_FALSE(read_face_info(bytes, 1));
  EXPECT_FALSE(read_face_info(bytes, 4000000000u));
}

TEST(HostileFont, NothingIsNoFace) {
  EXPECT_EQ(Face::from_bytes(nullptr), nullptr);
  EXPECT_EQ(Face::from_bytes(std::make_shared<const std::string>()), nullptr);
  EXPECT_EQ(Face::open("/nowhere/at/all.ttf"), nullptr);
  EXPECT_EQ(Face::open("/dev/null"), nullptr);
}

TEST(LineMetrics, AsWordCountsThem) {
  Metrics arial;
  arial.units_per_em = 2048;
  arial.hhea_ascent = arial.win_ascent = 1854;
  arial.hhea_descent = arial.win_descent = 434;
  arial.hhea_gap = 67;
  EXPECT_EQ(font::line_metrics(arial).gap, 67);
  arial.win_descent = 484; // a part of the gap is there already
  EXPECT_EQ(font::line_metrics(arial).gap, 17);
}

} // namespace
} // namespace saraban::font
