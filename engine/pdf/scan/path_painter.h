// Paths: from their operators to rules and boxes.
#pragma once

#include "pdf/scan/graphics_state.h"

namespace saraban::pdf::scan {

enum class Painting { fill, stroke, both };

class PathPainter {
public:
  explicit PathPainter(PageMarks& out) : out_(out) {}

  void move(Vector to, const GraphicsState& state);
  void line(Vector to, const GraphicsState& state);
  void curve(Vector to, const GraphicsState& state); ///< By its end alone.
  void close();
  void rectangle(Vector corner, double width, double height, const GraphicsState& state);
  void paint(Painting painting, const GraphicsState& state);
  void forget(); ///< The path was painted, or only clips.

private:
  struct Subpath {
    std::vector<Vector> points; ///< On the page.
    bool curved = false, closed = false;
  };
  void fill(const Subpath& path);
  void stroke(const Subpath& path, const GraphicsState& state);
  void add_rule(Vector from, Vector to, double width, Pattern pattern);

  PageMarks& out_;
  std::vector<Subpath> paths_;
  std::size_t points_ = 0;
};

} // namespace saraban::pdf::scan
