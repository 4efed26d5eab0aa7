// Pictures that documents do not take as they are, made into those that they do.
#pragma once

#include "base/limits.h"

#include <optional>
#include <string>
#include <string_view>

namespace saraban::pictures {

/// Of a JPEG: how its EXIF data say that it is held, 1 to 8 (EXIF 2.3, 4.6.4 A); 1 where they say
/// nothing.
int orientation_of(std::string_view jpeg);

/// The JPEG turned and mirrored so that it is upright as it stands; nothing when it is damaged or
/// larger than the limits allow. Throws Failure (machine: "module-missing"), as all below.
std::optional<std::string> upright_jpeg(std::string_view jpeg, int orientation,
                                        const Limits& limits);

bool is_webp(std::string_view bytes);
std::optional<std::string> webp_as_png(std::string_view bytes, const Limits& limits);

bool is_svg(std::string_view bytes);
/// A PNG of 300 dots an inch that says so; what the SVG refers to outside itself is left out.
std::optional<std::string> svg_as_png(std::string_view bytes, const Limits& limits);

} // namespace saraban::pictures
