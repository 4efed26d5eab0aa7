// Pixels of pictures that cannot be embedded as they are.
#include "render/picture/picture.h"

#include <array>
#include <png.h>

namespace saraban::render::picture {
namespace {

unsigned byte(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}
unsigned little16(std::string_view bytes, std::size_t at) {
  return byte(bytes, at) | byte(bytes, at + 1) << 8;
}

/// Data sub-blocks joined; `at` moves behind them.
std::string sub_blocks(std::string_view bytes, std::size_t& at) {
  std::string data;
  while (at < bytes.size()) {
    const std::size_t size = byte(bytes, at++);
    if (size == 0) break;
    data += bytes.substr(at, size);
    at += size;
  }
  return data;
}

/// GIF's LZW: codes of growing width, least significant bit first (GIF89a, appendix F).
class Lzw {
public:
  Lzw(std::string_view data, unsigned width) : data_(data), root_(1u << width), width_(width + 1) {
    for (unsigned i = 0; i < root_; ++i) table_[i] = {0, 1, static_cast<char>(i)};
    next_ = root_ + 2;
  }

  std::string decode(std::size_t wanted) {
    std::string out;
    const unsigned first_width = width_;
    int previous = -1;
    while (out.size() < wanted) {
      const unsigned code = read();
      if (code == root_ + 1 || ended_) break;
      if (code == root_) {
        width_ = first_width, next_ = root_ + 2, previous = -1;
        continue;
      }
      if (code > next_ || (code == next_ && previous < 0)) break;
      if (previous >= 0 && next_ < table_.size()) {
        const unsigned last = static_cast<unsigned>(previous);
        const char first = first_of(code == next_ ? last : code);
        table_[next_++] = {static_cast<std::uint16_t>(last),
                           static_cast<std::uint16_t>(table_[last].length + 1), first};
        if (next_ == 1u << width_ && width_ < 12) ++width_;
      }
      if (code >= next_) break;
      append(out, code);
      previous = static_cast<int>(code);
    }
    out.resize(wanted);
    return out;
  }

private:
  struct Entry {
    std::uint16_t prefix = 0, length = 0;
    char last = 0;
  };
  unsigned read() {
    while (bit_count_ < width_) {
      if (at_ >= data_.size()) return ended_ = true, 0u;
      bits_ |= byte(data_, at_++) << bit_count_;
      bit_count_ += 8;
    }
    const unsigned code = bits_ & ((1u << width_) - 1);
    bits_ >>= width_;
    bit_count_ -= width_;
    return code;
  }
  char first_of(unsigned code) const {
    while (table_[code].length > 1) code = table_[code].prefix;
    return table_[code].last;
  }
  void append(std::string& out, unsigned code) const {
    std::size_t at = out.size() + table_[code].length;
    out.resize(at);
    for (; table_[code].length > 1; code = table_[code].prefix) out[--at] = table_[code].last;
    if (table_[code].length == 1) out[--at] = table_[code].last;
  }

