// Pictures as Cairo surfaces.
#pragma once

#include "base/limits.h"
#include "page/page.h"

#include <cairo.h>
#include <memory>

namespace saraban::render::raster {

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;

/// PNG, JPEG or GIF; nothing for other kinds, damage, or more pixels than the limits allow.
Surface read_picture(const page::Picture& picture, const Limits& limits);

} // namespace saraban::render::raster
