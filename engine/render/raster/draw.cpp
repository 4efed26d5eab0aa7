// One page to pixels, by Cairo.
#include "render/raster/draw.h"

#include "base/failure.h"
#include "render/raster/glyph_masks.h"
#include "render/raster/glyph_paths.h"
#include "render/raster/pictures.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace saraban::render::raster {
namespace {

struct DestroyContext {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};

/// Slant and stroke of letters that stand in for italic and bold ones, as in the PDF.
constexpr double slant = 0.3333;
double bold_stroke(double points) {
  const double large = std::clamp((points - 9) / 27, 0.0, 1.0);
  return points * (1.0 / 24 + (1.0 / 32 - 1.0 / 24) * large);
}

class Painter {
public:
  Painter(const page::Pages& pages, const Limits& limits, cairo_t* context, double scale)
      : pages_(pages), limits_(limits), cr_(context), scale_(scale), masks_(paths_) {}

  void paint(const page::Page& page) {
    for (const page::Item& item : page.items) std::visit([this](const auto& i) { one(i); }, item);
  }

private:
  void one(const page::GlyphRun& run) {
    if (run.face >= pages_.faces.size() || !pages_.faces[run.face] || run.size.emu <= 0) return;
    const font::Face& face = *pages_.faces[run.face];
    const int units = std::max(face.metrics().units_per_em, 1);
    const double size = run.size.points() / units, across = size * run.scale_percent / 100.0;
    if (saved_ == 0 && !run.synthetic_bold && run.size.points() * scale_ < 200)
      return blend(face, run, across, size);
    set_color(run.color);
    cairo_save(cr_);
    cairo_translate(cr_, run.origin.x.points(), run.origin.y.points());
    double pen = 0;
    for (const page::Glyph& g : run.glyphs) {
      trace(face, g, pen, across, size, run.synthetic_italic ? slant : 0);
      pen += g.advance * across + g.extra.points();
    }
    if (run.synthetic_bold) {
      cairo_set_line_width(cr_, bold_stroke(run.size.points()));
      cairo_fill_preserve(cr_);
      cairo_stroke(cr_);
    } else {
      cairo_fill(cr_);
    }
    cairo_restore(cr_);
  }

  /// Upright text of common size goes straight into the pixels.
  void blend(const font::Face& face, const page::GlyphRun& run, double across, double up) {
    cairo_surface_t* surface = cairo_get_target(cr_);
    cairo_surface_flush(surface);
    const GlyphMasks::Scale scale{static_cast<float>(across * scale_),
                                  static_cast<float>(up * scale_),
                                  run.synthetic_italic ? static_cast<float>(slant) : 0.0F};
    // Baselines stand on whole pixels, as in PDF readers; marks keep their distance from them.
    const double baseline = std::round(run.origin.y.points() * scale_) * 4;
    double pen = run.origin.x.points();
    for (const page::Glyph& g : run.glyphs) {
      const double x = std::round((pen + g.x_offset * across) * scale_ * 4);
      const double y = baseline - std::round(g.y_offset * up * scale_ * 4);
      pen += g.advance * across + g.extra.points();
      if (std::abs(x) > 1e6 || std::abs(y) > 1e6) continue;
      const int quarters_x = static_cast<int>(x), quarters_y = static_cast<int>(y);
      const Mask& mask = masks_.mask(face, g.id, scale, {quarters_x & 3, quarters_y & 3});
      blend_mask(surface, mask, quarters_x >> 2, quarters_y >> 2, run.color);
    }
    cairo_surface_mark_dirty(surface);
  }

