// Where what is anchored stands on the page.
#pragma once

#include "layout/exclusion.h"
#include "layout/flow.h"

namespace saraban::layout {

/// What positions are relative to; all on the page.
struct AnchorPoint {
  Point paragraph;                  ///< Its top at the column's left edge.
  Length indent_left, indent_right; ///< Of the paragraph.
  Point character;                  ///< Of the anchor: its place in the line, the line's top.
  Length line_bottom;
};

/// Top left corner of a box of `size`; `distance` is aligned with it.
Point anchored_at(const document::AxisPosition& horizontal, const document::AxisPosition& vertical,
                  Size size, const Surroundings& around, const AnchorPoint& anchor,
                  const Sides& distance = {});

/// What text keeps out of round `box`; none for drawings behind or in front of the text.
std::optional<Exclusion> exclusion_of(const document::Anchor& anchor, const Rect& box);
/// The upright box round a box that is turned about its middle, in 1/60,000 degree.
Rect turned_box(const Rect& box, int rotation);

} // namespace saraban::layout
