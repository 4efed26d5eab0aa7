// Points, sizes and rectangles; y grows downwards.
#pragma once

#include "base/length.h"

namespace saraban {

struct Point {
  Length x, y;
  constexpr bool operator==(const Point&) const = default;
  constexpr Point operator+(Point o) const { return {x + o.x, y + o.y}; }
  constexpr Point operator-(Point o) const { return {x - o.x, y - o.y}; }
};

struct Size {
  Length width, height;
  constexpr bool operator==(const Size&) const = default;
};

struct Rect {
  Length x, y, width, height;
  constexpr bool operator==(const Rect&) const = default;
  constexpr Length right() const { return x + width; }
  constexpr Length bottom() const { return y + height; }
  constexpr Rect moved(Point by) const { return {x + by.x, y + by.y, width, height}; }
};

/// Lengths at the four sides of a box.
struct Sides {
  Length top, right, bottom, left;
  constexpr bool operator==(const Sides&) const = default;
};

} // namespace saraban
