// What a glyph covers.
#pragma once

#include "font/face.h"

#include <optional>

namespace saraban::font {

/// From the glyph's origin, in design units, y upwards.
struct GlyphBounds {
  int left = 0, bottom = 0, right = 0, top = 0;
};

/// Nothing for glyphs without ink.
std::optional<GlyphBounds> bounds_of(const Face& face, std::uint32_t glyph);

} // namespace saraban::font
