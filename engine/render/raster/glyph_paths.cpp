// Outlines of glyphs as Cairo paths.
#include "render/raster/glyph_paths.h"

#include <hb.h>

namespace saraban::render::raster {
namespace {

using Kind = GlyphStep::Kind;

struct Pen {
  std::vector<GlyphStep> steps;
  float x = 0, y = 0;

  void add(GlyphStep step) {
    steps.push_back(step);
    x = step.x, y = step.y;
  }
};

void move_to(hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x, float y, void*) {
  static_cast<Pen*>(pen)->add({Kind::move, 0, 0, 0, 0, x, y});
}
void line_to(hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x, float y, void*) {
  static_cast<Pen*>(pen)->add({Kind::line, 0, 0, 0, 0, x, y});
}
void quadratic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float cx, float cy, float x,
                  float y, void*) {
  Pen& pen = *static_cast<Pen*>(data);
  pen.add({Kind::curve, pen.x + (cx - pen.x) * 2 / 3, pen.y + (cy - pen.y) * 2 / 3,
           x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, x, y});
}
void cubic_to(hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float ax, float ay, float bx, float by,
              float x, float y, void*) {
  static_cast<Pen*>(pen)->add({Kind::curve, ax, ay, bx, by, x, y});
}
void close_path(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
  Pen& pen = *static_cast<Pen*>(data);
  pen.steps.push_back({Kind::close, 0, 0, 0, 0, pen.x, pen.y});
}

hb_draw_funcs_t* make_funcs() {
  hb_draw_funcs_t* funcs = hb_draw_funcs_create();
  hb_draw_funcs_set_move_to_func(funcs, move_to, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(funcs, line_to, nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(funcs, quadratic_to, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(funcs, cubic_to, nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(funcs, close_path, nullptr, nullptr);
  hb_draw_funcs_make_immutable(funcs);
  return funcs;
}

} // namespace

const std::vector<GlyphStep>& GlyphPaths::steps(const font::Face& face, std::uint32_t glyph) {
  static hb_draw_funcs_t* const funcs = make_funcs(); // immutable once made
  const auto [place, is_new] = paths_.try_emplace({&face, glyph});
  if (is_new) {
    Pen pen;
    hb_font_get_glyph_shape(face.shaper(), glyph, funcs, &pen);
    place->second = std::move(pen.steps);
  }
  return place->second;
}

} // namespace saraban::render::raster
