// Where what is anchored stands on the page.
#pragma once

#include "layout/exclusion.h"
#include "layout/flow.h"

namespace saraban::layout {

/// What positions are relative to; all on the page.
struct AnchorPoint {
  Point paragraph; ///< Its top at the column's left edge.
  Point character; ///< Of the anchor: its place in the line, the line's top.
  Length line_bottom;
};

/// Top left corner of a box of `size`.
Point anchored_at(const document::AxisPosition& horizontal, const document::AxisPosition& vertical,
                  Size size, const Surroundings& around, const AnchorPoint& anchor);

/// What text keeps out of round `box`; none for drawings behind or in front of the text.
std::optional<Exclusion> exclusion_of(const document::Anchor& anchor, const Rect& box);

} // namespace saraban::layout
