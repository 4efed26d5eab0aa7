// What the picture module (saraban-pictures.so, opened on demand) offers.
#pragma once

#include "base/limits.h"

#include <optional>
#include <string>
#include <string_view>

namespace saraban::pictures {

struct Converters {
  std::optional<std::string> (*upright_jpeg)(std::string_view jpeg, int orientation,
                                             const Limits& limits);
  std::optional<std::string> (*webp_as_png)(std::string_view bytes, const Limits& limits);
  std::optional<std::string> (*svg_as_png)(std::string_view bytes, const Limits& limits);
};

inline constexpr const char* pictures_file = "saraban-pictures.so";
inline constexpr const char* converters_symbol = "saraban_picture_converters";

} // namespace saraban::pictures
