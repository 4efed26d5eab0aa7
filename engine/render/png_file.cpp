// Pixels to a PNG file.
#include "render/png_file.h"

#include <cmath>
#include <cstring>
#include <libdeflate.h>
#include <memory>
#include <new>

namespace saraban::render {
namespace {

constexpr int level = 3;

struct Release {
  void operator()(libdeflate_compressor* compressor) const {
    libdeflate_free_compressor(compressor);
  }
};

void append_u32(std::string& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xff);
}

void append_chunk(std::string& out, std::string_view kind, std::string_view data) {
  append_u32(out, static_cast<std::uint32_t>(data.size()));
  const std::size_t start = out.size();
  out.append(kind).append(data);
  append_u32(out, libdeflate_crc32(0, out.data() + start, out.size() - start));
}

/// Rows with their filter byte. A row like the one above it is filtered by "up" (all zeros), any
/// other not at all: on pages of text that is the smallest and the fastest.
std::string filtered_rows(const picture::Bitmap& bitmap) {
  const std::size_t width = bitmap.width * static_cast<std::size_t>(bitmap.channels);
  std::string rows(bitmap.height * (1 + width), '\0');
  const char* source = bitmap.pixels.data();
  const char* above = nullptr;
  char* out = rows.data();
  for (std::size_t y = 0; y < bitmap.height; ++y, source += width, out += width) {
    const bool repeated = above != nullptr && std::memcmp(above, source, width) == 0;
    above = source;
    *out++ = repeated ? 2 : 0;
    if (!repeated) std::memcpy(out, source, width);
  }
  return rows;
}

std::string deflated(const std::string& data) {
  const std::unique_ptr<libdeflate_compressor, Release> compressor(
      libdeflate_alloc_compressor(level));
  if (!compressor) throw std::bad_alloc();
  std::string out(libdeflate_zlib_compress_bound(compressor.get(), data.size()), '\0');
  out.resize(
      libdeflate_zlib_compress(compressor.get(), data.data(), data.size(), out.data(), out.size()));
  return out;
}

} // namespace

std::string png_file(const picture::Bitmap& bitmap, double dpi) {
  std::string out = "\x89PNG\r\n\x1a\n", header, density;
  append_u32(header, bitmap.width);
  append_u32(header, bitmap.height);
  header += '\x08';
  header += bitmap.channels == 1 ? '\0' : '\2';
  header.append(3, '\0');
  const auto per_metre = static_cast<std::uint32_t>(std::lround(dpi / 0.0254));
  append_u32(density, per_metre);
  append_u32(density, per_metre);
  density += '\1';
  append_chunk(out, "IHDR", header);
  append_chunk(out, "pHYs", density);
  append_chunk(out, "IDAT", deflated(filtered_rows(bitmap)));
  append_chunk(out, "IEND", "");
  return out;
}

} // namespace saraban::render
