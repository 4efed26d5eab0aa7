// sRGB colours.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace saraban {

struct Color {
  std::uint8_t red = 0, green = 0, blue = 0;
  std::uint8_t alpha = 255; ///< 255 is opaque.
  constexpr bool operator==(const Color&) const = default;
};

inline constexpr Color black{0, 0, 0, 255};
inline constexpr Color white{255, 255, 255, 255};

/// "RRGGBB" or "#RRGGBB", any case; nothing for anything else ("auto" among it).
std::optional<Color> parse_hex_color(std::string_view text);

} // namespace saraban
