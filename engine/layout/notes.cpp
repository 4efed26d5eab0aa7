// Footnotes: heights, the separator, and the area itself.
#include "layout/notes.h"

#include "layout/border.h"
#include "layout/cache.h"

#include <algorithm>

namespace saraban::layout {

namespace {

constexpr Length rule_length = twips(2880); ///< Word's separator: 2 inches.
constexpr Length default_separator = twips(240);
constexpr int rule_percent = 64; ///< Of the way from the line's top to its baseline.

/// ODF 1.3 part 3, 17.7 style:footnote-sep.
Fragment separator_of(const document::NoteArea& area, Length width) {
  Fragment fragment;
  fragment.size = {width, area.before_line + area.line_width + area.after_line};
  const Length length = width.scaled(area.line_percent, 100);
  if (area.line == document::LineStyle::none || length <= Length{}) return fragment;
  Length left;
  if (area.line_alignment == document::Alignment::center) left = (width - length) / 2;
  if (area.line_alignment == document::Alignment::end) left = width - length;
  const Length y = area.before_line + area.line_width / 2;
  fragment.items.push_back(page::TagBegin{page::Role::artifact, 0, {}, 1, 1});
  fragment.items.push_back(page::Rule{
      {left, y}, {left + length, y}, area.line_width, area.line_color, dash_of(area.line)});
  fragment.items.push_back(page::TagEnd{});
  return fragment;
}

enum class Separator { of_notes, continuation };

/// ECMA-376 17.11.23; the rule of notes that go on from the page before is as long as the column
/// is wide (17.11.1).
Fragment lay_separator(const Region& region, Separator kind, Context& context) {
  if (context.note_area) return separator_of(*context.note_area, region.width);
  const document::Settings& settings = context.document.settings;
  Fragment fragment;
  Length height = default_separator, y = height / 2;
  if (!settings.footnote_separator.empty()) {
    Region inner = region;
    inner.height = unbounded;
    Filled filled = fill(settings.footnote_separator, {}, inner, context);
    height = filled.fragment.size.height;
    y = filled.lines.empty() ? height / 2 : filled.lines.front().baseline.scaled(rule_percent, 100);
    fragment = std::move(filled.fragment);
  }
  fragment.size = {region.width, height};
  if (!settings.footnote_rule) return fragment;
  const Length right =
      kind == Separator::of_notes ? std::min(rule_length, region.width) : region.width;
  fragment.items.push_back(page::TagBegin{page::Role::artifact, 0, {}, 1, 1});
  fragment.items.push_back(
      page::Rule{{{}, y}, {right, y}, half_points(1), black, page::Dash::solid});
  fragment.items.push_back(page::TagEnd{});
  return fragment;
}

Region note_region(Length width) {
  Region region;
  region.width = width;
  region.depth = 1;
  return region;
}

Length height_of(std::uint32_t note, Length width, Context& context) {
  const auto [entry, inserted] = context.cache->note_heights.try_emplace({note, width.emu});
  if (inserted) {
    const Length height = fill(context.document.notes[note].blocks, {}, note_region(width), context)
                              .fragment.size.height;
    context.cache->note_heights[{note, width.emu}] = height;
    return height;
  }
  return entry->second;
}

Length separator_height(Length width, Context& context) {
  return lay_separator(note_region(width), Separator::of_notes, context).size.height;
}

} // namespace

bool is_footnote(std::uint32_t note, const Context& context) {
  return note < context.document.notes.size() &&
         context.document.notes[note].kind == document::NoteKind::footnote;
}

Length notes_height(const std::vector<std::uint32_t>& notes, Length width, Length already,
                    Context& context) {
  Length height;
  for (const std::uint32_t note : notes) {
    if (!is_footnote(note, context)) continue;
    if (already + height == Length{}) height += separator_height(width, context);
    height += height_of(note, width, context);
  }
  return height;
}

Length least_notes_height(const std::vector<std::uint32_t>& notes, Length width, Length already,
                          Context& context) {
  const Length separator = already == Length{} ? separator_height(width, context) : Length{};
  for (const std::uint32_t note : notes) {
    if (!is_footnote(note, context)) continue;
    for (const document::Block& block : context.document.notes[note].blocks) {
      const auto* paragraph = std::get_if<document::Paragraph>(&block.content);
      if (paragraph)
        return separator +
               line_height_at(*prepared(*paragraph, context), Cursor{}, Length{}, context);
      break;
    }
  }
  return separator + default_separator;
}

LaidNotes lay_notes(const std::vector<PendingNote>& notes, const Region& region, Context& context) {
  LaidNotes laid;
  if (notes.empty()) return laid;
  const Position& from = notes.front().from;
  const bool goes_on = from.block > 0 || !from.line.first || from.table;
  laid.fragment =
      lay_separator(region, goes_on ? Separator::continuation : Separator::of_notes, context);
  bool full = false;
  for (const PendingNote& pending : notes) {
    if (full) {
      laid.rest.push_back(pending);
      continue;
    }
    Length& height = laid.fragment.size.height;
    Region inner = region;
    inner.origin.y += height;
    inner.height = region.height - height;
    // The first one always goes on: a page of notes alone must end.
    inner.overflow = &pending == &notes.front() ? Overflow::allowed : Overflow::forbidden;
    Filled filled = fill(context.document.notes[pending.note].blocks, pending.from, inner, context);
    page::TagBegin tag;
    tag.role = page::Role::note;
    tag.id = tag_of(&context.document.notes[pending.note], context);
    laid.fragment.items.push_back(std::move(tag));
    const Length added = filled.fragment.size.height;
    append(laid.fragment, std::move(filled.fragment), {{}, height});
    laid.fragment.items.push_back(page::TagEnd{});
    height += added;
    if (filled.stop == Stop::finished) continue;
    full = true;
    laid.rest.push_back({pending.note, filled.next});
  }
  return laid;
}

std::span<const document::Block> endnote_blocks(const std::vector<std::uint32_t>& notes,
                                                Context& context) {
  auto blocks = std::make_unique<std::vector<document::Block>>();
  const document::Document& document = context.document;
  for (const std::uint32_t note : notes) {
    if (is_footnote(note, context) || note >= document.notes.size()) continue;
    const auto& of_note = document.notes[note].blocks;
    blocks->insert(blocks->end(), of_note.begin(), of_note.end());
  }
  context.cache->own_blocks.push_back(std::move(blocks));
  return *context.cache->own_blocks.back();
}

} // namespace saraban::layout