  static void blend_mask(cairo_surface_t* surface, const Mask& mask, int x, int y, Color color) {
    const int width = cairo_image_surface_get_width(surface);
    const int height = cairo_image_surface_get_height(surface);
    const int first = std::max(0, -(x + mask.left));
    const int last = std::min(mask.width, width - (x + mask.left));
    const auto over = [](unsigned below, unsigned above, unsigned a) {
      return (below * (255 - a) + above * a + 127) / 255;
    };
    for (int row = 0; row < mask.height; ++row) {
      const int line = y + mask.top + row;
      if (line < 0 || line >= height) continue;
      auto* pixels = reinterpret_cast<std::uint32_t*>(cairo_image_surface_get_data(surface) +
                                                      std::ptrdiff_t{line} *
                                                          cairo_image_surface_get_stride(surface));
      const std::uint8_t* coverage = mask.coverage.data() + std::ptrdiff_t{row} * mask.width;
      for (int i = first; i < last; ++i) {
        const unsigned a = coverage[i] * unsigned{color.alpha} / 255;
        if (a == 0) continue;
        std::uint32_t& p = pixels[x + mask.left + i];
        p = over(p >> 16 & 255, color.red, a) << 16 | over(p >> 8 & 255, color.green, a) << 8 |
            over(p & 255, color.blue, a);
      }
    }
  }

  void trace(const font::Face& face, const page::Glyph& g, double pen, double across, double up,
             double slope) {
    const double left = pen + g.x_offset * across;
    const auto y = [&](float v) { return -(static_cast<double>(v) + g.y_offset) * up; };
    const auto x = [&](float h, float v) {
      return left + static_cast<double>(h) * across +
             (static_cast<double>(v) + g.y_offset) * up * slope;
    };
    for (const GlyphStep& s : paths_.steps(face, g.id)) {
      using Kind = GlyphStep::Kind;
      if (s.kind == Kind::move) cairo_move_to(cr_, x(s.x, s.y), y(s.y));
      if (s.kind == Kind::line) cairo_line_to(cr_, x(s.x, s.y), y(s.y));
      if (s.kind == Kind::curve)
        cairo_curve_to(cr_, x(s.x1, s.y1), y(s.y1), x(s.x2, s.y2), y(s.y2), x(s.x, s.y), y(s.y));
      if (s.kind == Kind::close) cairo_close_path(cr_);
    }
  }

  void one(const page::Rule& rule) {
    set_color(rule.color);
    cairo_set_line_width(cr_, rule.width.points());
    set_dash(rule.dash, rule.width);
    if (rule.dash == page::Dash::wave)
      trace_wave(rule);
    else
      move_to(rule.from), line_to(rule.to);
    cairo_stroke(cr_);
    cairo_set_dash(cr_, nullptr, 0, 0);
  }

