// Which units stand on a line: first fit, as Word fills lines.
#pragma once

#include "layout/paragraph/paragraph.h"
#include "layout/paragraph/tabs.h"

namespace saraban::layout {

/// A place between glyphs; `glyph` counts from the unit's first.
struct Place {
  std::uint32_t unit = 0, glyph = 0;
  auto operator<=>(const Place&) const = default;
};

constexpr Place place_of(std::size_t position) {
  return {static_cast<std::uint32_t>(position >> 16),
          static_cast<std::uint32_t>(position & 0xFFFF)};
}
constexpr std::size_t position_of(Place place) {
  return (static_cast<std::size_t>(place.unit) << 16) | place.glyph;
}

/// Width of the glyphs `[from, to)` of a unit (to: 0 for its end).
Length width_between(const Unit& unit, std::uint32_t from, std::uint32_t to);

/// ListLabel::alignment: the number ends at the first line's start, or is centred about it.
Length label_shift(const Prepared& paragraph);

/// The end of the line that starts at `start`; `start` itself when nothing fits and that may be.
/// `next_width` is the room of the line after it.
Place end_of_line(const Prepared& paragraph, Place start, const LineFrame& frame, Length next_width,
                  Progress progress);

} // namespace saraban::layout
