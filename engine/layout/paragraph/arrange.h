// A line's units side by side: tabs, alignment and justification.
#pragma once

#include "layout/paragraph/break.h"

namespace saraban::layout {

/// A unit, or the part of it that stands on the line.
struct Placed {
  const Unit* unit = nullptr;
  std::uint32_t from = 0, to = 0; ///< Glyphs.
  Length x, width;                ///< Column coordinates; justification is in the width.
  std::optional<TabTarget> tab;
  std::int64_t gap = 0, gaps = 0; ///< Number of the first gap in it, and how many.
  bool hangs = false;             ///< Space at the line's end.
};

struct Arranged {
  std::vector<Placed> placed;
  Length left, width; ///< Without what hangs.
  Length slack;       ///< Spread over all `gap_count` gaps.
  std::int64_t gap_count = 0;

  /// Width added behind the gap numbered `gap`: exact in sum.
  Length extra(std::int64_t gap) const {
    return gap_count == 0 ? Length{} : slack * (gap + 1) / gap_count - slack * gap / gap_count;
  }
};

/// How the paragraph's text ends the line.
enum class LineEnd { wrapped, line_break, paragraph };

Arranged arrange(const Prepared& paragraph, Place start, Place end, const LineFrame& frame,
                 LineEnd line_end, const document::Settings& settings);

} // namespace saraban::layout
