// An outline drawn by lines and curves, to a TrueType glyph description.
#include "render/embed/outline.h"

#include "render/embed/sfnt.h"

#include <algorithm>
#include <cmath>

namespace saraban::render::embed {
namespace {

constexpr std::size_t most_points = 20'000;

double between(double a, double b, double c, double d, double t) {
  const double u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

double slope(double a, double b, double c, double d, double t) {
  const double u = 1 - t;
  return 3 * (u * u * (b - a) + 2 * u * t * (c - b) + t * t * (d - c));
}

} // namespace

void Outline::add(At to, bool on_curve) {
  const auto rounded = [](double v) {
    return static_cast<std::int32_t>(std::lround(std::clamp(v, -16000.0, 16000.0)));
  };
  if (contours_.empty()) contours_.emplace_back();
  contours_.back().push_back({rounded(to.x), rounded(to.y), on_curve});
}

void Outline::move_to(At to) {
  contours_.emplace_back();
  add(to, true);
  pen_ = to;
}

void Outline::line_to(At to) {
  add(to, true);
  pen_ = to;
}

void Outline::quadratic_to(At control, At to) {
  add(control, false);
  add(to, true);
  pen_ = to;
}

// Split evenly into as many pieces as the error of one quadratic (|third difference| × √3 / 36,
// falling with the cube of the count) asks for.
void Outline::cubic_to(At control1, At control2, At to) {
  const At from = pen_;
  const double dx = to.x - 3 * control2.x + 3 * control1.x - from.x;
  const double dy = to.y - 3 * control2.y + 3 * control1.y - from.y;
  const double error = std::hypot(dx, dy) * std::sqrt(3.0) / 36;
  const int pieces = std::clamp(static_cast<int>(std::ceil(std::cbrt(error / tolerance_))), 1, 16);
  for (int i = 0; i < pieces; ++i) {
    const double t = static_cast<double>(i) / pieces, h = 1.0 / pieces;
    const At start{between(from.x, control1.x, control2.x, to.x, t),
                   between(from.y, control1.y, control2.y, to.y, t)};
    const At end{between(from.x, control1.x, control2.x, to.x, t + h),
                 between(from.y, control1.y, control2.y, to.y, t + h)};
    // The piece's own cubic controls, from the slopes at its ends.
    const At c1{start.x + slope(from.x, control1.x, control2.x, to.x, t) * h / 3,
                start.y + slope(from.y, control1.y, control2.y, to.y, t) * h / 3};
    const At c2{end.x - slope(from.x, control1.x, control2.x, to.x, t + h) * h / 3,
                end.y - slope(from.y, control1.y, control2.y, to.y, t + h) * h / 3};
    quadratic_to(
        {(3 * (c1.x + c2.x) - start.x - end.x) / 4, (3 * (c1.y + c2.y) - start.y - end.y) / 4},
        end);
  }
}

std::string Outline::description() const {
  std::vector<Node> nodes;
  std::string ends;
  std::uint32_t contours = 0;
  for (std::vector<Node> contour : contours_) {
    const bool closes_itself = contour.size() > 1 && contour.front().x == contour.back().x &&
                               contour.front().y == contour.back().y && contour.back().on_curve;
    if (closes_itself) contour.pop_back();
    if (contour.size() < 2) continue;
    nodes.insert(nodes.end(), contour.begin(), contour.end());
    if (nodes.size() > most_points) return {};
    append_u16(ends, static_cast<std::uint32_t>(nodes.size() - 1));
    ++contours;
  }
  if (nodes.empty()) return {};
  std::string flags, xs, ys;
  Node last{0, 0, true};
  const auto delta = [](std::string& out, std::int32_t d, char short_bit, char same_bit) {
    if (d == 0) return same_bit;
    if (std::abs(d) > 255) return append_u16(out, static_cast<std::uint32_t>(d)), char{0};
    out += static_cast<char>(std::abs(d));
    return static_cast<char>(short_bit | (d > 0 ? same_bit : 0));
  };
  std::int32_t left = 32767, bottom = 32767, right = -32768, top = -32768;
  for (const Node& n : nodes) {
    const char x = delta(xs, n.x - last.x, 0x02, 0x10), y = delta(ys, n.y - last.y, 0x04, 0x20);
    flags += static_cast<char>((n.on_curve ? 1 : 0) | x | y);
    left = std::min(left, n.x), right = std::max(right, n.x);
    bottom = std::min(bottom, n.y), top = std::max(top, n.y);
    last = n;
  }
  std::string out;
  append_u16(out, contours);
  for (const std::int32_t side : {left, bottom, right, top})
    append_u16(out, static_cast<std::uint32_t>(side));
  return out + ends + std::string(2, '\0') + flags + xs + ys;
}

} // namespace saraban::render::embed
