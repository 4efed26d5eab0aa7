// Which border wins, how thick it is, how it is drawn.
#include "layout/border.h"

#include <gtest/gtest.h>

namespace saraban::layout {
namespace {

using document::Border;
using document::LineStyle;

Border line(LineStyle style, double width, Color color = black) {
  Border border;
  border.style = style;
  border.width = points(width);
  border.color = color;
  border.automatic_color = false;
  return border;
}

TEST(Border, WiderWins) {
  const Border thin = line(LineStyle::single, 0.5), thick = line(LineStyle::single, 3);
  EXPECT_EQ(stronger(thin, thick), thick);
  EXPECT_EQ(stronger(thick, thin), thick);
}

TEST(Border, AnyLineBeatsNone) {
  const Border thin = line(LineStyle::single, 0.5);
  EXPECT_EQ(stronger({}, thin), thin);
  EXPECT_EQ(stronger(thin, {}), thin);
}

TEST(Border, MoreLinesWin) {
  const Border single = line(LineStyle::single, 0.5), twice = line(LineStyle::double_line, 0.5);
  EXPECT_EQ(stronger(single, twice), twice);
}

TEST(Border, DarkerWins) {
  const Border dark = line(LineStyle::single, 1, {10, 10, 10, 255});
  const Border light = line(LineStyle::single, 1, {200, 200, 200, 255});
  EXPECT_EQ(stronger(light, dark), dark);
}

TEST(Border, DoubleIsThreeWidths) {
  EXPECT_EQ(thickness(line(LineStyle::double_line, 1)), points(3));
  std::vector<page::Item> items;
  draw_border(items, line(LineStyle::double_line, 1), {points(0), points(10)},
              {points(100), points(10)});
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(std::get<page::Rule>(items[0]).from.y, points(9));
  EXPECT_EQ(std::get<page::Rule>(items[1]).from.y, points(11));
}

} // namespace
} // namespace saraban::layout
