// How high a line is and where its baseline lies.
#pragma once

#include "layout/prepared.h"

namespace saraban::layout {

/// The highest and the deepest of what stands on a line, about the baseline. External leading is
/// above the ascent, as Word has it.
struct Extent {
  Length ascent, descent;
  Length text_ascent, text_descent; ///< Without drawings: what a multiple multiplies.
  Length size;                      ///< The largest font size.
  void add(const Style& style);
  void add(const Unit& unit);
};

struct LineHeight {
  Length height, baseline; ///< Baseline from the top.
};

/// Applies the paragraph's rule (ECMA-376 17.3.1.33) and the grid (17.6.5; pitch 0: none).
LineHeight line_height(const Extent& extent, const document::ParagraphFormat& format,
                       Length grid_pitch);

} // namespace saraban::layout
