// One page to pixels, by Cairo.
#pragma once

#include "render/module/raster.h"

namespace saraban::render::raster {

/// Implements module::DrawPage.
picture::Bitmap draw_page(const page::Pages& pages, std::size_t page, double dpi,
                          const Limits& limits, Diagnostics& diagnostics);

} // namespace saraban::render::raster
