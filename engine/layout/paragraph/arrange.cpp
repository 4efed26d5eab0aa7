// A line's units side by side: tabs, alignment and justification.
#include "layout/paragraph/arrange.h"

#include "base/utf8.h"

#include <algorithm>

namespace saraban::layout {

namespace {

using document::Alignment;
using document::TabKind;

std::uint32_t glyph_count(const Unit& unit) {
  return unit.glyphs ? static_cast<std::uint32_t>(unit.glyphs->glyphs.size()) : 0;
}

std::vector<Placed> select(const Prepared& paragraph, Place start, Place end) {
  std::vector<Placed> out;
  const std::uint32_t last = end.glyph > 0 ? end.unit + 1 : end.unit;
  out.reserve(last - start.unit);
  for (std::uint32_t i = start.unit; i < last; ++i) {
    Placed placed;
    placed.unit = &paragraph.units[i];
    placed.from = i == start.unit ? start.glyph : 0;
    placed.to = i == end.unit ? end.glyph : glyph_count(*placed.unit);
    placed.width = width_between(*placed.unit, placed.from, placed.to);
    out.push_back(placed);
  }
  return out;
}

/// Settings::trailing_spaces_count: they fit and end a paragraph or a line of the author's.
bool keeps_trailing_spaces(const std::vector<Placed>& placed, const LineFrame& frame,
                           LineEnd line_end, const document::Settings& settings) {
  if (!settings.trailing_spaces_count || line_end == LineEnd::wrapped) return false;
  Length width = frame.left;
  for (const Placed& part : placed) width += part.width;
  return width <= frame.right;
}

void mark_hanging(std::vector<Placed>& placed) {
  for (auto i = placed.rbegin(); i != placed.rend(); ++i) {
    const UnitKind kind = i->unit->kind;
    if (kind == UnitKind::space && !i->unit->is_label)
      i->hangs = true;
    else if (kind == UnitKind::word || kind == UnitKind::tab || kind == UnitKind::inline_drawing ||
             kind == UnitKind::blank)
      break;
  }
}

/// Width of a unit up to its decimal separator; nothing when it has none.
std::optional<Length> before_decimal(const Placed& placed, const std::string& text) {
  const Unit& unit = *placed.unit;
  if (unit.kind != UnitKind::word || !unit.glyphs) return std::nullopt;
  for (std::uint32_t i = placed.from; i < placed.to; ++i)
    if (text[unit.start + unit.glyphs->glyphs[i].cluster] == '.')
      return i == placed.from ? Length{} : width_between(unit, placed.from, i);
  return std::nullopt;
}

/// What a tab's text takes on the stop's left: all of it, half of it, or up to the separator.
Length width_left_of_stop(const std::vector<Placed>& placed, std::size_t first, TabKind kind,
                          const std::string& text) {
  Length width;
  for (std::size_t i = first; i < placed.size() && placed[i].unit->kind != UnitKind::tab; ++i) {
    if (kind == TabKind::decimal)
      if (const auto part = before_decimal(placed[i], text)) return width + *part;
    if (!placed[i].hangs) width += placed[i].width;
  }
  return kind == TabKind::center ? width / 2 : width;
}

void set_tab(std::vector<Placed>& placed, std::size_t index, Length x, const Prepared& paragraph,
             const LineFrame& frame) {
  Placed& tab = placed[index];
  tab.tab = tab_target(paragraph, *tab.unit, x, frame);
  Length target = tab.tab->position;
  if (tab.tab->kind != TabKind::start)
    target -= width_left_of_stop(placed, index + 1, tab.tab->kind, paragraph.text);
  tab.width = std::max(target - x, Length{});
}

void set_positions(Arranged& line, const Prepared& paragraph, const LineFrame& frame) {
  Length x = line.left;
  if (frame.first) x += label_shift(paragraph);
  for (std::size_t i = 0; i < line.placed.size(); ++i) {
    Placed& part = line.placed[i];
    if (part.unit->kind == UnitKind::tab) set_tab(line.placed, i, x, paragraph, frame);
    part.x = x;
    x += part.width;
    if (!part.hangs) line.width = x - line.left;
  }
}

bool is_elastic(const Placed& part, const Prepared& paragraph) {
  if (part.unit->kind != UnitKind::blank) return false;
  const auto* blank =
      std::get_if<document::Blank>(&paragraph.paragraph->inlines[part.unit->source]);
  return blank && !blank->width;
}

/// Shares `room` among the elastic blanks of [first, last). False when there is none.
bool widen_blanks(std::vector<Placed>& placed, std::size_t first, std::size_t last, Length room,
                  const Prepared& paragraph) {
  std::int64_t count = 0, number = 0;
  for (std::size_t i = first; i < last; ++i) count += is_elastic(placed[i], paragraph) ? 1 : 0;
  if (count == 0 || room <= Length{}) return false;
  for (std::size_t i = first; i < last; ++i) {
    if (!is_elastic(placed[i], paragraph)) continue;
    placed[i].width += room * (number + 1) / count - room * number / count;
    ++number;
  }
  return true;
}

/// Blanks without a width take what is left: up to the tab behind them, or to the line's end.
void fill_blanks(Arranged& line, const Prepared& paragraph, const LineFrame& frame) {
  std::vector<Placed>& placed = line.placed;
  const auto elastic = [&](const Placed& part) { return is_elastic(part, paragraph); };
  if (std::none_of(placed.begin(), placed.end(), elastic)) return;
  std::size_t first = 0;
  bool changed = false;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    if (placed[i].unit->kind != UnitKind::tab) continue;
    const bool at_stop = placed[i].tab && placed[i].tab->kind == TabKind::start;
    changed |= at_stop && widen_blanks(placed, first, i, placed[i].width, paragraph);
    first = i + 1;
  }
  changed |=
      widen_blanks(placed, first, placed.size(), frame.right - frame.left - line.width, paragraph);
  if (changed) set_positions(line, paragraph, frame);
}

bool spreads_letters(Alignment alignment) {
  return alignment == Alignment::thai_distribute || alignment == Alignment::distribute;
}

/// Settings::justify_thai_cells.
bool is_thai_cell(const Unit& unit, const std::string& text) {
  if (unit.kind != UnitKind::word || !unit.style->format->complex.language.starts_with("th"))
    return false;
  const char32_t code = decode_utf8(text, unit.start).code;
  return code >= 0x0E01 && code <= 0x0E5B;
}

/// Which units open between their clusters.
struct Spread {
  Alignment alignment = Alignment::start;
  bool thai_cells = false;
  bool letters = false; ///< Of a single word.
  const std::string& text;

