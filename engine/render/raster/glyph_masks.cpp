// Coverage of glyphs at a pixel size, by FreeType's rasteriser.
#include "render/raster/glyph_masks.h"

#include <cmath>
#include <ft2build.h>
#include <new>
#include FT_OUTLINE_H

namespace saraban::render::raster {
namespace {

constexpr std::size_t most_points = 30'000;
constexpr int most_pixels = 1000;

/// FreeType's outline: points in 1/64 pixel, y upwards, and how each lies on its contour.
struct Contours {
  std::vector<FT_Vector> points;
  std::vector<char> tags;
  std::vector<short> ends;

  void add(FT_Vector point, char tag) {
    points.push_back(point);
    tags.push_back(tag);
  }
  void close() {
    const std::size_t begun = ends.empty() ? 0 : static_cast<std::size_t>(ends.back()) + 1;
    if (points.size() > begun) ends.push_back(static_cast<short>(points.size() - 1));
  }
};

Contours contours(const std::vector<GlyphStep>& steps, const GlyphMasks::Scale& scale,
                  GlyphMasks::Phase phase) {
  Contours c;
  const auto at = [&](float x, float y) {
    const float up = y * scale.down;
    const float across = x * scale.across + up * scale.slant + static_cast<float>(phase.across) / 4;
    const float raised = up - static_cast<float>(phase.down) / 4;
    return FT_Vector{std::lround(across * 64), std::lround(raised * 64)};
  };
  using Kind = GlyphStep::Kind;
  for (const GlyphStep& s : steps) {
    if (s.kind == Kind::move) c.close();
    if (s.kind == Kind::curve) {
      c.add(at(s.x1, s.y1), FT_CURVE_TAG_CUBIC);
      c.add(at(s.x2, s.y2), FT_CURVE_TAG_CUBIC);
    }
    if (s.kind != Kind::close) c.add(at(s.x, s.y), FT_CURVE_TAG_ON);
  }
  c.close();
  return c;
}

int floor_pixels(FT_Pos v) {
  return static_cast<int>(v >> 6);
}

} // namespace

GlyphMasks::GlyphMasks(GlyphPaths& paths) : paths_(paths) {
  if (FT_Init_FreeType(&library_) != 0) throw std::bad_alloc();
}

GlyphMasks::~GlyphMasks() {
  FT_Done_FreeType(library_);
}

const Mask& GlyphMasks::mask(const font::Face& face, std::uint32_t glyph, const Scale& scale,
                             GlyphMasks::Phase phase) {
  const auto [place, is_new] = masks_.try_emplace({&face, glyph, scale, phase});
  if (is_new) place->second = draw(place->first);
  return place->second;
}

Mask GlyphMasks::draw(const Key& key) {
  Contours c = contours(paths_.steps(*key.face, key.glyph), key.scale, key.phase);
  Mask mask;
  if (c.points.empty() || c.points.size() > most_points) return mask;
  FT_Outline outline{};
  outline.n_contours = static_cast<short>(c.ends.size());
  outline.n_points = static_cast<short>(c.points.size());
  outline.points = c.points.data();
  outline.tags = c.tags.data();
  outline.contours = c.ends.data();
  FT_BBox box;
  FT_Outline_Get_CBox(&outline, &box);
  mask.left = floor_pixels(box.xMin);
  mask.top = -floor_pixels(box.yMax + 63);
  mask.width = floor_pixels(box.xMax + 63) - mask.left;
  mask.height = -floor_pixels(box.yMin) - mask.top;
  if (mask.width > most_pixels || mask.height > most_pixels || mask.width <= 0 || mask.height <= 0)
    return {};
  mask.coverage.resize(static_cast<std::size_t>(mask.width) *
                       static_cast<std::size_t>(mask.height));
  FT_Bitmap bitmap{};
  bitmap.rows = static_cast<unsigned>(mask.height);
  bitmap.width = static_cast<unsigned>(mask.width);
  bitmap.pitch = mask.width;
  bitmap.buffer = mask.coverage.data();
  bitmap.num_grays = 256;
  bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
  FT_Outline_Translate(&outline, -FT_Pos{mask.left} * 64, FT_Pos{mask.top + mask.height} * 64);
  if (FT_Outline_Get_Bitmap(library_, &outline, &bitmap) != 0) return {};
  return mask;
}

} // namespace saraban::render::raster
