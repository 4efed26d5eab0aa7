// Part of a section on a page: columns, balanced where it ends there; the catchword below.
#include "layout/page_builder.h"

#include "layout/border.h"
#include "layout/cache.h"
#include "layout/catchword.h"
#include "layout/spacing.h"

#include <algorithm>

namespace saraban::layout {

namespace {

constexpr int most_trials = 24;
constexpr Length number_distance = twips(360);

Length column_line_top(const document::Section& section, Length first, Length last) {
  switch (section.column_line_alignment) {
  case document::VerticalAlignment::center:
    return first + (last - first) / 2;
  case document::VerticalAlignment::bottom:
    return last;
  default:
    return first;
  }
}

} // namespace

Length PageBuilder::notes_due(const std::vector<PendingNote>& notes, Length width) {
  if (notes.empty()) return {};
  Region region;
  region.width = width;
  return lay_notes(notes, region, context_).fragment.size.height;
}

/// Spacing between two sections on a page collapses as between paragraphs.
Length PageBuilder::band_top(const Flow& flow, const Position& from) const {
  if (page_->fresh) return page_->y;
  Length before;
  if (from.block == 0 && from.line.first && !flow.blocks.empty())
    if (const auto* paragraph = std::get_if<document::Paragraph>(&flow.blocks[0].content))
      before = space_before(context_.document.paragraph_formats[paragraph->format], nullptr);
  const Length after = page_->space_after;
  if (!context_.document.settings.word_spacing_rules) return page_->y + page_->line_gap + after;
  return page_->y + page_->line_gap + std::max(after - before, Length{});
}

Region PageBuilder::column_region(const Position& from, const ColumnPlace& column, Length top,
                                  Length bottom) const {
  Region region;
  region.width = column.width;
  region.height = bottom - top;
  region.origin = {page_->frame.margins.x + column.left, top};
  region.around = surroundings_of(page_->frame, column);
  region.exclusions = page_->exclusions;
  region.grid_pitch = page_->frame.section->grid.pitch;
  const bool soft = page_->fresh && (last_stop_ == Stop::full ||
                                     !context_.document.settings.space_before_after_page_break);
  const bool begins = from.block == 0 && from.line.first && !from.table;
  region.space_before = soft && !begins ? SpaceBefore::suppressed : SpaceBefore::kept;
  region.overflow = page_->fresh ? Overflow::allowed : Overflow::forbidden;
  region.breaks = Breaks::obeyed;
  region.notes = Notes::below_text;
  return region;
}

Band PageBuilder::lay_columns(const Flow& flow, const Position& from, Length top, Length bottom,
                              NotesAt notes_at) {
  Band band;
  band.next = from;
  band.bottom = top;
  band.notes = page_->notes;
  band.exclusions = page_->exclusions;
  const std::vector<ColumnPlace> columns =
      columns_of(*page_->frame.section, page_->frame.margins.width);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    Region region = column_region(band.next, columns[i], top, bottom);
    if (i > 0 && band.stop == Stop::full) region.space_before = SpaceBefore::suppressed;
    region.exclusions = band.exclusions;
    region.notes_height = notes_due(band.notes, columns[i].width);
    if (notes_at == NotesAt::page_foot) region.notes = Notes::collected, region.notes_height = {};
    if (region.notes_height > region.height) region.notes_height = region.height / 2;
    Filled filled = fill(flow.blocks, band.next, region, context_);
    band.next = filled.next;
    band.stop = filled.stop;
    band.empty = band.empty && filled.empty;
    band.exclusions = std::move(filled.exclusions);
    for (const std::uint32_t note : filled.notes) {
      if (is_footnote(note, context_))
        band.notes.push_back({note, {}});
      else
        band.endnotes.push_back(note);
    }
    for (const NumberedLine& line : filled.lines)
      band.lines.push_back({{line.baseline + top, line.format}, region.origin.x});
    band.space_after = filled.space_after;
    band.line_gap = filled.line_gap;
    const Length text_bottom = top + filled.fragment.size.height - filled.space_after;
    band.bottom = std::max(band.bottom, text_bottom);
    append(band.fragment, std::move(filled.fragment), region.origin);
    if (columns.size() > 1 && !band.notes.empty() && notes_at == NotesAt::column_foot) {
      region.height = bottom - text_bottom;
      LaidNotes notes = lay_notes(band.notes, region, context_);
      const Length height = notes.fragment.size.height;
      append(band.fragment, std::move(notes.fragment), {region.origin.x, bottom - height});
      band.notes = std::move(notes.rest);
      band.bottom = bottom;
    }
    if (band.stop == Stop::finished || band.stop == Stop::page_break) break;
  }
  if (band.stop == Stop::column_break) band.stop = Stop::page_break;
  return band;
}

