// What floats leave free for a line.
#pragma once

#include "base/geometry.h"
#include "document/drawing.h"

#include <vector>

namespace saraban::layout {

/// A place on the page that text keeps out of, distances included.
struct Exclusion {
  Rect box;
  document::Wrap wrap = document::Wrap::square;
  document::WrapSide side = document::WrapSide::both;
  std::vector<Point> polygon; ///< tight and through: the outline on the page; else empty.
};

struct Interval {
  Length left, right;
  bool operator==(const Interval&) const = default;
};

/// Free parts of the band top..bottom between left and right, from left to right; those narrower
/// than an inch beside a float take no text (as Word has it), unless nothing is in the way.
std::vector<Interval> free_parts(const std::vector<Exclusion>& exclusions, Interval column,
                                 Length top, Length bottom);

/// The nearest place below `top` where something that stood in the way of the band has ended;
/// `top` when nothing stands in the way.
Length below(const std::vector<Exclusion>& exclusions, Interval column, Length top, Length bottom);

} // namespace saraban::layout
