// How high a line is and where its baseline lies.
#include "layout/paragraph/height.h"

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
    if (is_aligned_to_line(unit)) return;
    const Length raise = raise_of(unit, {}, {});
    ascent = std::max(ascent, unit.height + raise);
    if (unit.in_line) descent = std::max(descent, -raise);
    text_ascent = std::max(text_ascent, unit.style->ascent + unit.style->leading);
    text_descent = std::max(text_descent, unit.style->descent);
  } else if (unit.kind != UnitKind::mark && unit.kind != UnitKind::control) {
    add(*unit.style);
  }
}

void Extent::add_aligned(const Unit& unit) {
  const Length lacking = unit.height - ascent - descent;
  if (lacking <= Length{}) return;
  using document::AlignTo;
  if (unit.in_line->align == AlignTo::end)
    ascent += lacking;
  else if (unit.in_line->align == AlignTo::center)
    ascent += lacking / 2, descent += lacking - lacking / 2;
  else
    descent += lacking;
}

bool is_aligned_to_line(const Unit& unit) {
  return unit.kind == UnitKind::inline_drawing && unit.in_line &&
         unit.in_line->relative_to == document::RelativeTo::line;
}

Length raise_of(const Unit& unit, Length line_ascent, Length line_descent) {
  using document::AlignTo;
  if (!unit.in_line) return unit.style->raise;
  const document::AxisPosition& place = *unit.in_line;
  if (place.relative_to == document::RelativeTo::baseline) {
    if (place.align == AlignTo::offset) return -(place.offset + unit.height);
    if (place.align == AlignTo::center) return -(unit.height / 2);
    return place.align == AlignTo::end ? -unit.height : Length{};
  }
  const bool line = place.relative_to == document::RelativeTo::line;
  const Length above = line ? line_ascent : unit.style->ascent + unit.style->leading;
  const Length below = line ? line_descent : unit.style->descent;
  if (place.align == AlignTo::end) return -below;
  if (place.align == AlignTo::center) return (above - below - unit.height) / 2;
  return above - unit.height - (place.align == AlignTo::offset ? place.offset : Length{});
}

namespace {

constexpr int least_percent = 50; ///< LibreOffice sets no line lower.

Length to_twips(std::int64_t emu_hundredths) {
  constexpr std::int64_t twip = 635 * 100;
  const std::int64_t half = emu_hundredths < 0 ? -twip / 2 : twip / 2;
  return twips((emu_hundredths + half) / twip);
}

/// MultipleRule::between_lines.
LineHeight share_of(const Extent& extent, const document::LineSpacing& spacing,
                    const HeightRules& rules) {
  const Length natural = extent.ascent + extent.descent;
  const int asked = (spacing.multiple_240ths * 100 + 120) / 240;
  const int percent = asked <= 0 ? 100 : std::max(asked, least_percent);
  const Length height = to_twips(natural.emu * percent);
  if (percent >= 100) return {natural, extent.ascent, height - natural};
  if (!rules.first) return {height, extent.ascent - (natural - height), {}};
  if (!rules.settings.first_line_shrinks) return {natural, extent.ascent, {}};
  return {height, twips(height.emu / 635 * 4 / 5), {}};
}

} // namespace

LineHeight line_height(const Extent& extent, const document::ParagraphFormat& format,
                       const HeightRules& rules) {
  const Length natural = extent.ascent + extent.descent, grid_pitch = rules.grid_pitch;
  const document::LineSpacing& spacing = format.line;
  if (spacing.rule == document::LineRule::exact)
    // Word keeps four fifths of an exact line above the baseline, whatever the font.
    return {spacing.height, spacing.height.scaled(4, 5), {}};
  if (spacing.rule == document::LineRule::at_least) {
    const Length height = std::max(natural, spacing.height);
    return {height, extent.ascent + (height - natural), {}};
  }
  if (spacing.rule == document::LineRule::leading)
    return {natural, extent.ascent, std::max(spacing.height, Length{})};
  if (rules.settings.multiple_rule == document::MultipleRule::between_lines)
    return share_of(extent, spacing, rules);
  const Length text = extent.text_ascent + extent.text_descent;
  Length single = natural;
  if (grid_pitch > Length{} && format.snap_to_grid) // Whole cells for the letters, not the line.
    single =
        std::max(natural, grid_pitch * ((extent.size.emu + grid_pitch.emu - 1) / grid_pitch.emu));
  // A multiple is of the text, however high a drawing beside it (measured in Word). What it adds
  // stands below the text, what it takes away is cut off above it.
  const Length base = single > natural ? single : text;
  const Length added = base.scaled(std::max(spacing.multiple_240ths, 1) - 240, 240);
  return {single + added, extent.ascent + (single - natural) / 2 + std::min(added, Length{}), {}};
}

} // namespace saraban::layout
