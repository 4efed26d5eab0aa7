// An outline drawn by lines and curves, to a TrueType glyph description.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace saraban::render::embed {

/// Collects contours; cubic curves become quadratic ones that stay within a tolerance.
class Outline {
public:
  struct At {
    double x = 0, y = 0;
  };

  /// In design units.
  explicit Outline(double tolerance) : tolerance_(tolerance) {}

  void move_to(At to);
  void line_to(At to);
  void quadratic_to(At control, At to);
  void cubic_to(At control1, At control2, At to);
  /// A simple glyph description (ISO/IEC 14496-22, 5.3.3.1); empty for nothing drawn or more than a
  /// description can hold.
  std::string description() const;

private:
  struct Node {
    std::int32_t x, y;
    bool on_curve;
  };
  void add(At to, bool on_curve);

  double tolerance_;
  At pen_;
  std::vector<std::vector<Node>> contours_;
};

} // namespace saraban::render::embed
