// Empty boxes as PNG pictures.
#include "fill/image_file.h"

#include <algorithm>
#include <cstdint>
#include <libdeflate.h>
#include <memory>

namespace saraban::fill {
namespace {

void append_big_endian(std::uint32_t value, std::string& out) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
}

void append_chunk(const std::string& type, const std::string& content, std::string& out) {
  append_big_endian(static_cast<std::uint32_t>(content.size()), out);
  const std::string body = type + content;
  out += body;
  append_big_endian(libdeflate_crc32(0, body.data(), body.size()), out);
}

std::string compressed(const std::string& bytes) {
  const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
      libdeflate_alloc_compressor(6), libdeflate_free_compressor);
  std::string out(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), out.data(),
                                      out.size()));
  return out;
}

/// A grey PNG of one bit a pixel.
std::string one_bit_png(std::uint32_t width, std::uint32_t height, const std::string& rows) {
  std::string header;
  append_big_endian(width, header);
  append_big_endian(height, header);
  header += std::string("\x01\x00\x00\x00\x00", 5);
  std::string png("\x89PNG\r\n\x1A\n");
  append_chunk("IHDR", header, png);
  append_chunk("IDAT", compressed(rows), png);
  append_chunk("IEND", "", png);
  return png;
}

} // namespace

std::string box_png(Length width, Length height) {
  constexpr std::int64_t pixel = 36'000 / 10; // A tenth of a millimetre.
  constexpr std::int64_t border = 2, smallest = 8, largest = 4'000;
  const auto across = std::clamp(width.emu / pixel, smallest, largest);
  const auto down = std::clamp(height.emu / pixel, smallest, largest);
  std::string rows;
  for (std::int64_t y = 0; y < down; ++y) {
    const bool is_border = y < border || y >= down - border;
    std::string row(static_cast<std::size_t>((across + 7) / 8), is_border ? '\0' : '\xFF');
    for (std::int64_t x = 0; !is_border && x < border; ++x)
      for (const std::int64_t at : {x, across - 1 - x}) {
        char& byte = row[static_cast<std::size_t>(at / 8)];
        byte = static_cast<char>(byte & ~(0x80 >> at % 8));
      }
    rows += '\0' + row;
  }
  return one_bit_png(static_cast<std::uint32_t>(across), static_cast<std::uint32_t>(down), rows);
}

} // namespace saraban::fill
