// Floats in a flow: anchored drawings, frames, floating tables.
#include "layout/filler.h"

#include "layout/anchor.h"
#include "layout/cache.h"
#include "layout/drawing.h"
#include "layout/measure.h"

#include <algorithm>

namespace saraban::layout {

namespace {

/// Keys of frames and floating tables among the drawings': their block, counted from the top.
std::uint32_t key_of_block(std::size_t block) {
  return 0xffff'ffffu - static_cast<std::uint32_t>(block);
}

/// In cells only initials stand in frames: Word keeps there the place of the whole table, once a
/// frame (what w:tblpPr says now).
const document::Frame* frame_of(const document::Block& block, const Region& region,
                                const Context& context) {
  const auto* paragraph = std::get_if<document::Paragraph>(&block.content);
  if (!paragraph) return nullptr;
  const document::ParagraphFormat& format = context.document.paragraph_formats[paragraph->format];
  if (!format.frame || (region.around.in_cell && format.frame->drop_cap_lines == 0)) return nullptr;
  return &*format.frame;
}

bool overlaps(const Rect& box, Length left, Length right, Length top, Length bottom) {
  return box.x < right && box.right() > left && box.y < bottom && box.bottom() > top;
}

} // namespace

/// Known already when the region is laid again: it stays where it is.
void Filler::add_float(std::uint32_t key, PlacedFloat placed) {
  if (const auto known = floats_.find(key); known != floats_.end()) {
    known->second.piece = placed.piece;
    return;
  }
  if (placed.exclusion) {
    exclusions_.push_back(*placed.exclusion);
    // Text above the anchor flows round it too: the region is laid again.
    const Length above = pieces_.empty() ? Length{} : pieces_[placed.piece].top;
    if (!pieces_.empty() && placed.piece > 0 &&
        overlaps(placed.exclusion->box, region_.origin.x, region_.origin.x + region_.width,
                 region_.origin.y, region_.origin.y + std::min(above, y_)))
      restart_ = true;
  }
  floats_.emplace(key, std::move(placed));
  float_order_.push_back(key);
}

/// Places what is anchored in the lines from `first_piece` on; true when lines must be laid again.
bool Filler::place_anchors(std::size_t first_piece, Length paragraph_top) {
  bool again = false;
  for (std::size_t i = first_piece; i < pieces_.size(); ++i) {
    for (const Line& line : std::get<LinePiece>(pieces_[i].content).parts) {
      for (const AnchoredDrawing& anchored : line.anchors) {
        if (const auto known = floats_.find(anchored.drawing); known != floats_.end()) {
          known->second.piece = i;
          continue;
        }
        const document::Drawing& drawing = context_.document.drawings[anchored.drawing];
        if (!drawing.anchor) continue;
        const Size size = size_of_drawing(anchored.drawing, region_.around, context_);
        const Point origin = region_.origin;
        const auto& format = format_of(*std::get<LinePiece>(pieces_[i].content).prepared);
        const AnchorPoint anchor{{origin.x, origin.y + paragraph_top},
                                 format.indent_start,
                                 format.indent_end,
                                 {origin.x + anchored.x, origin.y + pieces_[i].top},
                                 origin.y + pieces_[i].bottom};
        const Point at = anchored_at(
            drawing.anchor->horizontal, drawing.anchor->vertical, size, region_.around, anchor,
            drawing.anchor->distance_aligns ? drawing.anchor->distance : Sides{});
        PlacedFloat placed;
        placed.piece = i;
        placed.box = {at.x, at.y, size.width, size.height};
        placed.exclusion = exclusion_of(*drawing.anchor, turned_box(placed.box, drawing.rotation));
        placed.z_order = drawing.anchor->z_order;
        placed.behind = drawing.anchor->wrap == document::Wrap::none_behind;
        again = again || placed.exclusion.has_value();
        add_float(anchored.drawing, std::move(placed));
      }
    }
  }
  return again;
}

bool Filler::is_float(const document::Block& block) const {
  if (region_.inside_frame) return false;
  if (const auto* table = std::get_if<document::Table>(&block.content))
    return table->floating.has_value();
  return frame_of(block, region_, context_) != nullptr;
}

void Filler::lay_float(Position& at) {
  if (const auto* table = std::get_if<document::Table>(&blocks_[at.block].content))
    lay_floating_table(at, *table);
  else
    lay_frame(at, *frame_of(blocks_[at.block], region_, context_));
}

void Filler::lay_frame(Position& at, const document::Frame& frame) {
  std::size_t end = at.block;
  while (end < blocks_.size() && frame_of(blocks_[end], region_, context_) &&
         *frame_of(blocks_[end], region_, context_) == frame)
    ++end;
  const auto inside = blocks_.subspan(at.block, end - at.block);
  Region region;
  Length natural;
  for (const document::Block& block : inside) {
    const auto& paragraph = std::get<document::Paragraph>(block.content);
    natural = std::max(natural, natural_widths(*prepared(paragraph, context_), context_).maximum);
  }
  region.width = frame.width.value_or(std::min(natural, region_.width));
  region.around = region_.around;
  region.origin = region_.origin + Point{{}, y_};
  region.depth = region_.depth + 1;
  region.inside_frame = true;
  Filled filled = fill(inside, {}, region, context_);
  Size size{region.width, filled.fragment.size.height};
  if (frame.height && frame.height_rule == document::LineRule::exact) size.height = *frame.height;
  if (frame.height && frame.height_rule == document::LineRule::at_least)
    size.height = std::max(size.height, *frame.height);
  Point place;
  const Point here = region_.origin + Point{{}, y_};
  if (frame.drop_cap_lines > 0) {
    place = here;
    if (frame.drop_cap_in_margin) place.x -= size.width + frame.horizontal_space;
  } else {
    place = anchored_at(frame.horizontal, frame.vertical, size, region_.around,
                        {here, {}, {}, here, here.y});
  }
  PlacedFloat placed;
  placed.piece = pieces_.size();
  placed.box = {place.x, place.y, size.width, size.height};
  Exclusion exclusion;
  const Length left = frame.drop_cap_lines > 0 ? Length{} : frame.horizontal_space;
  exclusion.box = {place.x - left, place.y - frame.vertical_space,
                   size.width + left + frame.horizontal_space,
                   size.height + frame.vertical_space * 2};
  if (frame.wraps && !frame.drop_cap_in_margin) placed.exclusion = exclusion;
  FlowPiece piece;
  piece.start = at;
  at = Position{end, {}, {}, {}};
  piece.next = at;
  piece.top = piece.bottom = piece.fits_to = y_;
  piece.keep_with_next = true;
  piece.notes = filled.notes;
  piece.content = FloatPiece{std::move(filled.fragment), place};
  pieces_.push_back(std::move(piece));
  add_float(key_of_block(end), std::move(placed));
}

void Filler::lay_floating_table(Position& at, const document::Table& table) {
  Region region;
  region.width = region_.width;
  region.around = region_.around;
  region.origin = region_.origin + Point{{}, y_};
  region.depth = region_.depth + 1;
  region.inside_frame = true;
  Filled filled = fill(blocks_.subspan(at.block, 1), {}, region, context_);
  const std::shared_ptr<const TableGrid> grid = grid_of(table, region.width, context_);
  const Size size{grid->width(), filled.fragment.size.height};
  if (size.height > region_.around.margins.height && region_.height < unbounded) {
    lay_table(at);
    return;
  }
  const Point here = region_.origin + Point{{}, y_};
  const Point place = anchored_at(table.floating->horizontal, table.floating->vertical, size,
                                  region_.around, {here, {}, {}, here, here.y});
  PlacedFloat placed;
  placed.piece = pieces_.size();
  placed.box = {place.x, place.y, size.width, size.height};
  const Sides& distance = table.floating->distance;
  Exclusion exclusion;
  exclusion.box = {place.x - distance.left, place.y - distance.top,
                   size.width + distance.left + distance.right,
                   size.height + distance.top + distance.bottom};
  placed.exclusion = exclusion;
  FlowPiece piece;
  piece.start = at;
  const std::uint32_t key = key_of_block(at.block + 1);
  at = Position{at.block + 1, {}, {}, {}};
  piece.next = at;
  piece.top = piece.bottom = piece.fits_to = y_;
  piece.keep_with_next = true;
  piece.notes = filled.notes;
  piece.content = FloatPiece{std::move(filled.fragment), place - Point{grid->left, {}}};
  pieces_.push_back(std::move(piece));
  add_float(key, std::move(placed));
}

/// The ink of anchored drawings whose anchors stay on this page.
void Filler::add_layers(std::size_t end, Fragment& fragment) {
  for (const std::uint32_t key : float_order_) {
    const PlacedFloat& placed = floats_.at(key);
    if (placed.piece >= end || key >= context_.document.drawings.size()) continue;
    Fragment ink = paint_drawing(key, {placed.box.width, placed.box.height}, region_.around,
                                 region_.depth + 1, context_);
    Layer layer;
    layer.z_order = placed.z_order;
    layer.behind = placed.behind;
    layer.items = flatten(std::move(ink));
    move_items(layer.items, Point{placed.box.x, placed.box.y} - region_.origin);
    fragment.layers.push_back(std::move(layer));
  }
}

} // namespace saraban::layout
