// Building outlines from lines, curves and arcs, in a box of a given size.
#pragma once

#include "base/geometry.h"
#include "document/drawing.h"

#include <utility>
#include <vector>

namespace saraban::document {

/// Takes points in EMU of the box; keeps them in 1/100,000 of it. A box without width or height
/// keeps its points at 0 there.
class Outline {
public:
  explicit Outline(Size size)
      : width_(static_cast<double>(size.width.emu)), height_(static_cast<double>(size.height.emu)) {
  }

  double width() const { return width_; }
  double height() const { return height_; }

  void move(double x, double y);
  void line(double x, double y);
  void curve(double x1, double y1, double x2, double y2, double x, double y);
  /// An elliptic arc from the present point: it starts at `start` degrees of an ellipse with these
  /// radii and sweeps `sweep` degrees, clockwise when positive (ECMA-376 Part 1, 20.1.9.3).
  void arc(double radius_x, double radius_y, double start, double sweep);
  void close();
  /// Straight lines through points given in shares of the box, closed.
  void polygon(const std::vector<std::pair<double, double>>& shares);
  void rectangle(double left, double top, double right, double bottom);
  void ellipse(double left, double top, double right, double bottom);

  std::vector<PathSegment> take() { return std::exchange(path_, {}); }

private:
  std::int32_t share(double value, double whole) const;
  void add(PathSegment::Kind kind, double x, double y);

  double width_, height_, x_ = 0, y_ = 0;
  std::vector<PathSegment> path_;
};

} // namespace saraban::document
