// Positions relative to page, margin, column, paragraph, line and character (ECMA-376 20.4.3).
#include "layout/anchor.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace saraban::layout {

namespace {

using document::AlignTo;
using document::RelativeTo;

struct Span {
  Length start, size;
};

Span horizontal_span(RelativeTo to, const Surroundings& around, const AnchorPoint& anchor) {
  const Rect& margins = around.margins;
  const Span left{{}, margins.x}, right{margins.right(), around.page.width - margins.right()};
  switch (to) {
  case RelativeTo::page:
    return {{}, around.page.width};
  case RelativeTo::margin:
    return {margins.x, margins.width};
  case RelativeTo::left_margin:
    return left;
  case RelativeTo::right_margin:
    return right;
  case RelativeTo::inside_margin:
    return around.odd_page ? left : right;
  case RelativeTo::outside_margin:
    return around.odd_page ? right : left;
  case RelativeTo::character:
    return {anchor.character.x, {}};
  case RelativeTo::paragraph:
    return {around.column.x + anchor.indent_left,
            around.column.width - anchor.indent_left - anchor.indent_right};
  default:
    return {around.column.x, around.column.width};
  }
}

Span vertical_span(RelativeTo to, const Surroundings& around, const AnchorPoint& anchor) {
  const Rect& margins = around.margins;
  const Span top{{}, margins.y}, bottom{margins.bottom(), around.page.height - margins.bottom()};
  switch (to) {
  case RelativeTo::page:
    return {{}, around.page.height};
  case RelativeTo::margin:
    return {margins.y, margins.height};
  case RelativeTo::top_margin:
    return top;
  case RelativeTo::bottom_margin:
    return bottom;
  case RelativeTo::inside_margin:
    return around.odd_page ? top : bottom;
  case RelativeTo::outside_margin:
    return around.odd_page ? bottom : top;
  case RelativeTo::line:
  case RelativeTo::character:
    return {anchor.character.y, anchor.line_bottom - anchor.character.y};
  default:
    return {anchor.paragraph.y, {}};
  }
}

AlignTo side(AlignTo align, bool odd_page) {
  if (align == AlignTo::inside) return odd_page ? AlignTo::start : AlignTo::end;
  if (align == AlignTo::outside) return odd_page ? AlignTo::end : AlignTo::start;
  return align;
}

/// `before` and `after`: what is aligned with the box at its sides.
Length place(const document::AxisPosition& position, Span span, Length size, bool odd_page,
             Length before, Length after) {
  switch (side(position.align, odd_page)) {
  case AlignTo::start:
    return span.start + before;
  case AlignTo::center:
    return span.start + (span.size - size + before - after) / 2;
  case AlignTo::end:
    return span.start + span.size - size - after;
  default:
    break;
  }
  if (position.percent_thousandths)
    return span.start + span.size.scaled(*position.percent_thousandths, 100000);
  return span.start + position.offset;
}

} // namespace

Point anchored_at(const document::AxisPosition& horizontal, const document::AxisPosition& vertical,
                  Size size, const Surroundings& around, const AnchorPoint& anchor,
                  const Sides& distance) {
  return {place(horizontal, horizontal_span(horizontal.relative_to, around, anchor), size.width,
                around.odd_page, distance.left, distance.right),
          place(vertical, vertical_span(vertical.relative_to, around, anchor), size.height,
                around.odd_page, distance.top, distance.bottom)};
}

Rect turned_box(const Rect& box, int rotation) {
  if (rotation == 0) return box;
  const double angle = rotation / 60000.0 * std::numbers::pi / 180.0;
  const double c = std::abs(std::cos(angle)), s = std::abs(std::sin(angle));
  const double w = static_cast<double>(box.width.emu), h = static_cast<double>(box.height.emu);
  const Length width{std::llround(w * c + h * s)}, height{std::llround(w * s + h * c)};
  return {box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height};
}

std::optional<Exclusion> exclusion_of(const document::Anchor& anchor, const Rect& box) {
  using document::Wrap;
  if (anchor.wrap == Wrap::none_in_front || anchor.wrap == Wrap::none_behind) return std::nullopt;
  const Sides distance = anchor.distance;
  Exclusion exclusion;
  exclusion.wrap = anchor.wrap;
  exclusion.side = anchor.side;
  exclusion.box = {box.x - distance.left, box.y - distance.top,
                   box.width + distance.left + distance.right,
                   box.height + distance.top + distance.bottom};
  if ((anchor.wrap == Wrap::tight || anchor.wrap == Wrap::through) && anchor.polygon.size() > 2) {
    for (const Point& point : anchor.polygon) {
      const Length x = box.x + box.width.scaled(point.x.emu, 21600);
      const Length y = box.y + box.height.scaled(point.y.emu, 21600);
      const bool right = point.x.emu > 10800;
      exclusion.polygon.push_back({right ? x + distance.right : x - distance.left, y});
    }
    exclusion.box.y = box.y;
    exclusion.box.height = box.height;
  }
  return exclusion;
}

} // namespace saraban::layout
