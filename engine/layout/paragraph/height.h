// How high a line is and where its baseline lies.
#pragma once

#include "layout/paragraph/prepared.h"

namespace saraban::layout {

/// The highest and the deepest of what stands on a line, about the baseline. External leading is
/// above the ascent, as Word has it.
struct Extent {
  Length ascent, descent;
  Length text_ascent, text_descent; ///< Without drawings: what a multiple multiplies.
  Length size;                      ///< The largest font size.
  void add(const Style& style);
  void add(const Unit& unit);
  /// A drawing that is aligned to the line, when all else on it has been added.
  void add_aligned(const Unit& unit);
};

/// Whether an inline drawing's place is counted from the line's top or bottom.
bool is_aligned_to_line(const Unit& unit);
/// How far the lower edge of an inline drawing stands above the baseline of a line with this
/// ascent and descent.
Length raise_of(const Unit& unit, Length line_ascent, Length line_descent);

struct LineHeight {
  Length height, baseline; ///< Baseline from the top.
  Length gap;              ///< Kept free below the line where another one follows.
};

/// What beside the paragraph's own format decides about a line's height.
struct HeightRules {
  const document::Settings& settings;
  Length grid_pitch;  ///< 0: none.
  bool first = false; ///< Line of its paragraph.
};

/// Applies the paragraph's rule (ECMA-376 17.3.1.33; ODF 1.3 part 3, 20.197 fo:line-height) and the
/// grid (17.6.5).
LineHeight line_height(const Extent& extent, const document::ParagraphFormat& format,
                       const HeightRules& rules);

} // namespace saraban::layout
