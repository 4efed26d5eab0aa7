// Free parts of a band beside floats.
#include "layout/exclusion.h"

#include <gtest/gtest.h>

namespace saraban::layout {
namespace {

Exclusion box(int x, int y, int width, int height) {
  Exclusion exclusion;
  exclusion.box = {points(x), points(y), points(width), points(height)};
  return exclusion;
}

const Interval column{points(0), points(500)};

TEST(Exclusion, NothingInTheWay) {
  EXPECT_EQ(free_parts({box(100, 50, 50, 50)}, column, points(0), points(50)),
            std::vector<Interval>{column});
}

TEST(Exclusion, BothSides) {
  const std::vector<Interval> parts =
      free_parts({box(200, 0, 100, 50)}, column, points(10), points(20));
  EXPECT_EQ(parts, (std::vector<Interval>{{points(0), points(200)}, {points(300), points(500)}}));
}

TEST(Exclusion, LessThanAnInchTakesNoText) {
  const std::vector<Interval> parts =
      free_parts({box(50, 0, 100, 50)}, column, points(10), points(20));
  EXPECT_EQ(parts, (std::vector<Interval>{{points(150), points(500)}}));
}

TEST(Exclusion, OneSideOnly) {
  Exclusion exclusion = box(200, 0, 100, 50);
  exclusion.side = document::WrapSide::left;
  EXPECT_EQ(free_parts({exclusion}, column, points(0), points(10)),
            (std::vector<Interval>{{points(0), points(200)}}));
  exclusion.side = document::WrapSide::right;
  EXPECT_EQ(free_parts({exclusion}, column, points(0), points(10)),
            (std::vector<Interval>{{points(300), points(500)}}));
}

TEST(Exclusion, TopAndBottomLeavesNothing) {
  Exclusion exclusion = box(200, 0, 100, 50);
  exclusion.wrap = document::Wrap::top_and_bottom;
  EXPECT_TRUE(free_parts({exclusion}, column, points(0), points(10)).empty());
  EXPECT_EQ(below({exclusion}, column, points(0), points(10)), points(50));
}

TEST(Exclusion, PolygonFollowsItsOutline) {
  Exclusion triangle = box(200, 0, 100, 100);
  triangle.wrap = document::Wrap::tight;
  triangle.polygon = {
      {points(250), points(0)}, {points(300), points(100)}, {points(200), points(100)}};
  const std::vector<Interval> parts = free_parts({triangle}, column, points(40), points(50));
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[0].right, points(225));
  EXPECT_EQ(parts[1].left, points(275));
}

} // namespace
} // namespace saraban::layout
