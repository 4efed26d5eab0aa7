// What a glyph covers.
#include "font/bounds.h"

#include <hb.h>

namespace saraban::font {

std::optional<GlyphBounds> bounds_of(const Face& face, std::uint32_t glyph) {
  hb_glyph_extents_t extents;
  if (!hb_font_get_glyph_extents(face.shaper(), glyph, &extents)) return std::nullopt;
  if (extents.width == 0 || extents.height == 0) return std::nullopt;
  return GlyphBounds{extents.x_bearing, extents.y_bearing + extents.height,
                     extents.x_bearing + extents.width, extents.y_bearing};
}

} // namespace saraban::font
