// The converters of the picture module.
#pragma once

#include "pictures/module.h"

#include <cstdint>
#include <vector>

namespace saraban::pictures::convert {

std::optional<std::string> upright_jpeg(std::string_view jpeg, int orientation,
                                        const Limits& limits);
std::optional<std::string> webp_as_png(std::string_view bytes, const Limits& limits);
std::optional<std::string> svg_as_png(std::string_view bytes, const Limits& limits);

/// Rows from the top of 8-bit samples, three or four a pixel; `per_metre` 0: no resolution is said.
std::optional<std::string> as_png(const std::vector<std::uint8_t>& pixels, std::uint32_t width,
                                  std::uint32_t height, int channels, std::uint32_t per_metre);

} // namespace saraban::pictures::convert
