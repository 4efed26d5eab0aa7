// How high a line is and where its baseline lies.
#include "layout/height.h"

#include <algorithm>

namespace saraban::layout {

void Extent::add(const Style& style) {
  ascent = std::max(ascent, style.ascent + style.raise);
  descent = std::max(descent, style.descent - style.raise);
  leading = std::max(leading, style.leading);
}

void Extent::add(const Unit& unit) {
  if (unit.kind == UnitKind::inline_drawing)
    ascent = std::max(ascent, unit.height + unit.style->raise);
  else if (unit.kind != UnitKind::mark && unit.kind != UnitKind::control)
    add(*unit.style);
}

LineHeight line_height(const Extent& extent, const document::ParagraphFormat& format,
                       Length grid_pitch) {
  const Length natural = extent.ascent + extent.descent + extent.leading;
  const document::LineSpacing& spacing = format.line;
  if (spacing.rule == document::LineRule::exact)
    // Word keeps four fifths of an exact line above the baseline, whatever the font.
    return {spacing.height, spacing.height.scaled(4, 5)};
  if (spacing.rule == document::LineRule::at_least) {
    const Length height = std::max(natural, spacing.height);
    return {height, extent.ascent + (height - natural)};
  }
  Length height = natural;
  if (grid_pitch > Length{} && format.snap_to_grid)
    height = grid_pitch * ((natural.emu + grid_pitch.emu - 1) / grid_pitch.emu);
  const Length baseline = extent.ascent + (height - natural) / 2;
  return {height.scaled(std::max(spacing.multiple_240ths, 1), 240), baseline};
}

} // namespace saraban::layout
