// QR codes and empty boxes as PNG pictures.
#include "fill/image_file.h"

#include <algorithm>
#include <cstdint>
#include <libdeflate.h>
#include <memory>
#include <qrencode.h>
#include <vector>

namespace saraban::fill {
namespace {

constexpr int quiet_zone = 4;         ///< Modules, ISO/IEC 18004, 9.1.
constexpr int pixels_per_module = 10; ///< Crisp at any usual size on paper.

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

/// Rows of one bit a pixel, each after filter byte 0; 1 is white.
std::string rows_of(const QRcode& code) {
  const int side = (code.width + 2 * quiet_zone) * pixels_per_module;
  std::string row(static_cast<std::size_t>((side + 7) / 8 + 1), '\0'), rows;
  for (int y = -quiet_zone; y < code.width + quiet_zone; ++y) {
    row.assign(row.size(), '\xFF');
    row[0] = '\0';
    for (int x = 0; x < code.width; ++x) {
      if (y < 0 || y >= code.width || (code.data[y * code.width + x] & 1) == 0) continue;
      for (int i = 0; i < pixels_per_module; ++i) {
        const auto pixel = static_cast<std::size_t>((x + quiet_zone) * pixels_per_module + i);
        char& byte = row[1 + pixel / 8];
        byte = static_cast<char>(byte & ~(0x80 >> pixel % 8));
      }
    }
    for (int i = 0; i < pixels_per_module; ++i) rows += row;
  }
  return rows;
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

std::string qr_png(const std::string& text) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeData(static_cast<int>(text.size()),
                        reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M),
      QRcode_free);
  if (!code) return {};
  const auto side = static_cast<std::uint32_t>((code->width + 2 * quiet_zone) * pixels_per_module);
  return one_bit_png(side, side, rows_of(*code));
}

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
