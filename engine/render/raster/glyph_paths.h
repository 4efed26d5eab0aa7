// Outlines of glyphs as Cairo paths, each read from its face once.
#pragma once

#include "font/face.h"

#include <cairo.h>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace saraban::render::raster {

struct GlyphStep {
  enum class Kind : std::uint8_t { move, line, curve, close } kind = Kind::move;
  float x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0, y = 0; ///< Design units, y upwards.
};

class GlyphPaths {
public:
  /// Without hinting; the face must outlive this.
  const std::vector<GlyphStep>& steps(const font::Face& face, std::uint32_t glyph);

private:
  struct Key {
    const font::Face* face;
    std::uint32_t glyph;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const {
      return std::hash<const void*>()(key.face) * 31 + key.glyph;
    }
  };
  std::unordered_map<Key, std::vector<GlyphStep>, Hash> paths_;
};

} // namespace saraban::render::raster
