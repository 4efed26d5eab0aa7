// How high a line is and where its baseline lies.
#include "layout/height.h"

#include <algorithm>

namespace saraban::layout {

void Extent::add(const Style& style) {
  const Length raise = style.format->raise; // Super- and subscripts never make a line higher.
  text_ascent = std::max(text_ascent, style.ascent + style.leading + raise);
  text_descent = std::max(text_descent, style.descent - raise);
  ascent = std::max(ascent, text_ascent);
  descent = std::max(descent, text_descent);
  size = std::max(size, style.size);
}

void Extent::add(const Unit& unit) {
  if (unit.kind == UnitKind::inline_drawing) {
    ascent = std::max(ascent, unit.height + unit.style->raise);
    text_ascent = std::max(text_ascent, unit.style->ascent + unit.style->leading);
    text_descent = std::max(text_descent, unit.style->descent);
  } else if (unit.kind != UnitKind::mark && unit.kind != UnitKind::control) {
    add(*unit.style);
  }
}

LineHeight line_height(const Extent& extent, const document::ParagraphFormat& format,
                       Length grid_pitch) {
  const Length natural = extent.ascent + extent.descent;
  const document::LineSpacing& spacing = format.line;
  if (spacing.rule == document::LineRule::exact)
    // Word keeps four fifths of an exact line above the baseline, whatever the font.
    return {spacing.height, spacing.height.scaled(4, 5)};
  if (spacing.rule == document::LineRule::at_least) {
    const Length height = std::max(natural, spacing.height);
    return {height, extent.ascent + (height - natural)};
  }
  const Length text = extent.text_ascent + extent.text_descent;
  Length single = natural;
  if (grid_pitch > Length{} && format.snap_to_grid) // Whole cells for the letters, not the line.
    single =
        std::max(natural, grid_pitch * ((extent.size.emu + grid_pitch.emu - 1) / grid_pitch.emu));
  // A multiple is of the text, however high a drawing beside it (measured in Word). What it adds
  // stands below the text, what it takes away is cut off above it.
  const Length base = single > natural ? single : text;
  const Length added = base.scaled(std::max(spacing.multiple_240ths, 1) - 240, 240);
  return {single + added, extent.ascent + (single - natural) / 2 + std::min(added, Length{})};
}

} // namespace saraban::layout
