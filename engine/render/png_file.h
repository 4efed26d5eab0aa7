// Pixels to a PNG file (ISO/IEC 15948).
#pragma once

#include "render/picture/picture.h"

#include <string>

namespace saraban::render {

/// One channel (grey) or three. `dpi` is written as pHYs.
std::string png_file(const picture::Bitmap& bitmap, double dpi);

} // namespace saraban::render
