// Lines and paths as operators (ISO 32000-1, 8.5).
#pragma once

#include "page/page.h"
#include "render/syntax.h"

#include <string>

namespace saraban::render {

enum class ColorUse { fill, stroke };
/// DeviceGray where the colour is a grey, else DeviceRGB.
void append_color(std::string& out, Color color, ColorUse use);

/// In the current stroke colour; `height` is the page's.
void write_rule(std::string& out, const page::Rule& rule, Milli height);
/// In the current colours.
void write_path(std::string& out, const page::Path& path, Milli height);

} // namespace saraban::render
