// SVG drawn by librsvg, which loads nothing from outside when it is given no place to load from.
#include "pictures/convert/convert.h"

#include <algorithm>
#include <cmath>
#include <librsvg/rsvg.h>
#include <memory>

namespace saraban::pictures::convert {
namespace {

constexpr double dots_per_inch = 300, pixels_per_inch = 96; ///< The second are CSS's.
constexpr double most_side = 8'000;                         ///< Of the picture made.

struct Free {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};

/// In CSS pixels: its own size, else its view box's.
bool natural_size(RsvgHandle* svg, double& width, double& height) {
  if (rsvg_handle_get_intrinsic_size_in_pixels(svg, &width, &height)) return true;
  gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
  RsvgLength unused_width, unused_height;
  RsvgRectangle box;
  rsvg_handle_get_intrinsic_dimensions(svg, &has_width, &unused_width, &has_height, &unused_height,
                                       &has_box, &box);
  width = has_box ? box.width : 300, height = has_box ? box.height : 150;
  return true;
}

/// Cairo's premultiplied native words as RGBA.
std::vector<std::uint8_t> straight(const cairo_surface_t& surface, std::uint32_t width,
                                   std::uint32_t height) {
  auto* source = const_cast<cairo_surface_t*>(&surface);
  const unsigned char* data = cairo_image_surface_get_data(source);
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(source));
  std::vector<std::uint8_t> pixels;
  pixels.reserve(std::size_t{width} * height * 4);
  for (std::uint32_t y = 0; y < height; ++y) {
    const auto* row = reinterpret_cast<const std::uint32_t*>(data + y * stride);
    for (std::uint32_t x = 0; x < width; ++x) {
      const std::uint32_t pixel = row[x], alpha = pixel >> 24;
      for (const int shift : {16, 8, 0}) {
        const std::uint32_t value = pixel >> shift & 0xff;
        pixels.push_back(static_cast<std::uint8_t>(
            alpha == 0 ? 0 : std::min<std::uint32_t>(255, (value * 255 + alpha / 2) / alpha)));
      }
      pixels.push_back(static_cast<std::uint8_t>(alpha));
    }
  }
  return pixels;
}

} // namespace

std::optional<std::string> svg_as_png(std::string_view bytes, const Limits& limits) {
  const std::unique_ptr<RsvgHandle, Free> svg(rsvg_handle_new_from_data(
      reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), nullptr));
  double width = 0, height = 0;
  if (!svg || !natural_size(svg.get(), width, height) || !(width > 0) || !(height > 0))
    return std::nullopt;
  const double scale =
      std::min({dots_per_inch / pixels_per_inch, most_side / width, most_side / height});
  const auto across = static_cast<std::uint32_t>(std::max(1.0, std::round(width * scale)));
  const auto down = static_cast<std::uint32_t>(std::max(1.0, std::round(height * scale)));
  if (std::uint64_t{across} * down > limits.image_pixels) return std::nullopt;
  const std::unique_ptr<cairo_surface_t, Free> surface(cairo_image_surface_create(
      CAIRO_FORMAT_ARGB32, static_cast<int>(across), static_cast<int>(down)));
  const std::unique_ptr<cairo_t, Free> context(cairo_create(surface.get()));
  const RsvgRectangle place{0, 0, static_cast<double>(across), static_cast<double>(down)};
  if (!rsvg_handle_render_document(svg.get(), context.get(), &place, nullptr)) return std::nullopt;
  cairo_surface_flush(surface.get());
  const double per_metre = pixels_per_inch * scale / 0.0254;
  return as_png(straight(*surface, across, down), across, down, 4,
                static_cast<std::uint32_t>(std::lround(per_metre)));
}

} // namespace saraban::pictures::convert