  std::string_view data_;
  std::size_t at_ = 0;
  unsigned root_, width_, next_ = 0, bits_ = 0, bit_count_ = 0;
  bool ended_ = false;
  std::array<Entry, 4096> table_{};
};

struct Frame {
  unsigned left = 0, top = 0, width = 0, height = 0;
  bool interlaced = false;
  std::string_view colors;
  int transparent = -1;
  std::string indices;
};

/// The row of the picture that the n-th stored row is (GIF89a, appendix E).
unsigned interlaced_row(unsigned n, unsigned height) {
  constexpr unsigned starts[] = {0, 4, 2, 1}, steps[] = {8, 8, 4, 2};
  for (int pass = 0; pass < 4; ++pass) {
    const unsigned rows =
        height > starts[pass] ? (height - starts[pass] + steps[pass] - 1) / steps[pass] : 0;
    if (n < rows) return starts[pass] + n * steps[pass];
    n -= rows;
  }
  return 0;
}

std::optional<Frame> read_frame(std::string_view bytes, std::size_t at, int transparent,
                                std::string_view global, std::uint64_t most_pixels) {
  Frame f;
  f.left = little16(bytes, at + 1), f.top = little16(bytes, at + 3);
  f.width = little16(bytes, at + 5), f.height = little16(bytes, at + 7);
  const unsigned flags = byte(bytes, at + 9);
  f.interlaced = (flags & 0x40) != 0;
  f.transparent = transparent;
  f.colors = global;
  at += 10;
  if (at >= bytes.size()) return std::nullopt;
  if (flags & 0x80) {
    f.colors = bytes.substr(at, std::size_t{3} << ((flags & 7) + 1));
    at += std::size_t{3} << ((flags & 7) + 1);
  }
  const unsigned width = byte(bytes, at++);
  const std::uint64_t pixels = std::uint64_t{f.width} * f.height;
  if (width < 1 || width > 11 || pixels == 0 || pixels > most_pixels) return std::nullopt;
  const std::string data = sub_blocks(bytes, at);
  f.indices = Lzw(data, width).decode(pixels);
  return f;
}

Bitmap place_frame(const Frame& f, unsigned width, unsigned height) {
  Bitmap bitmap{width, height, 4, std::string(std::size_t{4} * width * height, '\0')};
  for (unsigned n = 0; n < f.height; ++n) {
    const unsigned row = f.top + (f.interlaced ? interlaced_row(n, f.height) : n);
    if (row >= height) continue;
    for (unsigned x = 0; x < f.width && f.left + x < width; ++x) {
      const unsigned index = byte(f.indices, std::size_t{n} * f.width + x);
      if (static_cast<int>(index) == f.transparent) continue;
      char* pixel = &bitmap.pixels[(std::size_t{row} * width + f.left + x) * 4];
      for (std::size_t c = 0; c < 3; ++c)
        pixel[c] = static_cast<char>(byte(f.colors, std::size_t{3} * index + c));
      pixel[3] = '\xff';
    }
  }
  return bitmap;
}

} // namespace

std::optional<Bitmap> decode_png(std::string_view bytes, std::uint64_t most_pixels) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) return std::nullopt;
  Bitmap bitmap{image.width, image.height, 0, {}};
  const bool alpha = (image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
  const bool color = (image.format & PNG_FORMAT_FLAG_COLOR) != 0;
  image.format = color ? (alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB)
                       : (alpha ? PNG_FORMAT_GA : PNG_FORMAT_GRAY);
  image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
  bitmap.channels = (color ? 3 : 1) + (alpha ? 1 : 0);
  if (std::uint64_t{image.width} * image.height > most_pixels) {
    png_image_free(&image);
    return std::nullopt;
  }
  bitmap.pixels.resize(PNG_IMAGE_SIZE(image));
  if (!png_image_finish_read(&image, nullptr, bitmap.pixels.data(), 0, nullptr))
    return std::nullopt;
  return bitmap;
}

std::optional<Bitmap> decode_gif(std::string_view bytes, std::uint64_t most_pixels) {
  const unsigned width = little16(bytes, 6), height = little16(bytes, 8), flags = byte(bytes, 10);
  if (width == 0 || height == 0 || std::uint64_t{width} * height > most_pixels) return std::nullopt;
  std::size_t at = 13;
  std::string_view global;
  if (flags & 0x80 && at < bytes.size()) {
    global = bytes.substr(at, std::size_t{3} << ((flags & 7) + 1));
    at += std::size_t{3} << ((flags & 7) + 1);
  }
  int transparent = -1;
  while (at < bytes.size()) {
    const unsigned block = byte(bytes, at);
    if (block == 0x2C) {
      const auto frame = read_frame(bytes, at, transparent, global, most_pixels);
      return frame ? std::optional(place_frame(*frame, width, height)) : std::nullopt;
    }
    if (block != 0x21) return std::nullopt;
    const bool control = byte(bytes, at + 1) == 0xF9; // graphic control extension
    at += 2;
    const std::string data = sub_blocks(bytes, at);
    if (control && byte(data, 0) & 1) transparent = static_cast<int>(byte(data, 3));
  }
  return std::nullopt;
}

} // namespace saraban::render::picture
