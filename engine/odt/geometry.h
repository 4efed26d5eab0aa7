// Outlines of shapes: points, paths, and the enhanced geometry of custom shapes (ODF 1.3 Part 3,
// 10.3 and 10.6).
#pragma once

#include "document/outline.h"

#include <pugixml.hpp>
#include <string_view>
#include <vector>

namespace saraban::odt {

/// Beyond this many segments a path is cut off.
constexpr int most_segments = 100'000;

/// From a shape's own coordinates to its box.
struct Coordinates {
  double from_x = 0, from_y = 0, scale_x = 1, scale_y = 1;
  double x(double value) const { return (value - from_x) * scale_x; }
  double y(double value) const { return (value - from_y) * scale_y; }
};

/// svg:viewBox: left, top, width, height; nothing (all 0) where it is absent or malformed.
struct ViewBox {
  double left = 0, top = 0, width = 0, height = 0;
};
ViewBox read_view_box(pugi::xml_node element);
/// Of a view box over a box of that size; without one, 1/100 mm.
Coordinates coordinates_of(const ViewBox& view, Size size);

/// Numbers of a list, whatever stands between them; "1-2" is two.
std::vector<double> numbers_of(std::string_view text, std::size_t most);
/// draw:points (19.196).
void draw_points(std::string_view points, bool closed, const Coordinates& c,
                 document::Outline& out);
/// svg:d (SVG 1.1, 8.3).
void draw_path(std::string_view path, const Coordinates& c, document::Outline& out);

/// One of the paths of a shape, drawn one after the other.
struct OutlinePart {
  std::vector<document::PathSegment> path;
  bool filled = true, stroked = true;
};
struct EnhancedGeometry {
  std::vector<OutlinePart> parts;
  Sides text_area;             ///< From the box's edges to the first of draw:text-areas.
  std::string_view unreadable; ///< A command that is not drawn; "" for none.
};
/// draw:enhanced-geometry in a box of that size.
EnhancedGeometry read_enhanced_geometry(pugi::xml_node element, Size size);

} // namespace saraban::odt
