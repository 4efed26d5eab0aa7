// Boxes of frames and cells: borders, padding, background, shadow (ODF 1.3 Part 3, 20.183 to
// 20.213).
#pragma once

#include "odt/reader.h"

namespace saraban::odt {

/// Borders and padding of a box: a cell or a frame. Nothing of a border's `space` is set.
struct BoxProperties {
  document::Borders borders;
  Sides padding;
};

/// fo:border, fo:padding and their sides in a properties element: the nearest style that says
/// something about a side, for it alone or for all, decides.
BoxProperties read_box(const Style* style, const Style& standard, const char* properties);
/// fo:background-color; nothing for none and "transparent".
std::optional<Color> read_background(const Style* style, const Style& standard,
                                     const char* properties);
/// style:shadow; nothing for "none".
std::optional<document::Shadow> read_shadow(std::string_view text);

} // namespace saraban::odt
