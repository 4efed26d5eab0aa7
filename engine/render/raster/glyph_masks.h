// Coverage of glyphs at a pixel size, each drawn once.
#pragma once

#include "render/raster/glyph_paths.h"

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

struct FT_LibraryRec_;

namespace saraban::render::raster {

/// 0 to 255 for each pixel, rows from the top; the place of its corner from the glyph's origin.
struct Mask {
  int left = 0, top = 0, width = 0, height = 0; ///< y downwards.
  std::vector<std::uint8_t> coverage;
};

/// Glyphs stand at quarters of a pixel.
class GlyphMasks {
public:
  explicit GlyphMasks(GlyphPaths& paths);
  ~GlyphMasks();
  GlyphMasks(const GlyphMasks&) = delete;
  GlyphMasks& operator=(const GlyphMasks&) = delete;

  struct Scale {
    float across = 0, down = 0; ///< Pixels of a design unit.
    float slant = 0;            ///< Pixels across of a pixel up.
    bool operator==(const Scale&) const = default;
  };
  /// Where in its pixel the origin is, in quarters from the left and from the top: 0 to 3.
  struct Phase {
    int across = 0, down = 0;
    bool operator==(const Phase&) const = default;
  };
  /// Empty for blanks, and for glyphs of more than 1,000 pixels.
  const Mask& mask(const font::Face& face, std::uint32_t glyph, const Scale& scale, Phase phase);

private:
  struct Key {
    const font::Face* face;
    std::uint32_t glyph;
    Scale scale;
    Phase phase;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const {
      const std::size_t h = std::hash<const void*>()(key.face) ^ std::hash<float>()(key.scale.down);
      return h * 31 + key.glyph * 16 + static_cast<unsigned>(key.phase.across * 4 + key.phase.down);
    }
  };
  Mask draw(const Key& key);

  GlyphPaths& paths_;
  FT_LibraryRec_* library_ = nullptr;
  std::unordered_map<Key, Mask, Hash> masks_;
};

} // namespace saraban::render::raster
