// Pixels as PNG, and WebP into pixels.
#include "pictures/convert/convert.h"

#include <csetjmp>
#include <memory>
#include <png.h>
#include <webp/decode.h>

namespace saraban::pictures::convert {
namespace {

void append(png_structp png, png_bytep data, png_size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(data), size);
}

void flush(png_structp) {}

/// libpng jumps out of its errors: nothing here has a destructor.
bool write(png_structp png, png_infop info, const std::uint8_t* pixels, std::uint32_t width,
           std::uint32_t height, int channels, std::uint32_t per_metre) {
  if (setjmp(png_jmpbuf(png)) != 0) return false;
  png_set_IHDR(png, info, width, height, 8,
               channels == 4 ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (per_metre > 0) png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  png_write_info(png, info);
  const std::size_t stride = std::size_t{width} * static_cast<std::size_t>(channels);
  for (std::uint32_t row = 0; row < height; ++row) png_write_row(png, pixels + row * stride);
  png_write_end(png, info);
  return true;
}

} // namespace

std::optional<std::string> as_png(const std::vector<std::uint8_t>& pixels, std::uint32_t width,
                                  std::uint32_t height, int channels, std::uint32_t per_metre) {
  std::string out;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png ? png_create_info_struct(png) : nullptr;
  if (info) png_set_write_fn(png, &out, append, flush);
  const bool made = info && write(png, info, pixels.data(), width, height, channels, per_metre);
  if (png) png_destroy_write_struct(&png, &info);
  return made ? std::optional(std::move(out)) : std::nullopt;
}

std::optional<std::string> webp_as_png(std::string_view bytes, const Limits& limits) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(data, bytes.size(), &features) != VP8_STATUS_OK) return std::nullopt;
  const auto width = static_cast<std::uint32_t>(features.width);
  const auto height = static_cast<std::uint32_t>(features.height);
  if (width == 0 || height == 0 || std::uint64_t{width} * height > limits.image_pixels)
    return std::nullopt;
  const int channels = features.has_alpha ? 4 : 3;
  const std::size_t stride = std::size_t{width} * static_cast<std::size_t>(channels);
  std::vector<std::uint8_t> pixels(stride * height);
  const auto decode = features.has_alpha ? WebPDecodeRGBAInto : WebPDecodeRGBInto;
  if (!decode(data, bytes.size(), pixels.data(), pixels.size(), static_cast<int>(stride)))
    return std::nullopt; // Animations among them: their first frame is no picture of its own.
  return as_png(pixels, width, height, channels, 0);
}

} // namespace saraban::pictures::convert
