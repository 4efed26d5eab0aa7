// Pictures as Cairo surfaces.
#include "render/raster/pictures.h"

#include "render/picture/picture.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <jpeglib.h>
#include <optional>

namespace saraban::render::raster {
namespace {

using picture::Bitmap;
using picture::Kind;

constexpr std::uint64_t most_decoded = 50'000'000;

struct Complaint : jpeg_error_mgr {
  std::jmp_buf back;
};

void leave(j_common_ptr info) {
  std::longjmp(static_cast<Complaint*>(info->err)->back, 1);
}
void keep_quiet(j_common_ptr, int) {}

/// libjpeg jumps out of its errors: nothing here has a destructor. The pixels are the caller's.
bool decode_rows(std::string_view bytes, int components, std::string& pixels) {
  jpeg_decompress_struct info{};
  Complaint complaint;
  info.err = jpeg_std_error(&complaint);
  complaint.error_exit = leave;
  complaint.emit_message = keep_quiet;
  if (setjmp(complaint.back) != 0) {
    jpeg_destroy_decompress(&info);
    return false;
  }
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&info, TRUE);
  info.out_color_space = components == 1 ? JCS_GRAYSCALE : components == 3 ? JCS_RGB : JCS_CMYK;
  jpeg_start_decompress(&info);
  const std::size_t row = std::size_t{info.output_width} * static_cast<unsigned>(components);
  while (info.output_scanline < info.output_height &&
         (info.output_scanline + std::size_t{1}) * row <= pixels.size()) {
    auto* target = reinterpret_cast<JSAMPROW>(pixels.data() + info.output_scanline * row);
    jpeg_read_scanlines(&info, &target, 1);
  }
  jpeg_destroy_decompress(&info);
  return true;
}

void cmyk_to_rgb(Bitmap& bitmap, bool inverted) {
  std::string rgb;
  rgb.reserve(bitmap.pixels.size() / 4 * 3);
  for (std::size_t i = 0; i + 4 <= bitmap.pixels.size(); i += 4) {
    const auto light = [&](std::size_t c) {
      const int v = static_cast<unsigned char>(bitmap.pixels[i + c]);
      return inverted ? v : 255 - v;
    };
    for (std::size_t c = 0; c < 3; ++c) rgb += static_cast<char>(light(c) * light(3) / 255);
  }
  bitmap.pixels = std::move(rgb);
  bitmap.channels = 3;
}

std::optional<Bitmap> decode_jpeg(std::string_view bytes, std::uint64_t most_pixels) {
  const auto jpeg = picture::read_jpeg(bytes);
  if (!jpeg || std::uint64_t{jpeg->width} * jpeg->height > most_pixels) return std::nullopt;
  Bitmap bitmap{jpeg->width, jpeg->height, jpeg->components, {}};
  bitmap.pixels.resize(std::size_t{jpeg->width} * jpeg->height *
                       static_cast<std::size_t>(jpeg->components));
  if (!decode_rows(bytes, jpeg->components, bitmap.pixels)) return std::nullopt;
  if (jpeg->components == 4) cmyk_to_rgb(bitmap, jpeg->inverted);
  return bitmap;
}

/// Cairo's ARGB32: native 32-bit words, colour multiplied by alpha.
Surface to_surface(const Bitmap& bitmap) {
  const int width = static_cast<int>(bitmap.width), height = static_cast<int>(bitmap.height);
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return nullptr;
  const std::size_t channels = static_cast<std::size_t>(bitmap.channels);
  const bool color = channels >= 3, alpha = channels % 2 == 0;
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
  unsigned char* rows = cairo_image_surface_get_data(surface.get());
  const auto* source = reinterpret_cast<const unsigned char*>(bitmap.pixels.data());
  for (std::size_t y = 0; y < bitmap.height; ++y) {
    auto* target = reinterpret_cast<std::uint32_t*>(rows + y * stride);
    for (std::size_t x = 0; x < bitmap.width; ++x, source += channels) {
      const std::uint32_t a = alpha ? source[channels - 1] : 255;
      const auto part = [&](std::size_t c) { return (source[color ? c : 0] * a + 127) / 255; };
      target[x] = a << 24 | part(0) << 16 | part(1) << 8 | part(2);
    }
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

} // namespace

Surface read_picture(const page::Picture& source, const Limits& limits) {
  if (!source.bytes) return nullptr;
  const std::string_view bytes = *source.bytes;
  const std::uint64_t most = std::min(limits.image_pixels, most_decoded);
  std::optional<Bitmap> bitmap;
  switch (picture::kind_of(bytes)) {
  case Kind::png:
    bitmap = picture::decode_png(bytes, most);
    break;
  case Kind::jpeg:
    bitmap = decode_jpeg(bytes, most);
    break;
  case Kind::gif:
    bitmap = picture::decode_gif(bytes, most);
    break;
  default:
    break;
  }
  const bool drawable =
      bitmap && bitmap->width < 32'000 && bitmap->height < 32'000; // Cairo's limit
  return drawable ? to_surface(*bitmap) : nullptr;
}

} // namespace saraban::render::raster