/// The least height that still holds all of it, found by halving.
Band PageBuilder::balance(const Flow& flow, const Position& from, Length top, Band&& band) {
  const Length foot = page_->frame.body.bottom();
  const Length room = foot - notes_due(page_->notes, page_->frame.margins.width);
  Length low = top, high = std::min(band.bottom, room);
  Band best = std::move(band);
  for (int trial = 0; trial < most_trials && high - low > twips(10); ++trial) {
    const Length middle = low + (high - low) / 2;
    Band attempt = lay_columns(flow, from, top, middle, NotesAt::page_foot);
    const Length notes = notes_due(attempt.notes, page_->frame.margins.width);
    if (attempt.stop == Stop::finished && attempt.bottom <= std::min(high, foot - notes) &&
        !attempt.empty) {
      high = std::min(middle, attempt.bottom);
      best = std::move(attempt);
    } else {
      low = middle;
    }
  }
  return best;
}

Band PageBuilder::lay_band(const Flow& flow, const Position& from) {
  const Length top = band_top(flow, from);
  const Length bottom = page_->frame.body.bottom();
  Band band = lay_columns(flow, from, top, bottom);
  const document::Section& section = *page_->frame.section;
  const bool several = section.columns.size() > 1 || section.column_count > 1;
  const bool ends_here = flow.balanced || section.balance_at_end;
  if (several && ends_here && section.balance_columns && band.stop == Stop::finished)
    band = balance(flow, from, top, std::move(band));
  if (context_.document.settings.catchword.words > 0 && band.stop == Stop::full)
    add_catchword(band, flow, from, top, bottom);
  draw_column_rules(band, section, top);
  draw_line_numbers(band, section);
  return band;
}

/// Lays the band again with a line free at the foot, and says there how the next page begins: on
/// the third line below the text, or in the free line.
void PageBuilder::add_catchword(Band& band, const Flow& flow, const Position& from, Length top,
                                Length bottom) {
  const std::optional<Opening> first = opening_at(flow.blocks, band.next, context_);
  if (!first || band.empty) return;
  const Length height = catchword_height(*first, context_);
  Band shorter = lay_columns(flow, from, top, bottom - height);
  if (!shorter.empty && shorter.stop == Stop::full) band = std::move(shorter);
  const std::optional<Opening> opening = opening_at(flow.blocks, band.next, context_);
  if (!opening) return;
  catchword_ = catchword_of(*opening, context_.document.settings.catchword);
  if (catchword_.empty()) return;
  const Length notes = notes_due(band.notes, page_->frame.margins.width);
  const Length y = std::min(band.bottom + height * 2, bottom - notes - height);
  append(band.fragment, lay_catchword(catchword_, *opening, page_->frame.margins.width, context_),
         {page_->frame.margins.x, y});
}

void PageBuilder::draw_column_rules(Band& band, const document::Section& section,
                                    Length top) const {
  if (!section.column_rule) return;
  const std::vector<ColumnPlace> columns = columns_of(section, page_->frame.margins.width);
  if (columns.size() < 2) return;
  band.fragment.items.push_back(page::TagBegin{page::Role::artifact, 0, {}, 1, 1});
  document::Border line = section.column_line;
  if (!line) line = {document::LineStyle::single, half_points(1), {}, black, true};
  const Length height = (band.bottom - top).scaled(section.column_line_percent, 100);
  const Length y = column_line_top(section, top, band.bottom - height);
  for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
    const ColumnPlace& left =
        std::min(columns[i], columns[i + 1], [](auto& a, auto& b) { return a.left < b.left; });
    const ColumnPlace& right = &left == &columns[i] ? columns[i + 1] : columns[i];
    const Length x = page_->frame.margins.x + (left.left + left.width + right.left) / 2;
    band.fragment.items.push_back(page::Rule{{x, y},
                                             {x, y + height},
                                             line.width,
                                             line.automatic_color ? black : line.color,
                                             dash_of(line.style)});
  }
  band.fragment.items.push_back(page::TagEnd{});
}

/// Numbers beside the lines (ECMA-376 17.6.8).
void PageBuilder::draw_line_numbers(Band& band, const document::Section& section) {
  if (!section.line_numbers) return;
  const document::LineNumbers& numbers = *section.line_numbers;
  const int every = std::max(numbers.every, 1);
  const Length distance = numbers.distance > Length{} ? numbers.distance : number_distance;
  band.fragment.items.push_back(page::TagBegin{page::Role::artifact, 0, {}, 1, 1});
  for (const auto& [line, left] : band.lines) {
    const int number = numbers.first + line_number_++;
    if (number % every != 0) continue;
    TextLine text = lay_text(std::to_string(number), 0, line.format, context_);
    const Point at{left - distance - text.fragment.size.width, line.baseline - text.baseline};
    append(band.fragment, std::move(text.fragment), at);
  }
  band.fragment.items.push_back(page::TagEnd{});
}

} // namespace saraban::layout
