// What the raster module (saraban-raster.so, opened on demand) offers.
#pragma once

#include "base/diagnostics.h"
#include "base/limits.h"
#include "page/page.h"
#include "render/picture/picture.h"

#include <cstddef>

namespace saraban::render::module {

/// Draws one page, white where nothing is: one channel when every pixel is grey, else three. Throws
/// Failure (input: "limit-image-pixels").
using DrawPage = picture::Bitmap(const page::Pages& pages, std::size_t page, double dpi,
                                 const Limits& limits, Diagnostics& diagnostics);

inline constexpr const char* raster_file = "saraban-raster.so";
inline constexpr const char* draw_page_symbol = "saraban_draw_page";

} // namespace saraban::render::module
