// Drawing into a chart's ink: lines, areas, sectors, markers, labels.
#include "layout/chart/pen.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace saraban::layout::chart {

namespace {

using Kind = page::PathStep::Kind;
using document::MarkerKind;

Point place(Spot spot) {
  const auto length = [](double x) {
    return Length{std::llround(std::clamp(x, -1e6, 1e6) * 12700)};
  };
  return {length(spot.x), length(spot.y)};
}
page::PathStep step(Kind kind, Spot spot) {
  return {kind, {}, {}, place(spot)};
}
page::PathStep bend(Spot a, Spot b, Spot end) {
  return {Kind::curve, place(a), place(b), place(end)};
}

std::vector<page::PathStep> through(const std::vector<Spot>& spots) {
  std::vector<page::PathStep> steps;
  steps.reserve(spots.size() + 1);
  for (const Spot& spot : spots)
    steps.push_back(step(steps.empty() ? Kind::move : Kind::line, spot));
  return steps;
}

/// An arc from where the path stands, in parts of a quarter at most.
void arc(std::vector<page::PathStep>& steps, Spot middle, double radius, double from, double to) {
  const int parts = std::clamp(static_cast<int>(std::ceil(std::abs(to - from) / 90)), 1, 8);
  const double each = (to - from) / parts, radian = std::numbers::pi / 180;
  const double reach = radius * 4.0 / 3.0 * std::tan(each * radian / 4);
  for (int i = 0; i < parts; ++i) {
    const double a = (from + i * each) * radian, b = (from + (i + 1) * each) * radian;
    const Spot start = on_circle(middle, radius, from + i * each);
    const Spot end = on_circle(middle, radius, from + (i + 1) * each);
    steps.push_back(bend({start.x + reach * std::cos(a), start.y + reach * std::sin(a)},
                         {end.x - reach * std::cos(b), end.y - reach * std::sin(b)}, end));
  }
}

} // namespace

Spot on_circle(Spot middle, double radius, double degrees) {
  const double angle = degrees * std::numbers::pi / 180;
  return {middle.x + radius * std::sin(angle), middle.y - radius * std::cos(angle)};
}

void Pen::add(std::vector<page::PathStep> steps, std::optional<Color> fill,
              const document::Stroke& stroke) {
  if (steps.size() < 2 || (!fill && stroke.style == document::LineStyle::none)) return;
  ink_.figures.push_back({std::move(steps), fill, stroke});
}

void Pen::line(Spot from, Spot to, const document::Stroke& stroke) {
  add(through({from, to}), std::nullopt, stroke);
}

void Pen::lines(const std::vector<Spot>& spots, const document::Stroke& stroke) {
  add(through(spots), std::nullopt, stroke);
}

void Pen::curve(const std::vector<Spot>& spots, const document::Stroke& stroke) {
  if (spots.size() < 3) return lines(spots, stroke);
  std::vector<page::PathStep> steps{step(Kind::move, spots[0])};
  for (std::size_t i = 0; i + 1 < spots.size(); ++i) {
    const Spot a = spots[i], b = spots[i + 1];
    const auto lean = [&](std::size_t left, std::size_t right, double share) {
      return Spot{(spots[right].x - spots[left].x) * share,
                  (spots[right].y - spots[left].y) * share};
    };
    const Spot out = i == 0 ? lean(0, 1, 1.0 / 3) : lean(i - 1, i + 1, 1.0 / 6);
    const bool last = i + 2 == spots.size();
    const Spot in = last ? lean(i, i + 1, 1.0 / 3) : lean(i, i + 2, 1.0 / 6);
    steps.push_back(bend({a.x + out.x, a.y + out.y}, {b.x - in.x, b.y - in.y}, b));
  }
  add(std::move(steps), std::nullopt, stroke);
}

void Pen::area(const std::vector<Spot>& spots, std::optional<Color> fill,
               const document::Stroke& stroke) {
  auto steps = through(spots);
  steps.push_back({Kind::close, {}, {}, {}});
  add(std::move(steps), fill, stroke);
}

void Pen::box(const Box& b, std::optional<Color> fill, const document::Stroke& stroke) {
  area({{b.left, b.top}, {b.right, b.top}, {b.right, b.bottom}, {b.left, b.bottom}}, fill, stroke);
}

void Pen::sector(Spot middle, double radius, double hole, double from, double to,
                 std::optional<Color> fill, const document::Stroke& stroke) {
  std::vector<page::PathStep> steps{step(Kind::move, on_circle(middle, radius, from))};
  arc(steps, middle, radius, from, to);
  const bool whole = to - from >= 360 - 1e-9;
  if (hole > 0) {
    steps.push_back(step(whole ? Kind::move : Kind::line, on_circle(middle, hole, to)));
    arc(steps, middle, hole, to, from);
  } else if (!whole) {
    steps.push_back(step(Kind::line, middle));
  }
  steps.push_back({Kind::close, {}, {}, {}});
  add(std::move(steps), fill, stroke);
}

void Pen::marker(Spot at, const document::ChartMarker& marker, double size) {
  const double r = size / 2;
  const auto spot = [&](double x, double y) { return Spot{at.x + x * r, at.y + y * r}; };
  const auto stroke_between = [&](Spot a, Spot b) { line(a, b, marker.stroke); };
  switch (marker.kind) {
  case MarkerKind::none:
    return;
  case MarkerKind::diamond:
    return area({spot(0, -1), spot(1, 0), spot(0, 1), spot(-1, 0)}, marker.fill, marker.stroke);
  case MarkerKind::square:
    return box({at.x - r, at.y - r, at.x + r, at.y + r}, marker.fill, marker.stroke);
  case MarkerKind::triangle:
    return area({spot(0, -1), spot(1, 1), spot(-1, 1)}, marker.fill, marker.stroke);
  case MarkerKind::circle:
    return sector(at, r, 0, 0, 360, marker.fill, marker.stroke);
  case MarkerKind::dash:
    return box({at.x - r, at.y - r / 3, at.x + r, at.y + r / 3}, marker.fill, marker.stroke);
  case MarkerKind::dot:
    return box({at.x - r / 3, at.y - r / 3, at.x + r, at.y + r / 3}, marker.fill, marker.stroke);
  default:
    break;
  }
  if (marker.kind != MarkerKind::plus)
    stroke_between(spot(-1, -1), spot(1, 1)), stroke_between(spot(1, -1), spot(-1, 1));
  if (marker.kind != MarkerKind::cross) stroke_between(spot(0, -1), spot(0, 1));
  if (marker.kind == MarkerKind::plus) stroke_between(spot(-1, 0), spot(1, 0));
}

} // namespace saraban::layout::chart
