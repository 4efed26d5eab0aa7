// Lines and curves to TrueType glyph descriptions.
#include "render/embed/outline.h"

#include "render/embed/sfnt.h"

#include <gtest/gtest.h>

namespace saraban::render::embed {
namespace {

TEST(Outline, SquareIsFourPoints) {
  Outline outline(0.5);
  outline.move_to({0, 0});
  outline.line_to({100, 0});
  outline.line_to({100, 700});
  outline.line_to({0, 700});
  outline.line_to({0, 0});
  const std::string description = outline.description();
  EXPECT_EQ(s16(description, 0), 1);
  EXPECT_EQ(s16(description, 6), 100);
  EXPECT_EQ(s16(description, 8), 700);
  EXPECT_EQ(u16(description, 10), 3);
}

TEST(Outline, CubicsTakeAsManyPiecesAsTheyNeed) {
  const auto points = [](double tolerance) {
    Outline outline(tolerance);
    outline.move_to({0, 0});
    outline.cubic_to({0, 552}, {448, 1000}, {1000, 1000});
    outline.line_to({1000, 0});
    return u16(outline.description(), 10) + 1;
  };
  EXPECT_GT(points(0.1), points(5));
  EXPECT_LE(points(5), 6);
}

TEST(Outline, NothingDrawnIsEmpty) {
  Outline outline(0.5);
  EXPECT_EQ(outline.description(), "");
  outline.move_to({5, 5});
  EXPECT_EQ(outline.description(), "");
}

TEST(Sfnt, DamagedDirectoriesHaveNoTables) {
  EXPECT_EQ(sfnt_table("", 0, "glyf"), "");
  EXPECT_EQ(sfnt_table("ttcf", 3, "glyf"), "");
  std::string file = write_sfnt({{"glyf", "abcd"}, {"head", std::string(54, '\0')}});
  EXPECT_EQ(sfnt_table(file, 0, "glyf"), "abcd");
  set_u32(file, 12 + 12, 0xffffffff); // a length beyond the end
  EXPECT_EQ(sfnt_table(file, 0, "glyf"), "");
}

} // namespace
} // namespace saraban::render::embed
