// Boxes and ticks that the face at hand lacks.
#include "layout/paragraph/sign.h"

#include <algorithm>

namespace saraban::layout {
namespace {

using page::PathStep;

/// Hundredths of the box's side, from its lower left corner.
struct Corner {
  int across = 0, up = 0;
};

class Lines {
public:
  Lines(Point corner, Length side) : corner_(corner), side_(side) {}
  void box() {
    line({{0, 0}, {100, 0}, {100, 100}, {0, 100}});
    path_.steps.push_back({PathStep::Kind::close, {}, {}, {}});
  }
  void tick() { line({{18, 48}, {42, 20}, {84, 84}}); }
  void cross() {
    line({{20, 20}, {80, 80}});
    line({{20, 80}, {80, 20}});
  }
  page::Path finish(Color color) {
    path_.stroke = color;
    path_.stroke_width = std::max(side_.scaled(8, 100), points(0.5));
    return std::move(path_);
  }

private:
  void line(std::initializer_list<Corner> corners) {
    auto kind = PathStep::Kind::move;
    for (const Corner& c : corners) {
      const Point at{corner_.x + side_.scaled(c.across, 100), corner_.y - side_.scaled(c.up, 100)};
      path_.steps.push_back({kind, {}, {}, at});
      kind = PathStep::Kind::line;
    }
  }

  Point corner_;
  Length side_;
  page::Path path_;
};

} // namespace

std::optional<page::Path> sign(char32_t code, Point origin, Length width, Length size,
                               Color color) {
  const bool box = code >= 0x2610 && code <= 0x2612;
  const bool tick = code == 0x2611 || code == 0x2713 || code == 0x2714;
  const bool cross = code == 0x2612 || code == 0x2717;
  if (!box && !tick && !cross) return std::nullopt;
  const Length side = std::min(width.scaled(84, 100), size.scaled(90, 100));
  Lines lines({origin.x + (width - side) / 2, origin.y + side.scaled(8, 100)}, side);
  if (box) lines.box();
  if (tick) lines.tick();
  if (cross) lines.cross();
  return lines.finish(color);
}

} // namespace saraban::layout
