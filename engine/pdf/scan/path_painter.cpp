// Paths to rules and boxes: what is thin is a rule, what is closed and outlined a box.
#include "pdf/scan/path_painter.h"

#include <algorithm>

namespace saraban::pdf::scan {
namespace {

constexpr double thin = 2.5;          // points: a filled strip of this height is a rule
constexpr double slack = 0.6;         // points: out of level by this is level
constexpr std::size_t most = 400'000; // rules, boxes, points of a path

struct Bounds {
  double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
  double width() const { return right - left; }
  double height() const { return bottom - top; }
};

Bounds bounds_of(const std::vector<Vector>& points) {
  Bounds b;
  for (const Vector p : points) {
    b.left = std::min(b.left, p.x), b.right = std::max(b.right, p.x);
    b.top = std::min(b.top, p.y), b.bottom = std::max(b.bottom, p.y);
  }
  return b;
}

bool level(Vector a, Vector b) {
  return std::abs(a.y - b.y) <= slack;
}
bool upright(Vector a, Vector b) {
  return std::abs(a.x - b.x) <= slack;
}

/// Four corners, the first perhaps twice, and only level and upright sides.
bool is_rectangle(const std::vector<Vector>& p) {
  const std::size_t n = p.size();
  if (n < 4 || n > 5) return false;
  if (n == 5 && !(level(p[0], p[4]) && upright(p[0], p[4]))) return false;
  for (std::size_t i = 0; i < 4; ++i) {
    const Vector a = p[i], b = p[(i + 1) % 4], c = p[(i + 2) % 4];
    const bool turns = (level(a, b) && upright(b, c)) || (upright(a, b) && level(b, c));
    if (!turns) return false;
  }
  return true;
}

Rect rect_of(const Bounds& b) {
  const Point from = to_point({b.left, b.top}), to = to_point({b.right, b.bottom});
  return {from.x, from.y, to.x - from.x, to.y - from.y};
}

} // namespace

void PathPainter::move(Vector to, const GraphicsState& state) {
  if (++points_ > most) return;
  paths_.emplace_back();
  paths_.back().points.push_back(state.to_page.apply(to));
}

void PathPainter::line(Vector to, const GraphicsState& state) {
  if (paths_.empty()) return move(to, state);
  if (++points_ > most) return;
  if (paths_.back().closed) { // ISO 32000-1, 8.5.2.1: goes on where the closed one began
    const Vector start = paths_.back().points.front();
    paths_.emplace_back();
    paths_.back().points.push_back(start);
  }
  paths_.back().points.push_back(state.to_page.apply(to));
}

void PathPainter::curve(Vector to, const GraphicsState& state) {
  line(to, state);
  if (!paths_.empty()) paths_.back().curved = true;
}

void PathPainter::close() {
  if (!paths_.empty()) paths_.back().closed = true;
}

void PathPainter::rectangle(Vector corner, double width, double height,
                            const GraphicsState& state) {
  move(corner, state);
  line({corner.x + width, corner.y}, state);
  line({corner.x + width, corner.y + height}, state);
  line({corner.x, corner.y + height}, state);
  close();
}

void PathPainter::add_rule(Vector from, Vector to, double width, Pattern pattern) {
  if (out_.rules.size() >= most) {
    out_.truncated = true;
    return;
  }
  Rule rule;
  rule.axis =
      std::abs(to.x - from.x) >= std::abs(to.y - from.y) ? Axis::horizontal : Axis::vertical;
  const bool swapped = rule.axis == Axis::horizontal ? to.x < from.x : to.y < from.y;
  if (swapped) std::swap(from, to);
  rule.from = to_point(from), rule.to = to_point(to);
  rule.width = points(std::clamp(width, 0.0, 100.0));
  rule.pattern = pattern;
  out_.rules.push_back(rule);
}

void PathPainter::fill(const Subpath& path) {
  const Bounds b = bounds_of(path.points);
  if (path.points.size() < 2 || std::min(b.width(), b.height()) > thin) return;
  const bool dot = std::max(b.width(), b.height()) <= thin;
  if (path.curved && !dot) return;
  const double middle_x = (b.left + b.right) / 2, middle_y = (b.top + b.bottom) / 2;
  if (dot || b.width() >= b.height())
    add_rule({b.left, middle_y}, {b.right, middle_y}, b.height(),
             dot ? Pattern::broken : Pattern::solid);
  else
    add_rule({middle_x, b.top}, {middle_x, b.bottom}, b.width(), Pattern::solid);
}

void PathPainter::stroke(const Subpath& path, const GraphicsState& state) {
  const double width =
      state.line_width * length(state.to_page.turn({std::sqrt(0.5), std::sqrt(0.5)}));
  const Bounds b = bounds_of(path.points);
  const bool closed = path.closed || path.points.size() == 5;
  const bool thick = b.width() > thin && b.height() > thin;
  if (thick && ((closed && is_rectangle(path.points)) || (path.curved && path.closed))) {
    const bool round = path.curved && path.points.size() <= 5;
    if (out_.boxes.size() < most)
      out_.boxes.push_back({rect_of(b), round ? Shape::round : Shape::rectangle});
    return;
  }
  if (path.curved) return;
  const std::size_t n = path.points.size();
  for (std::size_t i = 0; i + 1 < n + (path.closed ? 1 : 0); ++i) {
    const Vector from = path.points[i], to = path.points[(i + 1) % n];
    if (level(from, to) || upright(from, to)) add_rule(from, to, width, state.dash);
  }
}

void PathPainter::paint(Painting painting, const GraphicsState& state) {
  const bool fills = painting != Painting::stroke && state.fill == Ink::seen;
  const bool strokes = painting != Painting::fill && state.stroke == Ink::seen;
  if (fills && !strokes && paths_.size() == 2 && is_rectangle(paths_[0].points) &&
      is_rectangle(paths_[1].points)) { // a frame: one rectangle cut out of another
    const Bounds a = bounds_of(paths_[0].points), b = bounds_of(paths_[1].points);
    const bool around = std::abs(std::abs(a.left - b.left) - std::abs(a.top - b.top)) <= 1 &&
                        std::abs(a.left - b.left) <= thin && std::abs(a.top - b.top) <= thin &&
                        std::min(a.height(), b.height()) > thin &&
                        std::abs(a.right - b.right) <= thin && a.width() != b.width();
    if (around) {
      if (out_.boxes.size() < most)
        out_.boxes.push_back({rect_of(a.width() > b.width() ? a : b), Shape::rectangle});
      return forget();
    }
  }
  for (const Subpath& path : paths_) {
    if (strokes) stroke(path, state);
    if (fills && !strokes) fill(path);
  }
  forget();
}

void PathPainter::forget() {
  paths_.clear();
  points_ = 0;
}

} // namespace saraban::pdf::scan
