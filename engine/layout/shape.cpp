// Outlines of shapes (ECMA-376 20.1.9) and line ends (20.1.8.37, 20.1.8.57).
#include "layout/shape.h"

#include "layout/border.h"

#include <algorithm>
#include <cmath>

namespace saraban::layout {

namespace {

using document::PathSegment;
using document::Stroke;

constexpr Length hairline = twips(5);

page::PathStep step_of(const PathSegment& segment, Size size) {
  const auto at = [&size](std::int32_t x, std::int32_t y) {
    return Point{size.width.scaled(x, 100000), size.height.scaled(y, 100000)};
  };
  page::PathStep step;
  step.control1 = at(segment.x1, segment.y1);
  step.control2 = at(segment.x2, segment.y2);
  step.end = at(segment.x, segment.y);
  switch (segment.kind) {
  case PathSegment::Kind::move:
    step.kind = page::PathStep::Kind::move;
    break;
  case PathSegment::Kind::line:
    step.kind = page::PathStep::Kind::line;
    break;
  case PathSegment::Kind::curve:
    step.kind = page::PathStep::Kind::curve;
    break;
  case PathSegment::Kind::close:
    step.kind = page::PathStep::Kind::close;
    break;
  }
  return step;
}

void apply(page::Path& path, const Stroke& stroke) {
  if (stroke.style == document::LineStyle::none) return;
  path.stroke = stroke.color;
  path.stroke_width = std::max(stroke.width, hairline);
  path.dash = dash_of(stroke.style);
}

/// The direction in which a path leaves its first point (or, reversed, its last).
struct End {
  Point tip;
  double x = 0, y = 0; ///< Unit vector that points out of the path.
};

End end_of(Point tip, Point from) {
  const double dx = static_cast<double>((tip.x - from.x).emu);
  const double dy = static_cast<double>((tip.y - from.y).emu);
  const double length = std::hypot(dx, dy);
  if (length == 0) return {tip, 0, 0};
  return {tip, dx / length, dy / length};
}

/// A line end of `width`; 0: as wide as Word's medium ones.
void draw_head(std::vector<page::Item>& items, const Stroke& stroke, Stroke::Head head,
               Length width, End end) {
  if (head == Stroke::Head::none || (end.x == 0 && end.y == 0)) return;
  const double size = width > Length{}
                          ? static_cast<double>(width.emu)
                          : 3.0 * static_cast<double>(std::max(stroke.width, twips(15)).emu);
  const auto at = [&](double back, double aside) {
    return Point{end.tip.x + Length{static_cast<std::int64_t>(-back * end.x - aside * end.y)},
                 end.tip.y + Length{static_cast<std::int64_t>(-back * end.y + aside * end.x)}};
  };
  std::vector<Point> outline;
  if (head == Stroke::Head::diamond || head == Stroke::Head::oval)
    outline = {at(-size / 2, 0), at(0, size / 2), at(size / 2, 0), at(0, -size / 2)};
  else if (head == Stroke::Head::stealth)
    outline = {end.tip, at(size, size / 2), at(size * 0.6, 0), at(size, -size / 2)};
  else if (head == Stroke::Head::arrow)
    outline = {at(size, size / 2), end.tip, at(size, -size / 2)};
  else
    outline = {end.tip, at(size, size / 2), at(size, -size / 2)};
  page::Path path;
  for (const Point& point : outline)
    path.steps.push_back(
        {path.steps.empty() ? page::PathStep::Kind::move : page::PathStep::Kind::line,
         {},
         {},
         point});
  if (head == Stroke::Head::arrow) {
    path.stroke = stroke.color;
    path.stroke_width = std::max(stroke.width, hairline);
  } else {
    path.steps.push_back({page::PathStep::Kind::close, {}, {}, {}});
    path.fill = stroke.color;
  }
  items.push_back(std::move(path));
}

void draw_heads(std::vector<page::Item>& items, const Stroke& stroke, const page::Path& path) {
  const std::vector<page::PathStep>& steps = path.steps;
  if (steps.size() < 2 || steps.back().kind == page::PathStep::Kind::close) return;
  const page::PathStep& second = steps[1];
  const page::PathStep& last = steps.back();
  const bool first_curve = second.kind == page::PathStep::Kind::curve;
  const bool last_curve = last.kind == page::PathStep::Kind::curve;
  draw_head(items, stroke, stroke.start, stroke.start_size,
            end_of(steps[0].end, first_curve ? second.control1 : second.end));
  draw_head(items, stroke, stroke.end, stroke.end_size,
            end_of(last.end, last_curve ? last.control2 : steps[steps.size() - 2].end));
}

/// A box without path: shadow, fill, stroke, and borders inside its edges.
void draw_text_box(std::vector<page::Item>& items, const document::Shape& shape, Size size) {
  const Sides& out = shape.outside;
  Rect box{out.left, out.top, size.width - out.left - out.right,
           size.height - out.top - out.bottom};
  document::Borders borders = shape.borders;
  const bool bordered = borders.top || borders.right || borders.bottom || borders.left;
  if (shape.shadow && (shape.fill || bordered))
    items.push_back(page::Fill{box.moved(shape.shadow->offset), shape.shadow->color});
  if (shape.fill) items.push_back(page::Fill{box, *shape.fill});
  draw_frame(items, shape.stroke, size);
  if (!bordered) return;
  for (document::Border* side : {&borders.top, &borders.right, &borders.bottom, &borders.left})
    side->space = {};
  const Length left = thickness(borders.left), top = thickness(borders.top);
  box = {box.x + left, box.y + top, box.width - left - thickness(borders.right),
         box.height - top - thickness(borders.bottom)};
  draw_box(items, borders, box);
}

} // namespace

void draw_shape(std::vector<page::Item>& items, const document::Shape& shape, Size size) {
  page::Path path;
  for (const PathSegment& segment : shape.path) path.steps.push_back(step_of(segment, size));
  if (path.steps.empty()) {
    draw_text_box(items, shape, size);
    return;
  }
  if (shape.shadow && shape.fill) {
    page::Path shadow = path;
    for (page::PathStep& step : shadow.steps)
      for (Point* point : {&step.control1, &step.control2, &step.end})
        *point = *point + shape.shadow->offset;
    shadow.fill = shape.shadow->color;
    items.push_back(std::move(shadow));
  }
  path.fill = shape.fill;
  apply(path, shape.stroke);
  if (!path.fill && !path.stroke) return;
  const page::Path drawn = path;
  items.push_back(std::move(path));
  if (drawn.stroke) draw_heads(items, shape.stroke, drawn);
}

void draw_frame(std::vector<page::Item>& items, const Stroke& stroke, Size size) {
  if (stroke.style == document::LineStyle::none) return;
  page::Path path;
  using Kind = page::PathStep::Kind;
  path.steps = {{Kind::move, {}, {}, {{}, {}}},
                {Kind::line, {}, {}, {size.width, {}}},
                {Kind::line, {}, {}, {size.width, size.height}},
                {Kind::line, {}, {}, {{}, size.height}},
                {Kind::close, {}, {}, {}}};
  apply(path, stroke);
  items.push_back(std::move(path));
}

} // namespace saraban::layout
