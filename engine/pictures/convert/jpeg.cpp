// Turning JPEGs upright by libjpeg.
#include "pictures/convert/convert.h"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <jpeglib.h>

namespace saraban::pictures::convert {
namespace {

struct Complaint : jpeg_error_mgr {
  std::jmp_buf jump;
};

void leave(j_common_ptr info) {
  std::longjmp(static_cast<Complaint*>(info->err)->jump, 1);
}

void keep_silent(j_common_ptr, int) {}
void say_nothing(j_common_ptr) {}

void listen(Complaint& complaint) {
  jpeg_std_error(&complaint);
  complaint.error_exit = leave;
  complaint.emit_message = keep_silent;
  complaint.output_message = say_nothing;
}

struct Pixels {
  std::uint32_t width = 0, height = 0;
  int channels = 0;
  std::uint8_t units = 0; ///< Of the resolution: 1 dots an inch, 2 a centimetre.
  std::uint16_t dots_x = 0, dots_y = 0;
  std::vector<std::uint8_t> samples;
};

/// libjpeg jumps out of its errors: nothing here has a destructor. The pixels are the caller's.
bool decode(std::string_view jpeg, std::uint64_t most_pixels, Pixels& pixels) {
  jpeg_decompress_struct info{};
  Complaint complaint;
  listen(complaint);
  info.err = &complaint;
  if (setjmp(complaint.jump) != 0) {
    jpeg_destroy_decompress(&info);
    return false;
  }
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(jpeg.data()), jpeg.size());
  jpeg_read_header(&info, TRUE);
  const std::uint64_t count = std::uint64_t{info.image_width} * info.image_height;
  if (count == 0 || count > most_pixels) leave(reinterpret_cast<j_common_ptr>(&info));
  if (info.num_components == 4) leave(reinterpret_cast<j_common_ptr>(&info)); // Print colours stay.
  jpeg_start_decompress(&info);
  pixels.width = info.output_width, pixels.height = info.output_height;
  pixels.channels = info.output_components;
  pixels.units = info.density_unit;
  pixels.dots_x = info.X_density, pixels.dots_y = info.Y_density;
  pixels.samples.resize(count * static_cast<std::uint64_t>(pixels.channels));
  while (info.output_scanline < info.output_height) {
    JSAMPROW row = pixels.samples.data() + std::size_t{info.output_scanline} * pixels.width *
                                               static_cast<std::size_t>(pixels.channels);
    jpeg_read_scanlines(&info, &row, 1);
  }
  jpeg_finish_decompress(&info);
  jpeg_destroy_decompress(&info);
  return true;
}

/// `memory` is libjpeg's, to be freed by the caller.
bool encode(const Pixels& pixels, unsigned char*& memory, unsigned long& size) {
  jpeg_compress_struct info{};
  Complaint complaint;
  listen(complaint);
  info.err = &complaint;
  if (setjmp(complaint.jump) != 0) {
    jpeg_destroy_compress(&info);
    return false;
  }
  jpeg_create_compress(&info);
  jpeg_mem_dest(&info, &memory, &size);
  info.image_width = pixels.width, info.image_height = pixels.height;
  info.input_components = pixels.channels;
  info.in_color_space = pixels.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&info);
  constexpr int quality = 92;
  jpeg_set_quality(&info, quality, TRUE);
  info.density_unit = pixels.units;
  info.X_density = pixels.dots_x, info.Y_density = pixels.dots_y;
  jpeg_start_compress(&info, TRUE);
  while (info.next_scanline < info.image_height) {
    auto* row =
        const_cast<JSAMPROW>(pixels.samples.data()) +
        std::size_t{info.next_scanline} * pixels.width * static_cast<std::size_t>(pixels.channels);
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  return true;
}

/// Row 0 and column 0 as the orientation names them (EXIF 2.3, 4.6.4 A).
Pixels turned(const Pixels& from, int orientation) {
  const bool sides = orientation >= 5; // Width and height change places.
  Pixels to = from;
  if (sides) std::swap(to.width, to.height), std::swap(to.dots_x, to.dots_y);
  const std::size_t channels = static_cast<std::size_t>(from.channels);
  for (std::uint32_t y = 0; y < to.height; ++y)
    for (std::uint32_t x = 0; x < to.width; ++x) {
      std::uint32_t sx = sides ? y : x, sy = sides ? x : y;
      if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
        sx = from.width - 1 - sx;
      if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
        sy = from.height - 1 - sy;
      const std::uint8_t* source =
          from.samples.data() + (std::size_t{sy} * from.width + sx) * channels;
      std::uint8_t* target = to.samples.data() + (std::size_t{y} * to.width + x) * channels;
      for (std::size_t c = 0; c < channels; ++c) target[c] = source[c];
    }
  return to;
}

} // namespace

std::optional<std::string> upright_jpeg(std::string_view jpeg, int orientation,
                                        const Limits& limits) {
  Pixels pixels;
  if (!decode(jpeg, limits.image_pixels, pixels)) return std::nullopt;
  const Pixels upright = turned(pixels, orientation);
  unsigned char* memory = nullptr;
  unsigned long size = 0;
  const bool made = encode(upright, memory, size);
  const std::unique_ptr<unsigned char, decltype(&std::free)> owner(memory, std::free);
  if (!made) return std::nullopt;
  return std::string(reinterpret_cast<const char*>(memory), size);
}

} // namespace saraban::pictures::convert