  /// As in the PDF: half waves of 2 widths, at least 1.5 points.
  void trace_wave(const page::Rule& rule) {
    const double x = rule.from.x.points(), y = rule.from.y.points();
    const double dx = rule.to.x.points() - x, dy = rule.to.y.points() - y;
    const double length = std::hypot(dx, dy), half = std::max(rule.width.points() * 2, 1.5);
    if (length <= 0) return;
    const int count = static_cast<int>(std::min(length / half, 20'000.0)) + 1;
    const double step = length / count, ux = dx / length, uy = dy / length;
    cairo_move_to(cr_, x, y);
    for (int i = 0; i < count; ++i) {
      const double side = (i % 2 == 0 ? -1 : 1) * half * 0.6;
      const double a = step * (i + 0.4), b = step * (i + 0.6), c = step * (i + 1);
      cairo_curve_to(cr_, x + ux * a - uy * side, y + uy * a + ux * side, x + ux * b - uy * side,
                     y + uy * b + ux * side, x + ux * c, y + uy * c);
    }
  }

  void one(const page::Fill& fill) {
    set_color(fill.color);
    rectangle(fill.rect);
    cairo_fill(cr_);
  }

  void one(const page::Path& path) {
    bool begun = false;
    for (const page::PathStep& step : path.steps) {
      using Kind = page::PathStep::Kind;
      if (step.kind == Kind::close)
        cairo_close_path(cr_);
      else if (!begun || step.kind == Kind::move)
        move_to(step.end);
      else if (step.kind == Kind::line)
        line_to(step.end);
      else
        cairo_curve_to(cr_, step.control1.x.points(), step.control1.y.points(),
                       step.control2.x.points(), step.control2.y.points(), step.end.x.points(),
                       step.end.y.points());
      begun = begun || step.kind != Kind::close;
    }
    if (path.fill) {
      set_color(*path.fill);
      cairo_set_fill_rule(cr_, path.even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
      cairo_fill_preserve(cr_);
      cairo_set_fill_rule(cr_, CAIRO_FILL_RULE_WINDING);
    }
    if (path.stroke) {
      set_color(*path.stroke);
      cairo_set_line_width(cr_, path.stroke_width.points());
      set_dash(path.dash, path.stroke_width);
      cairo_stroke_preserve(cr_);
      cairo_set_dash(cr_, nullptr, 0, 0);
    }
    cairo_new_path(cr_);
  }

  void one(const page::Image& image) {
    if (image.image >= pages_.images.size()) return;
    const auto [place, is_new] = pictures_.try_emplace(image.image);
    if (is_new) place->second = read_picture(pages_.images[image.image], limits_);
    cairo_surface_t* surface = place->second.get();
    if (surface == nullptr) return one(page::Fill{image.rect, {217, 217, 217, 255}});
    const double across = 1 - (image.crop_left + image.crop_right) / 100'000.0;
    const double down = 1 - (image.crop_top + image.crop_bottom) / 100'000.0;
    if (across < 1e-4 || down < 1e-4 || image.rect.width.emu <= 0 || image.rect.height.emu <= 0)
      return;
    const double width = image.rect.width.points() / across;
    const double height = image.rect.height.points() / down;
    cairo_save(cr_);
    rectangle(image.rect);
    cairo_clip(cr_);
    cairo_translate(cr_, image.rect.x.points() - width * image.crop_left / 100'000.0,
                    image.rect.y.points() - height * image.crop_top / 100'000.0);
    cairo_scale(cr_, width / cairo_image_surface_get_width(surface),
                height / cairo_image_surface_get_height(surface));
    cairo_set_source_surface(cr_, surface, 0, 0);
    // Much enlarged pixels keep their edges, as in PDF readers: QR codes stay sharp.
    cairo_matrix_t matrix;
    cairo_get_matrix(cr_, &matrix);
    const double enlarged = std::sqrt(std::abs(matrix.xx * matrix.yy - matrix.xy * matrix.yx));
    cairo_pattern_set_filter(cairo_get_source(cr_),
                             enlarged >= 4 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
    cairo_pattern_set_extend(cairo_get_source(cr_), CAIRO_EXTEND_PAD);
    cairo_paint(cr_);
    cairo_restore(cr_);
  }

  void one(const page::Transform& transform) {
    cairo_save(cr_);
    ++saved_;
    const auto& [a, b, c, d, e, f] = transform.matrix;
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, a, b, c, d, e / 12700, f / 12700);
    if (std::abs(a * d - b * c) > 1e-12) cairo_transform(cr_, &matrix);
    if (!transform.clip) return;
    rectangle(*transform.clip);
    cairo_clip(cr_);
  }
  void one(const page::Restore&) {
    if (saved_ == 0) return;
    --saved_;
    cairo_restore(cr_);
  }
  void one(const page::Link&) {}
  void one(const page::Destination&) {}
  void one(const page::TagBegin&) {}
  void one(const page::TagEnd&) {}
  void one(const page::FieldBegin&) {}
  void one(const page::FieldEnd&) {}

  void set_color(Color c) {
    cairo_set_source_rgba(cr_, c.red / 255.0, c.green / 255.0, c.blue / 255.0, c.alpha / 255.0);
  }
  void set_dash(page::Dash dash, Length width) {
    const double w = std::max(width.points(), 0.25);
    const double patterns[][6] = {
        {w, w}, {4 * w, 3 * w}, {4 * w, 3 * w, w, 3 * w}, {4 * w, 3 * w, w, 3 * w, w, 3 * w}};
    if (dash == page::Dash::dotted) cairo_set_dash(cr_, patterns[0], 2, 0);
    if (dash == page::Dash::dashed) cairo_set_dash(cr_, patterns[1], 2, 0);
    if (dash == page::Dash::dot_dash) cairo_set_dash(cr_, patterns[2], 4, 0);
    if (dash == page::Dash::dot_dot_dash) cairo_set_dash(cr_, patterns[3], 6, 0);
  }
  void move_to(Point p) { cairo_move_to(cr_, p.x.points(), p.y.points()); }
  void line_to(Point p) { cairo_line_to(cr_, p.x.points(), p.y.points()); }
  void rectangle(const Rect& r) {
    cairo_rectangle(cr_, r.x.points(), r.y.points(), r.width.points(), r.height.points());
  }

  const page::Pages& pages_;
  const Limits& limits_;
  cairo_t* cr_;
  double scale_; ///< Pixels of a point.
  GlyphPaths paths_;
  GlyphMasks masks_;
  std::map<std::uint32_t, Surface> pictures_;
  int saved_ = 0;
};

bool is_grey(const std::uint32_t* row, std::size_t width) {
  std::uint32_t differences = 0;
  for (std::size_t x = 0; x < width; ++x)
    differences |= (row[x] ^ row[x] >> 8) & 0xffff; // red to green, green to blue
  return differences == 0;
}

picture::Bitmap to_bitmap(cairo_surface_t* surface, int width, int height) {
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
  const auto w = static_cast<std::size_t>(width), h = static_cast<std::size_t>(height);
  const unsigned char* rows = cairo_image_surface_get_data(surface);
  const auto row = [&](std::size_t y) {
    return reinterpret_cast<const std::uint32_t*>(rows + y * stride);
  };
  bool grey = true;
  for (std::size_t y = 0; grey && y < h; ++y) grey = is_grey(row(y), w);
  picture::Bitmap bitmap{
      static_cast<std::uint32_t>(w), static_cast<std::uint32_t>(h), grey ? 1 : 3, {}};
  bitmap.pixels.resize(w * h * (grey ? 1 : 3));
  char* out = bitmap.pixels.data();
  for (std::size_t y = 0; y < h; ++y) {
    const std::uint32_t* in = row(y);
    if (grey)
      for (std::size_t x = 0; x < w; ++x) out[x] = static_cast<char>(in[x]);
    for (std::size_t x = 0; !grey && x < w; ++x)
      for (const std::size_t c : {0, 1, 2})
        out[3 * x + c] = static_cast<char>(in[x] >> (16 - 8 * c));
    out += w * (grey ? 1 : 3);
  }
  return bitmap;
}

} // namespace

picture::Bitmap draw_page(const page::Pages& pages, std::size_t page, double dpi,
                          const Limits& limits, Diagnostics&) {
  const page::Page& source = pages.pages.at(page);
  const double scale = std::clamp(dpi, 1.0, 10'000.0) / 72;
  const double width = std::max(std::round(source.size.width.points() * scale), 1.0);
  const double height = std::max(std::round(source.size.height.points() * scale), 1.0);
  const bool too_large = width > 32'000 || height > 32'000;
  if (too_large || width * height > static_cast<double>(limits.image_pixels))
    throw Failure(Fault::input, "limit-image-pixels", {},
                  {{"limit", std::to_string(limits.image_pixels)}});
  const int w = static_cast<int>(width), h = static_cast<int>(height);
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, w, h));
  const std::unique_ptr<cairo_t, DestroyContext> context(cairo_create(surface.get()));
  cairo_set_source_rgb(context.get(), 1, 1, 1);
  cairo_paint(context.get());
  cairo_scale(context.get(), scale, scale);
  Painter(pages, limits, context.get(), scale).paint(source);
  if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS) throw std::bad_alloc();
  cairo_surface_flush(surface.get());
  return to_bitmap(surface.get(), w, h);
}

} // namespace saraban::render::raster
