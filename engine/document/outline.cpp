// Building outlines from lines, curves and arcs.
#include "document/outline.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace saraban::document {

std::int32_t Outline::share(double value, double whole) const {
  if (!(whole > 0)) return 0;
  const double scaled = value / whole * 100'000;
  if (!(scaled > -1e9 && scaled < 1e9)) return 0;
  return static_cast<std::int32_t>(std::lround(scaled));
}

void Outline::add(PathSegment::Kind kind, double x, double y) {
  auto& s = path_.emplace_back();
  s.kind = kind;
  s.x = share(x, width_), s.y = share(y, height_);
  x_ = x, y_ = y;
}

void Outline::move(double x, double y) {
  add(PathSegment::Kind::move, x, y);
}

void Outline::line(double x, double y) {
  add(PathSegment::Kind::line, x, y);
}

void Outline::curve(double x1, double y1, double x2, double y2, double x, double y) {
  add(PathSegment::Kind::curve, x, y);
  auto& s = path_.back();
  s.x1 = share(x1, width_), s.y1 = share(y1, height_);
  s.x2 = share(x2, width_), s.y2 = share(y2, height_);
}

void Outline::arc(double radius_x, double radius_y, double start, double sweep) {
  sweep = std::clamp(sweep, -360.0, 360.0);
  const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(sweep) / 90 - 1e-9)));
  const double radian = std::numbers::pi / 180, step = sweep / pieces * radian;
  const double k = 4.0 / 3 * std::tan(step / 4);
  double angle = start * radian;
  const double center_x = x_ - radius_x * std::cos(angle);
  const double center_y = y_ - radius_y * std::sin(angle);
  for (int i = 0; i < pieces; ++i, angle += step) {
    const double c1 = std::cos(angle), s1 = std::sin(angle);
    const double c2 = std::cos(angle + step), s2 = std::sin(angle + step);
    curve(center_x + radius_x * (c1 - k * s1), center_y + radius_y * (s1 + k * c1),
          center_x + radius_x * (c2 + k * s2), center_y + radius_y * (s2 - k * c2),
          center_x + radius_x * c2, center_y + radius_y * s2);
  }
}

void Outline::close() {
  path_.emplace_back().kind = PathSegment::Kind::close;
}

void Outline::polygon(const std::vector<std::pair<double, double>>& shares) {
  for (const auto& point : shares) {
    const double x = point.first * width_, y = point.second * height_;
    &point == shares.data() ? move(x, y) : line(x, y);
  }
  close();
}

void Outline::rectangle(double left, double top, double right, double bottom) {
  move(left, top), line(right, top), line(right, bottom), line(left, bottom), close();
}

void Outline::ellipse(double left, double top, double right, double bottom) {
  move(left, (top + bottom) / 2);
  arc((right - left) / 2, (bottom - top) / 2, 180, 360);
  close();
}

} // namespace saraban::document
