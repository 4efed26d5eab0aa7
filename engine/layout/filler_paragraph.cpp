// Paragraphs in a flow: spacing, lines beside floats, breaks inside.
#include "layout/filler.h"

#include "layout/border.h"
#include "layout/cache.h"
#include "layout/spacing.h"

#include <algorithm>

namespace saraban::layout {

namespace {

constexpr int most_float_rounds = 8;

Length pad(const document::Border& border) {
  return border ? thickness(border) + border.space : Length{};
}

} // namespace

const document::ParagraphFormat* Filler::format_at(std::size_t block) const {
  if (block >= blocks_.size()) return nullptr;
  const auto* paragraph = std::get_if<document::Paragraph>(&blocks_[block].content);
  return paragraph ? &context_.document.paragraph_formats[paragraph->format] : nullptr;
}

/// Room for the line above a paragraph, or the one between it and its like.
Length Filler::pad_above(const Position& at, const document::ParagraphFormat& format) const {
  const document::ParagraphFormat* previous = at.block > 0 ? format_at(at.block - 1) : nullptr;
  if (!at.line.first) return {};
  if (!pieces_.empty() && previous && share_borders(*previous, format))
    return pad(format.borders.between);
  return pad(format.borders.top);
}

Length Filler::pad_below(std::size_t block, const document::ParagraphFormat& format) const {
  const document::ParagraphFormat* next = format_at(block + 1);
  if (next && share_borders(format, *next)) return {};
  return pad(format.borders.bottom);
}

/// Between what stands above and a paragraph: spacing, and what line spacing keeps free.
Length Filler::gap_above(const Position& at, const Prepared& prepared) const {
  const document::Settings& settings = context_.document.settings;
  const document::ParagraphFormat& format = format_of(prepared);
  const FlowPiece& last = pieces_.back();
  const bool below_row = std::holds_alternative<RowPiece>(last.content);
  const Length between =
      below_row
          ? joined(last.space_after, space_before(format, nullptr), settings)
          : space_between(at.block > 0 ? format_at(at.block - 1) : nullptr, &format, settings);
  const bool own = settings.former_line_spacing || format.line.rule == document::LineRule::leading;
  const Length lines = std::max(last.line_gap, own ? first_line_gap(prepared, context_) : Length{});
  return settings.former_line_spacing && settings.word_spacing_rules ? std::max(between, lines)
                                                                     : between + lines;
}

bool Filler::keeps_space_at_top() const {
  return region_.space_before == SpaceBefore::kept &&
         context_.document.settings.space_before_at_top;
}

Length Filler::top_of_paragraph(const Position& at, const Prepared& prepared) const {
  if (!at.line.first) return y_;
  const document::ParagraphFormat& format = format_of(prepared);
  const document::ParagraphFormat* previous = at.block > 0 ? format_at(at.block - 1) : nullptr;
  Length gap;
  if (!pieces_.empty()) {
    gap = gap_above(at, prepared);
  } else if (keeps_space_at_top()) {
    const bool collapses = region_.around.in_cell && format.automatic_before && at.block == 0;
    gap = collapses ? Length{} : space_before(format, previous);
  }
  return y_ + gap + pad_above(at, format);
}

void Filler::lay_paragraph(Position& at) {
  const auto& paragraph = std::get<document::Paragraph>(blocks_[at.block].content);
  const PreparedParagraph prepared =
      at.paragraph ? at.paragraph : layout::prepared(paragraph, context_);
  const document::ParagraphFormat& format = format_of(*prepared);
  const bool at_top = pieces_.empty() && region_.overflow == Overflow::allowed;
  if (at.line.first && region_.breaks == Breaks::obeyed && !at_top) {
    if (format.column_break_before) forced_ = Stop::column_break;
    if (format.page_break_before) forced_ = Stop::page_break;
    if (forced_) return;
  }
  const Length top = top_of_paragraph(at, *prepared);
  const std::size_t first = pieces_.size();
  for (int round = 0; round < most_float_rounds; ++round) {
    pieces_.resize(first);
    forced_.reset();
    lay_lines(at, prepared, top);
    if (!place_anchors(first, top)) break;
    if (restart_) return;
  }
  if (pieces_.size() == first) {
    at = Position{at.block + 1, {}, {}, {}};
    return;
  }
  const FlowPiece& last = pieces_.back();
  y_ = last.bottom;
  at = last.next;
  if (at.block < blocks_.size() && !at.line.first) return;
  pieces_.back().bottom += pad_below(last.start.block, format);
  pieces_.back().fits_to += pad_below(last.start.block, format);
  y_ = pieces_.back().bottom;
  break_after(at, format.page_break_after, format.column_break_after);
}

/// A break that what was just laid asks for, when something follows.
void Filler::break_after(const Position& at, bool page, bool column) {
  if (region_.breaks == Breaks::ignored || at.block >= blocks_.size() || forced_) return;
  if (column) forced_ = Stop::column_break;
  if (page) forced_ = Stop::page_break;
}

void Filler::lay_lines(const Position& at, const PreparedParagraph& prepared, Length top) {
  Cursor cursor = at.line;
  Length y = top;
  // As many lines beyond the region are laid as widow control asks about.
  int beyond = 0;
  const int enough = std::clamp(format_of(*prepared).widow_lines - 1, 1, 50);
  while (!cursor.done && beyond < enough) {
    LinePiece line;
    line.paragraph = &std::get<document::Paragraph>(blocks_[at.block].content);
    line.prepared = prepared;
    Position start = at;
    start.line = cursor;
    if (!cursor.first) start.paragraph = prepared;
    if (!lay_line(line, cursor, y)) break;
    const std::optional<document::BreakKind> stop = line.parts.back().break_after;
    add_line(start, std::move(line), cursor, y);
    y = pieces_.back().bottom + pieces_.back().line_gap;
    beyond += pieces_.back().fits_to > region_.height - notes_height_;
    if (region_.breaks == Breaks::ignored || !stop) continue;
    if (*stop == document::BreakKind::page) forced_ = Stop::page_break;
    if (*stop == document::BreakKind::column) forced_ = Stop::column_break;
    if (forced_) return;
  }
}

void Filler::add_line(const Position& at, LinePiece&& line, const Cursor& after, Length y) {
  FlowPiece piece;
  const document::ParagraphFormat& format = format_of(*line.prepared);
  const Line& part = line.parts.front();
  piece.start = at;
  piece.next = at;
  piece.next.line = after;
  piece.next.paragraph = line.prepared;
  if (after.done) {
    piece.next = {};
    piece.next.block = at.block + 1;
    const document::ParagraphFormat* next = format_at(at.block + 1);
    const bool collapses =
        region_.around.in_cell && format.automatic_after && at.block + 1 == blocks_.size();
    piece.space_after = collapses ? Length{} : space_after(format, next);
  }
  piece.top = y;
  piece.bottom = y + part.height;
  piece.fits_to = y + std::min(part.height, part.baseline + part.descent);
  piece.line_gap = part.gap;
  piece.keep_with_next = format.keep_next;
  for (const Line& one : line.parts)
    piece.notes.insert(piece.notes.end(), one.notes.begin(), one.notes.end());
  piece.content = std::move(line);
  pieces_.push_back(std::move(piece));
}

/// One line at `y` or, where floats leave no room, further down.
bool Filler::lay_line(LinePiece& piece, Cursor& cursor, Length& y) {
  Length height = line_height_at(*piece.prepared, cursor, region_.grid_pitch, context_);
  const Interval column{region_.origin.x, region_.origin.x + region_.width};
  for (int round = 0; round < 1000; ++round) {
    const Cursor before = cursor;
    piece.parts.clear();
    const bool last_try = round == 999 || y > region_.height;
    if (exclusions_.empty() || last_try) {
      LineSpace space;
      space.column_width = region_.width;
      space.grid_pitch = region_.grid_pitch;
      piece.parts.push_back(next_line(*piece.prepared, cursor, space, context_));
      return true;
    }
    if (lay_parts(piece, cursor, y, height)) {
      if (piece.parts.front().height <= height || piece.parts.front().break_after) return true;
      height = piece.parts.front().height;
    } else {
      const Length top = region_.origin.y + y;
      const Length down = below(exclusions_, column, top, top + height);
      y = (down > top ? down : top + twips(20)) - region_.origin.y;
    }
    cursor = before;
  }
  return !piece.parts.empty();
}

/// The line's parts in what floats leave free at `y`; false when nothing fits.
bool Filler::lay_parts(LinePiece& piece, Cursor& cursor, Length y, Length height) {
  const Length left = region_.origin.x, top = region_.origin.y + y;
  const Interval column{left, left + region_.width};
  const std::vector<Interval> parts = free_parts(exclusions_, column, top, top + height);
  const bool whole = parts.size() == 1 && parts.front() == column;
  for (const Interval& part : parts) {
    if (cursor.done) break;
    LineSpace space;
    space.column_width = region_.width;
    space.grid_pitch = region_.grid_pitch;
    if (!whole) {
      space.left = part.left - left;
      space.right = part.right - left;
      space.progress = Progress::if_fits;
    }
    Line line = next_line(*piece.prepared, cursor, space, context_);
    const bool empty = line.start == line.end && !cursor.done && !line.break_after && !whole;
    if (empty) continue;
    piece.parts.push_back(std::move(line));
    if (piece.parts.back().break_after) break;
  }
  if (piece.parts.empty()) return false;
  Length baseline, below_baseline, gap;
  for (const Line& line : piece.parts) {
    baseline = std::max(baseline, line.baseline);
    below_baseline = std::max(below_baseline, line.height - line.baseline);
    gap = std::max(gap, line.gap);
  }
  for (Line& line : piece.parts) {
    const Length down = baseline - line.baseline;
    move_items(line.items, {{}, down});
    for (InlineDrawing& drawing : line.drawings) drawing.box.y += down;
    line.baseline = baseline;
    line.height = baseline + below_baseline;
    line.gap = gap;
  }
  return true;
}

} // namespace saraban::layout
