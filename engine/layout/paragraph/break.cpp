// Which units stand on a line: first fit, as Word fills lines.
#include "layout/paragraph/break.h"

#include "base/utf8.h"

namespace saraban::layout {

namespace {

using text::Opportunity;

// Rounding of unit widths to whole EMU never ends a line.
constexpr Length tolerance = emu(64);

class Filler {
public:
  Filler(const Prepared& paragraph, Place start, const LineFrame& frame, Length next_width)
      : paragraph_(paragraph), start_(start), frame_(frame), next_width_(next_width),
        pen_(frame.first ? frame.left + label_shift(paragraph) : frame.left), open_(start),
        word_(start), after_tab_(start) {}

  Place run(Progress progress) {
    const auto& units = paragraph_.units;
    for (std::uint32_t i = start_.unit; i < units.size(); ++i) {
      const Unit& unit = units[i];
      if (unit.kind == UnitKind::line_break) return {i + 1, 0};
      if (!takes(i)) // A tab that has no stop left on the line goes to the next one by itself.
        return unit.kind == UnitKind::tab && !is_first(i) ? Place{i, 0} : overflow(i, progress);
      if (unit.kind == UnitKind::tab) // A word that does not fit takes the tab before it along.
        after_tab_ = {i + 1, 0};
      else if (unit.break_after == Opportunity::open)
        open_ = {i + 1, 0};
      else if (unit.break_after == Opportunity::word)
        word_ = {i + 1, 0};
    }
    return {static_cast<std::uint32_t>(units.size()), 0};
  }

private:
  std::uint32_t first_glyph(std::uint32_t i) const { return i == start_.unit ? start_.glyph : 0; }

  bool takes(std::uint32_t i) {
    const Unit& unit = paragraph_.units[i];
    if (unit.kind == UnitKind::tab) {
      const TabTarget target = tab_target(paragraph_, unit, pen_.end(), frame_);
      const bool fits = target.position <= frame_.right + tolerance ||
                        target.kind != document::TabKind::start || unit.is_label || is_first(i);
      if (fits) pen_.tab(target), spaces_ = {};
      return fits;
    }
    const Length width = width_between(unit, first_glyph(i), 0);
    if (unit.kind == UnitKind::word || unit.kind == UnitKind::inline_drawing ||
        unit.kind == UnitKind::blank) {
      if (pen_.end_with(width) > pen_.limit(frame_.right) + tolerance + shrink(unit)) return false;
    }
    if (unit.kind == UnitKind::space) spaces_ += width;
    has_thai_ = has_thai_ || is_thai(unit);
    pen_.move(width);
    return true;
  }

  // Word narrows the spaces of a justified line a little for a word that would just not fit, but
  // not beside Thai.
  Length shrink(const Unit& unit) const {
    if (has_thai_ || is_thai(unit)) return {};
    return spaces_.scaled(frame_.shrink_per_mille, 1000);
  }
  bool is_thai(const Unit& unit) const {
    if (unit.kind != UnitKind::word) return false;
    return text::is_thai_letter(decode_utf8(paragraph_.text, unit.start).code);
  }

  /// Nothing that takes room stands before it on the line.
  bool is_first(std::uint32_t i) const {
    for (std::uint32_t before = start_.unit; before < i; ++before)
      if (paragraph_.units[before].kind != UnitKind::mark &&
          paragraph_.units[before].kind != UnitKind::control)
        return false;
    return true;
  }

  Place overflow(std::uint32_t i, Progress progress) const {
    if (open_ > start_ && (word_ <= open_ || moves_whole(open_))) return open_;
    if (word_ > start_) return word_;
    if (after_tab_ > start_) return after_tab_;
    if (progress == Progress::if_fits) return start_;
    return inside(i);
  }

  /// What stands between `from` and the next open end of line fits a line of its own.
  bool moves_whole(Place from) const {
    Length width;
    for (std::uint32_t i = from.unit; i < paragraph_.units.size(); ++i) {
      const Unit& unit = paragraph_.units[i];
      if (unit.kind == UnitKind::tab || unit.kind == UnitKind::line_break) break;
      if (unit.kind != UnitKind::space) width += unit.width;
      if (width > next_width_ + tolerance) return false;
      if (unit.break_after == Opportunity::open) break;
    }
    return true;
  }

  /// A unit wider than the line is torn between clusters; one cluster stays on it at least.
  Place inside(std::uint32_t i) const {
    const Unit& unit = paragraph_.units[i];
    const bool alone = is_first(i);
    const std::uint32_t from = first_glyph(i);
    const Place before{i, from}, after{i + 1, 0};
    if (unit.kind != UnitKind::word || !unit.glyphs || is_reversed(*unit.glyphs))
      return alone ? after : before;
    const auto& glyphs = unit.glyphs->glyphs;
    std::uint32_t best = from;
    for (std::uint32_t to = from + 1; to < glyphs.size(); ++to) {
      if (glyphs[to].cluster == glyphs[to - 1].cluster) continue;
      if (pen_.end_with(width_between(unit, from, to)) > pen_.limit(frame_.right) + tolerance) {
        if (best == from && alone) best = to;
        break;
      }
      best = to;
    }
    if (best == from) return alone ? after : before;
    return {i, best};
  }

  static bool is_reversed(const text::ShapedWord& word) {
    return word.glyphs.size() > 1 && word.glyphs.front().cluster > word.glyphs.back().cluster;
  }

  const Prepared& paragraph_;
  Place start_;
  const LineFrame& frame_;
  Length next_width_;
  Pen pen_;
  Length spaces_; ///< Set since the last tab.
  bool has_thai_ = false;
  Place open_, word_, after_tab_; ///< The last places passed where the line may end.
};

} // namespace

Length width_between(const Unit& unit, std::uint32_t from, std::uint32_t to) {
  if (!unit.glyphs || (from == 0 && to == 0)) return unit.width;
  const auto& glyphs = unit.glyphs->glyphs;
  const std::uint32_t end = to == 0 ? static_cast<std::uint32_t>(glyphs.size()) : to;
  std::int64_t advance = 0, clusters = 0;
  for (std::uint32_t i = from; i < end; ++i) {
    advance += glyphs[i].advance;
    clusters += i == from || glyphs[i].cluster != glyphs[i - 1].cluster;
  }
  return unit.style->width_of(advance) + unit.style->format->spacing * clusters;
}

Length label_shift(const Prepared& paragraph) {
  const auto& label = paragraph.paragraph->label;
  if (!label || label->alignment == document::Alignment::start) return {};
  Length width;
  for (const Unit& unit : paragraph.units) {
    if (!unit.is_label) break;
    if (unit.kind == UnitKind::word || unit.kind == UnitKind::inline_drawing) width += unit.width;
  }
  return label->alignment == document::Alignment::center ? -(width / 2) : -width;
}

Place end_of_line(const Prepared& paragraph, Place start, const LineFrame& frame, Length next_width,
                  Progress progress) {
  return Filler(paragraph, start, frame, next_width).run(progress);
}

} // namespace saraban::layout
