// Telling pictures apart, and the module that converts them.
#include "pictures/pictures.h"

#include "base/module.h"
#include "pictures/module.h"

#include <algorithm>

namespace saraban::pictures {
namespace {

const Converters& converters() {
  using Entry = const Converters*();
  static const Converters* known =
      reinterpret_cast<Entry*>(open_module(pictures_file, converters_symbol))();
  return *known;
}

/// Numbers of a TIFF structure, in its byte order.
class Tiff {
public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}
  std::uint32_t number(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || bytes_.size() - at < size) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
      value = value << 8 | static_cast<unsigned char>(bytes_[at + (little_ ? size - 1 - i : i)]);
    return value;
  }

private:
  std::string_view bytes_;
  bool little_;
};

/// Of the first image directory, tag 274.
int orientation_in(std::string_view exif) {
  const Tiff tiff(exif);
  const std::size_t directory = tiff.number(4, 4);
  const std::size_t count = tiff.number(directory, 2);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = directory + 2 + 12 * i;
    if (tiff.number(entry, 2) != 274) continue;
    const std::uint32_t value = tiff.number(entry + 8, 2);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

} // namespace

int orientation_of(std::string_view jpeg) {
  constexpr std::string_view exif("Exif\0\0", 6);
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(jpeg[at]); };
  for (std::size_t at = 2; at + 4 <= jpeg.size() && byte(at) == 0xFF;) {
    if (byte(at + 1) == 0xDA) break; // The picture itself.
    const std::size_t size = static_cast<std::size_t>(byte(at + 2) << 8 | byte(at + 3));
    const std::string_view segment = jpeg.substr(at + 4, std::max<std::size_t>(size, 2) - 2);
    if (byte(at + 1) == 0xE1 && segment.starts_with(exif))
      return orientation_in(segment.substr(exif.size()));
    at += 2 + std::max<std::size_t>(size, 2);
  }
  return 1;
}

bool is_webp(std::string_view bytes) {
  return bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP";
}

/// An XML document whose first element is svg.
bool is_svg(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  const std::size_t first = head.find('<');
  return first != head.npos && head.find_first_not_of("\xEF\xBB\xBF \t\r\n") == first &&
         (head.find("<svg") != head.npos || head.find(":svg") != head.npos);
}

std::optional<std::string> upright_jpeg(std::string_view jpeg, int orientation,
                                        const Limits& limits) {
  return converters().upright_jpeg(jpeg, orientation, limits);
}

std::optional<std::string> webp_as_png(std::string_view bytes, const Limits& limits) {
  return converters().webp_as_png(bytes, limits);
}

std::optional<std::string> svg_as_png(std::string_view bytes, const Limits& limits) {
  return converters().svg_as_png(bytes, limits);
}

} // namespace saraban::pictures