  bool letters_of(const Unit& unit) const {
    if (letters || spreads_letters(alignment))
      return unit.kind == UnitKind::word || unit.kind == UnitKind::inline_drawing;
    return thai_cells && is_thai_cell(unit, text);
  }
};

/// Numbers the places that justification widens: spaces, or all clusters, behind the last tab.
void number_gaps(Arranged& line, const Spread& spread) {
  std::size_t first = 0;
  for (std::size_t i = 0; i < line.placed.size(); ++i)
    if (line.placed[i].unit->kind == UnitKind::tab || line.placed[i].unit->is_label) first = i + 1;
  Placed* last = nullptr;
  for (std::size_t i = first; i < line.placed.size(); ++i) {
    Placed& part = line.placed[i];
    const bool counts = part.unit->kind == UnitKind::space || spread.letters_of(*part.unit);
    if (part.hangs) continue;
    if (!counts) {
      if (part.unit->width > Length{}) last = nullptr;
      continue;
    }
    part.gap = line.gap_count;
    part.gaps = 1;
    if (part.unit->glyphs) {
      const auto& glyphs = part.unit->glyphs->glyphs;
      for (std::uint32_t g = part.from + 1; g < part.to; ++g)
        part.gaps += glyphs[g].cluster != glyphs[g - 1].cluster;
    }
    line.gap_count += part.gaps;
    last = &part;
  }
  if (last && spread.letters_of(*last->unit)) { // Nothing behind the last cluster.
    --last->gaps;
    --line.gap_count;
  }
}

bool is_one_word(const Arranged& line) {
  return std::none_of(line.placed.begin(), line.placed.end(), [](const Placed& part) {
    return part.unit->kind == UnitKind::space && !part.hangs;
  });
}

bool is_justified(Alignment alignment, LineEnd line_end, const document::Settings& settings) {
  if (alignment == Alignment::distribute) return true;
  if (alignment != Alignment::justify && alignment != Alignment::thai_distribute) return false;
  return line_end == LineEnd::wrapped ||
         (line_end == LineEnd::line_break && settings.expand_shift_return);
}

void justify(Arranged& line, const Spread& spread, Length slack) {
  number_gaps(line, spread);
  if (line.gap_count <= 0) {
    line.gap_count = 0;
    return;
  }
  line.slack = slack;
  Length added; // Less than nothing where spaces are narrowed.
  for (Placed& part : line.placed) {
    part.x += added;
    Length own;
    for (std::int64_t g = 0; g < part.gaps; ++g) own += line.extra(part.gap + g);
    part.width += own;
    added += own;
  }
  line.width += added;
}

/// What the spaces behind the last tab may lose for the line to fit.
Length most_shrink(const Arranged& line, const LineFrame& frame) {
  Length spaces;
  for (const Placed& part : line.placed) {
    if (part.unit->kind == UnitKind::tab) spaces = {};
    if (part.unit->kind == UnitKind::space && !part.hangs) spaces += part.width;
  }
  return spaces.scaled(frame.shrink_per_mille, 1000);
}

void shift(Arranged& line, Length by) {
  if (by <= Length{}) return;
  line.left += by;
  for (Placed& part : line.placed) part.x += by;
}

Alignment physical(const document::ParagraphFormat& format) {
  if (format.direction == document::Direction::left_to_right) return format.alignment;
  switch (format.alignment) {
  case Alignment::start:
    return Alignment::end;
  case Alignment::end:
    return Alignment::start;
  default:
    return format.alignment;
  }
}

} // namespace

Arranged arrange(const Prepared& paragraph, Place start, Place end, const LineFrame& frame,
                 LineEnd line_end, const document::Settings& settings) {
  Arranged line;
  line.placed = select(paragraph, start, end);
  line.left = frame.left;
  if (!keeps_trailing_spaces(line.placed, frame, line_end, settings)) mark_hanging(line.placed);
  set_positions(line, paragraph, frame);
  fill_blanks(line, paragraph, frame);
  const Length slack = frame.right - frame.left - line.width;
  Alignment alignment = physical(*paragraph.format);
  bool justified = is_justified(alignment, line_end, settings);
  if (alignment == Alignment::justify && line_end == LineEnd::paragraph) {
    alignment = paragraph.format->last_line;
    justified = alignment == Alignment::justify;
  }
  const Spread spread{alignment, settings.justify_thai_cells,
                      justified && paragraph.format->justify_single_word && is_one_word(line),
                      paragraph.text};
  if ((justified && slack > Length{}) || (slack < Length{} && -slack <= most_shrink(line, frame)))
    justify(line, spread, slack);
  else if (alignment == Alignment::center)
    shift(line, slack / 2);
  else if (alignment == Alignment::end)
    shift(line, slack);
  return line;
}

} // namespace saraban::layout
