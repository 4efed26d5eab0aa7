// What a picture's bytes are, read from its headers.
#include "render/picture/picture.h"

#include <algorithm>

namespace saraban::render::picture {
namespace {

unsigned byte(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}
unsigned big16(std::string_view bytes, std::size_t at) {
  return byte(bytes, at) << 8 | byte(bytes, at + 1);
}
std::uint32_t big32(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(big16(bytes, at)) << 16 | big16(bytes, at + 2);
}

bool looks_like_svg(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  const auto first = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return first != head.npos && head[first] == '<' && head.find("<svg") != head.npos;
}

/// SOF markers of Huffman-coded sequential and progressive frames.
bool is_frame(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xC2;
}

} // namespace

Kind kind_of(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return Kind::png;
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return Kind::jpeg;
  if (bytes.starts_with("GIF8"sv)) return Kind::gif;
  if (bytes.starts_with("BM"sv)) return Kind::bmp;
  if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv)) return Kind::tiff;
  if (bytes.starts_with("\xD7\xCD\xC6\x9A"sv)) return Kind::wmf;
  if (bytes.starts_with("\1\0\0\0"sv) &&
      bytes.substr(std::min<std::size_t>(40, bytes.size())).starts_with(" EMF"sv))
    return Kind::emf;
  return looks_like_svg(bytes) ? Kind::svg : Kind::unknown;
}

std::string_view name_of(Kind kind) {
  constexpr std::string_view names[] = {"",     "PNG", "JPEG", "GIF", "BMP",
                                        "TIFF", "SVG", "EMF",  "WMF"};
  return names[static_cast<std::size_t>(kind)];
}

// Segments up to the frame header; an Adobe segment (APP14) may stand on either side of it, so all
// are read up to the scan (ISO/IEC 10918-1, B.2).
std::optional<Jpeg> read_jpeg(std::string_view bytes) {
  Jpeg jpeg;
  bool adobe = false;
  for (std::size_t at = 2; at + 4 <= bytes.size();) {
    if (byte(bytes, at) != 0xFF) return std::nullopt;
    const unsigned marker = byte(bytes, at + 1);
    if (marker == 0xFF || (marker >= 0xD0 && marker <= 0xD7) || marker == 0x01) {
      at += marker == 0xFF ? 1 : 2;
      continue;
    }
    const std::size_t length = big16(bytes, at + 2);
    if (marker == 0xDA || marker == 0xD9 || length < 2) break;
    if (marker == 0xEE && length >= 14 && bytes.substr(at + 4, 5) == "Adobe") adobe = true;
    if (is_frame(marker)) {
      if (byte(bytes, at + 4) != 8) return std::nullopt;
      jpeg.height = big16(bytes, at + 5);
      jpeg.width = big16(bytes, at + 7);
      jpeg.components = static_cast<int>(byte(bytes, at + 9));
    }
    at += 2 + length;
  }
  const int n = jpeg.components;
  if (jpeg.width == 0 || jpeg.height == 0 || (n != 1 && n != 3 && n != 4)) return std::nullopt;
  jpeg.inverted = n == 4 && adobe;
  return jpeg;
}

std::optional<Png> read_png(std::string_view bytes) {
  if (kind_of(bytes) != Kind::png || bytes.size() < 33 || bytes.substr(12, 4) != "IHDR")
    return std::nullopt;
  Png png;
  png.width = big32(bytes, 16);
  png.height = big32(bytes, 20);
  png.depth = static_cast<int>(byte(bytes, 24));
  const unsigned type = byte(bytes, 25);
  if (type > 6 || type == 1 || type == 5) return std::nullopt;
  png.type = static_cast<Png::Type>(type);
  png.interlaced = byte(bytes, 28) != 0;
  png.transparent = png.type == Png::grey_alpha || png.type == Png::rgb_alpha;
  for (std::size_t at = 33; at + 12 <= bytes.size();) {
    const std::size_t length = big32(bytes, at);
    if (length > bytes.size() - at - 12) break;
    const std::string_view kind = bytes.substr(at + 4, 4), data = bytes.substr(at + 8, length);
    if (kind == "PLTE") png.palette = data.substr(0, std::min<std::size_t>(length / 3, 256) * 3);
    if (kind == "tRNS") png.transparent = true;
    if (kind == "IDAT") png.rows += data;
    if (kind == "IEND") break;
    at += 12 + length;
  }
  const bool depth_known =
      png.depth == 1 || png.depth == 2 || png.depth == 4 || png.depth == 8 || png.depth == 16;
  const bool usable = png.width != 0 && png.height != 0 && png.width < 0x80000000u &&
                      png.height < 0x80000000u && depth_known && !png.rows.empty() &&
                      (png.type != Png::indexed || (!png.palette.empty() && png.depth <= 8));
  return usable ? std::optional(std::move(png)) : std::nullopt;
}

} // namespace saraban::render::picture
