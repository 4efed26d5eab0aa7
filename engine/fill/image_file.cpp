// Reading a picture's kind and size from its first bytes.
#include "fill/image_file.h"

#include "pictures/pictures.h"

#include <array>
#include <cstdint>

namespace saraban::fill {
namespace {

constexpr std::int64_t default_dpi = 96;
constexpr std::size_t most_base64 = 64u << 20;

std::uint32_t big_endian(std::string_view s, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i)
    value = value << 8 | (at + i < s.size() ? static_cast<unsigned char>(s[at + i]) : 0u);
  return value;
}
std::uint32_t little_endian(std::string_view s, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = count; i-- > 0;)
    value = value << 8 | (at + i < s.size() ? static_cast<unsigned char>(s[at + i]) : 0u);
  return value;
}

/// Pixels and dots a metre; 0 for "as is usual".
struct Raster {
  std::uint32_t width = 0, height = 0;
  std::uint32_t per_metre_x = 0, per_metre_y = 0;
};

Length length_of(std::uint32_t pixels, std::uint32_t per_metre) {
  if (per_metre < 300 || per_metre > 400'000) // 8 to 10,000 dots an inch
    return Length{static_cast<std::int64_t>(pixels) * 914'400 / default_dpi};
  return Length{static_cast<std::int64_t>(pixels) * 36'000'000 / per_metre};
}

std::optional<Raster> png_size(std::string_view s) {
  if (s.substr(12, 4) != "IHDR") return std::nullopt;
  Raster raster{big_endian(s, 16, 4), big_endian(s, 20, 4), 0, 0};
  for (std::size_t at = 8; at + 12 <= s.size();) {
    const std::uint32_t length = big_endian(s, at, 4);
    const std::string_view type = s.substr(at + 4, 4);
    if (type == "IDAT") break;
    if (type == "pHYs" && big_endian(s, at + 16, 1) == 1)
      raster.per_metre_x = big_endian(s, at + 8, 4), raster.per_metre_y = big_endian(s, at + 12, 4);
    at += 12 + static_cast<std::size_t>(length);
  }
  return raster;
}

/// From the first frame header (ITU-T T.81, B.2.2), with the resolution of the JFIF header.
std::optional<Raster> jpeg_size(std::string_view s) {
  Raster raster;
  for (std::size_t at = 2; at + 9 < s.size();) {
    if (static_cast<unsigned char>(s[at]) != 0xFF) return std::nullopt;
    const auto marker = static_cast<unsigned char>(s[at + 1]);
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    const bool frame =
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame) {
      raster.height = big_endian(s, at + 5, 2), raster.width = big_endian(s, at + 7, 2);
      return raster;
    }
    if (marker == 0xE0 && s.substr(at + 4, 4) == "JFIF") {
      const std::uint32_t unit = big_endian(s, at + 11, 1);
      const std::uint32_t x = big_endian(s, at + 12, 2), y = big_endian(s, at + 14, 2);
      if (unit == 1) raster.per_metre_x = x * 3937 / 100, raster.per_metre_y = y * 3937 / 100;
      if (unit == 2) raster.per_metre_x = x * 100, raster.per_metre_y = y * 100;
    }
    at += 2 + big_endian(s, at + 2, 2);
  }
  return std::nullopt;
}

Raster bmp_size(std::string_view s) {
  const auto height = static_cast<std::int32_t>(little_endian(s, 22, 4));
  return {little_endian(s, 18, 4),
          height < 0 ? 0u - static_cast<std::uint32_t>(height) : static_cast<std::uint32_t>(height),
          little_endian(s, 38, 4), little_endian(s, 42, 4)};
}

/// The bytes of a picture that documents take as it is; null when it cannot be made one.
std::shared_ptr<const std::string> usual_picture(std::shared_ptr<const std::string> bytes,
                                                 const Limits& limits) {
  const auto made = [](std::optional<std::string> picture) {
    return picture ? std::make_shared<const std::string>(std::move(*picture)) : nullptr;
  };
  if (pictures::is_webp(*bytes)) return made(pictures::webp_as_png(*bytes, limits));
  if (pictures::is_svg(*bytes)) return made(pictures::svg_as_png(*bytes, limits));
  if (!bytes->starts_with("\xFF\xD8\xFF")) return bytes;
  const int orientation = pictures::orientation_of(*bytes);
  if (orientation == 1) return bytes;
  const auto upright = made(pictures::upright_jpeg(*bytes, orientation, limits));
  return upright ? upright : bytes;
}

} // namespace

std::optional<ImageFile> read_image(std::shared_ptr<const std::string> given,
                                    const Limits& limits) {
  auto bytes = usual_picture(std::move(given), limits);
  if (!bytes) return std::nullopt;
  const std::string_view s = *bytes;
  std::optional<Raster> raster;
  std::string extension;
  if (s.starts_with("\x89PNG\r\n\x1A\n"))
    raster = png_size(s), extension = "png";
  else if (s.starts_with("\xFF\xD8\xFF"))
    raster = jpeg_size(s), extension = "jpeg";
  else if (s.starts_with("GIF8"))
    raster = Raster{little_endian(s, 6, 2), little_endian(s, 8, 2), 0, 0}, extension = "gif";
  else if (s.starts_with("BM") && s.size() > 46)
    raster = bmp_size(s), extension = "bmp";
  constexpr std::uint32_t most = 1u << 20;
  if (!raster || raster->width == 0 || raster->height == 0 || raster->width > most ||
      raster->height > most)
    return std::nullopt;
  return ImageFile{std::move(bytes), extension, length_of(raster->width, raster->per_metre_x),
                   length_of(raster->height, raster->per_metre_y)};
}

std::shared_ptr<const std::string> drawable_picture(std::shared_ptr<const std::string> bytes,
                                                    const Limits& limits) {
  if (!bytes || !(pictures::is_svg(*bytes) || pictures::is_webp(*bytes))) return bytes;
  const auto drawable = usual_picture(bytes, limits);
  return drawable ? drawable : bytes;
}

std::optional<std::string> decode_base64(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    int value = -1;
    if (c >= 'A' && c <= 'Z') value = c - 'A';
    if (c >= 'a' && c <= 'z') value = c - 'a' + 26;
    if (c >= '0' && c <= '9') value = c - '0' + 52;
    if (c == '+' || c == '-') value = 62;
    if (c == '/' || c == '_') value = 63;
    if (c == '=' || c == '\n' || c == '\r' || c == ' ') continue;
    if (value < 0) return std::nullopt;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  return out;
}

std::shared_ptr<const std::string> image_bytes(const std::string& source,
                                               const Environment& environment) {
  std::string_view text = source;
  if (text.starts_with("data:")) {
    const std::size_t comma = text.find(";base64,");
    if (comma == std::string_view::npos) return nullptr;
    text.remove_prefix(comma + 8);
  } else if (const auto path =
                 source.size() < 1024 ? find_asset(environment, source) : std::nullopt) {
    return std::make_shared<const std::string>(read_file(*path, environment.limits));
  }
  if (text.size() < 16 || text.size() > most_base64) return nullptr;
  auto bytes = decode_base64(text);
  return bytes ? std::make_shared<const std::string>(std::move(*bytes)) : nullptr;
}

} // namespace saraban::fill
