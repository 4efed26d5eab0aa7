// The pieces that stay become a fragment: boxes, lines, tables, tags.
#include "layout/filler.h"

#include "layout/border.h"
#include "layout/cache.h"
#include "layout/drawing.h"
#include "layout/spacing.h"
#include "layout/table_paint.h"

#include <algorithm>

namespace saraban::layout {

namespace {

const LinePiece& line_of(const FlowPiece& piece) {
  return std::get<LinePiece>(piece.content);
}
const document::ParagraphFormat& format_of(const FlowPiece& piece) {
  return format_of(*line_of(piece).prepared);
}

page::Role role_of(const document::ParagraphFormat& format) {
  if (format.outline_level <= 0) return page::Role::paragraph;
  const int level = std::min(format.outline_level, 6);
  return static_cast<page::Role>(static_cast<int>(page::Role::heading1) + level - 1);
}

/// The box of a paragraph's text from `top` to `bottom`: between its indents.
Rect text_box(const document::ParagraphFormat& format, Length width, Length top, Length bottom) {
  Length start = format.indent_start + std::min(format.indent_first, Length{});
  Length end = format.indent_end;
  if (format.direction == document::Direction::right_to_left) std::swap(start, end);
  return {start, top, std::max(width - start - end, Length{}), bottom - top};
}

page::TagBegin tagged(page::Role role, std::uint32_t id) {
  page::TagBegin tag;
  tag.role = role;
  tag.id = id;
  return tag;
}

bool needs_box(const document::ParagraphFormat& format) {
  return format.background || has_borders(format.borders);
}

} // namespace

void Filler::paint(std::size_t end, Filled& filled) {
  for (std::size_t i = 0; i < end;) {
    if (std::holds_alternative<LinePiece>(pieces_[i].content)) {
      i = paint_paragraphs(i, end, filled);
    } else if (std::holds_alternative<RowPiece>(pieces_[i].content)) {
      switch_list(nullptr, filled.fragment);
      i = paint_rows(i, end, filled);
    } else {
      switch_list(nullptr, filled.fragment);
      auto& piece = std::get<FloatPiece>(pieces_[i].content);
      append(filled.fragment, std::move(piece.fragment), piece.at - region_.origin);
      ++i;
    }
  }
  switch_list(nullptr, filled.fragment);
}

/// Paragraphs that share a box, or one; returns the piece after.
std::size_t Filler::paint_paragraphs(std::size_t begin, std::size_t end, Filled& filled) {
  std::size_t stop = begin;
  while (stop < end && std::holds_alternative<LinePiece>(pieces_[stop].content) &&
         (line_of(pieces_[stop]).paragraph == line_of(pieces_[begin]).paragraph ||
          share_borders(format_of(pieces_[stop]), format_of(pieces_[stop - 1]))))
    ++stop;
  paint_boxes(begin, stop, filled.fragment);
  for (std::size_t i = begin; i < stop;) {
    std::size_t last = i;
    while (last < stop && line_of(pieces_[last]).paragraph == line_of(pieces_[i]).paragraph) ++last;
    paint_lines(i, last, filled);
    i = last;
  }
  return stop;
}

/// Shading and borders of paragraphs that share a box (ECMA-376 17.3.1.24, 17.3.1.31).
void Filler::paint_boxes(std::size_t begin, std::size_t end, Fragment& fragment) {
  if (std::none_of(pieces_.begin() + static_cast<std::ptrdiff_t>(begin),
                   pieces_.begin() + static_cast<std::ptrdiff_t>(end),
                   [](const FlowPiece& piece) { return needs_box(format_of(piece)); }))
    return;
  fragment.items.push_back(page::TagBegin{page::Role::artifact, 0, {}, 1, 1});
  const auto pad = [](const document::Border& border) { return border ? border.space : Length{}; };
  for (std::size_t i = begin; i < end;) {
    std::size_t last = i + 1;
    while (last < end && line_of(pieces_[last]).paragraph == line_of(pieces_[i]).paragraph) ++last;
    const document::ParagraphFormat& format = format_of(pieces_[i]);
    const document::Borders& borders = format.borders;
    const Length below = last < end ? pieces_[last].top : pieces_[last - 1].bottom;
    const Length top = i == begin ? pieces_[i].top - pad(borders.top) : pieces_[i].top;
    Rect box = text_box(format, region_.width, top, below);
    box.x -= pad(borders.left);
    box.width += pad(borders.left) + pad(borders.right);
    if (last == end) box.height -= thickness(borders.bottom);
    if (format.background) fragment.items.push_back(page::Fill{box, *format.background});
    if (i != begin && borders.between)
      draw_border(fragment.items, borders.between, {box.x, box.y}, {box.right(), box.y});
    i = last;
  }
  const document::ParagraphFormat& format = format_of(pieces_[begin]);
  Length bottom = pieces_[end - 1].bottom;
  if (line_of(pieces_[end - 1]).parts.back().last)
    bottom -= format.borders.bottom ? thickness(format.borders.bottom) + format.borders.bottom.space
                                    : Length{};
  draw_box(fragment.items, format.borders,
           text_box(format, region_.width, pieces_[begin].top, bottom));
  fragment.items.push_back(page::TagEnd{});
}

/// Opens or closes the list that labelled paragraphs one after the other stand in.
void Filler::switch_list(const document::Paragraph* item, Fragment& fragment) {
  if (in_list_ == (item != nullptr)) return;
  in_list_ = !in_list_;
  if (in_list_)
    fragment.items.push_back(tagged(page::Role::list, tag_of(&item->label, context_)));
  else
    fragment.items.push_back(page::TagEnd{});
}

/// Opens the tag of a paragraph: as a heading, a list item with its body, or text. The label, which
/// ends with its own tag, stands before the body.
int Filler::open_paragraph(const document::Paragraph& paragraph, FlowPiece& first,
                           Fragment& fragment) {
  const page::Role role = role_of(format_of(first));
  const std::uint32_t id = tag_of(&paragraph, context_);
  const bool item = paragraph.label && role == page::Role::paragraph;
  switch_list(item ? &paragraph : nullptr, fragment);
  if (!item) {
    fragment.items.push_back(tagged(role, id));
    return 1;
  }
  fragment.items.push_back(tagged(page::Role::list_item, id));
  page::Item body = tagged(page::Role::list_body, tag_of(&paragraph.inlines, context_));
  std::vector<page::Item>& items = std::get<LinePiece>(first.content).parts.front().items;
  const auto label_end = std::find_if(items.begin(), items.end(), [](const page::Item& one) {
    return std::holds_alternative<page::TagEnd>(one);
  });
  const bool has_label =
      std::get<LinePiece>(first.content).parts.front().first && label_end != items.end();
  if (has_label)
    items.insert(label_end + 1, std::move(body));
  else
    fragment.items.push_back(std::move(body));
  return 2;
}

/// The lines of one paragraph in its tag.
void Filler::paint_lines(std::size_t begin, std::size_t end, Filled& filled) {
  Fragment& fragment = filled.fragment;
  const document::Paragraph* paragraph = line_of(pieces_[begin]).paragraph;
  const bool numbered = !format_of(pieces_[begin]).suppress_line_numbers;
  const int open = open_paragraph(*paragraph, pieces_[begin], fragment);
  for (std::size_t i = begin; i < end; ++i) {
    auto& piece = std::get<LinePiece>(pieces_[i].content);
    for (Line& line : piece.parts) {
      append(fragment.items, std::move(line.items), {{}, pieces_[i].top});
      for (const InlineDrawing& drawing : line.drawings)
        append(fragment,
               paint_drawing(drawing.drawing, {drawing.box.width, drawing.box.height},
                             region_.around, region_.depth + 1, context_),
               {drawing.box.x, pieces_[i].top + drawing.box.y});
    }
    if (numbered)
      filled.lines.push_back(
          {pieces_[i].top + piece.parts.front().baseline, paragraph->mark_format});
  }
  for (int i = 0; i < open; ++i) fragment.items.push_back(page::TagEnd{});
}

/// The rows of one table; what its cells over several rows leave goes into the next position.
std::size_t Filler::paint_rows(std::size_t begin, std::size_t end, Filled& filled) {
  const TableGrid* grid = std::get<RowPiece>(pieces_[begin].content).grid.get();
  std::vector<PlacedRow> rows;
  std::size_t stop = begin;
  while (stop < end) {
    auto* row = std::get_if<RowPiece>(&pieces_[stop].content);
    if (!row || row->grid.get() != grid) break;
    rows.push_back({row, pieces_[stop].top});
    ++stop;
  }
  const bool goes_on = stop == end && filled.next.table &&
                       filled.next.block == pieces_[begin].start.block &&
                       filled.stop != Stop::finished;
  PaintedTable painted =
      paint_table(std::move(rows), region_, goes_on ? TableEnds::later : TableEnds::here, context_);
  const Length bottom = painted.fragment.size.height;
  append(filled.fragment, std::move(painted.fragment), {});
  filled.notes.insert(filled.notes.end(), painted.notes.begin(), painted.notes.end());
  if (stop == end) filled.fragment.size.height = std::max(filled.fragment.size.height, bottom);
  if (!painted.open.empty()) {
    auto position = std::make_shared<TablePosition>(*filled.next.table);
    for (OpenCell& open : painted.open) {
      std::erase_if(position->open, [&open](const OpenCell& one) {
        return one.row == open.row && one.cell == open.cell;
      });
      position->open.push_back(std::move(open));
    }
    filled.next.table = std::move(position);
  }
  return stop;
}

} // namespace saraban::layout
