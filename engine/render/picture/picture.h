// What a picture's bytes are, read from its headers, and pixels where they must be decoded.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace saraban::render::picture {

enum class Kind { unknown, png, jpeg, gif, bmp, tiff, svg, emf, wmf };
/// By the first bytes, never by a name.
Kind kind_of(std::string_view bytes);
std::string_view name_of(Kind kind); ///< "PNG"; "" for unknown.

/// A baseline or progressive JPEG of 8 bits a sample.
struct Jpeg {
  std::uint32_t width = 0, height = 0;
  int components = 0;    ///< 1, 3 or 4.
  bool inverted = false; ///< CMYK as Adobe writes it: 0 is full ink.
};
std::optional<Jpeg> read_jpeg(std::string_view bytes);

/// A PNG's header and its compressed rows (ISO/IEC 15948).
struct Png {
  std::uint32_t width = 0, height = 0;
  int depth = 8;
  enum Type { grey = 0, rgb = 2, indexed = 3, grey_alpha = 4, rgb_alpha = 6 } type = rgb;
  bool interlaced = false;
  bool transparent = false; ///< An alpha channel or a tRNS chunk.
  std::string_view palette; ///< Three bytes a colour.
  std::string rows;         ///< The IDAT chunks joined: one zlib stream.
};
std::optional<Png> read_png(std::string_view bytes);

/// Rows from the top, without padding; sRGB, 8 bits a sample, alpha not multiplied in.
struct Bitmap {
  std::uint32_t width = 0, height = 0;
  int channels = 3; ///< 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha.
  std::string pixels;
};
/// Nothing when damaged beyond use or larger than `most_pixels`.
std::optional<Bitmap> decode_png(std::string_view bytes, std::uint64_t most_pixels);
/// The first frame.
std::optional<Bitmap> decode_gif(std::string_view bytes, std::uint64_t most_pixels);

} // namespace saraban::render::picture
