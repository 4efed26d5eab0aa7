// Pictures as image objects, each embedded once.
#include "render/images.h"

#include "base/failure.h"
#include "render/picture/picture.h"

#include <algorithm>
#include <fmt/format.h>

namespace saraban::render {
namespace {

using picture::Bitmap;
using picture::Jpeg;
using picture::Kind;
using picture::Png;

/// Decoded pixels cost memory: beyond this a picture is not decoded.
constexpr std::uint64_t most_decoded = 50'000'000;

void check_size(std::uint64_t width, std::uint64_t height, const Limits& limits) {
  if (width * height <= limits.image_pixels) return;
  throw Failure(Fault::input, "limit-image-pixels", {},
                {{"limit", std::to_string(limits.image_pixels)}});
}

std::string head(std::uint32_t width, std::uint32_t height, int depth, std::string_view space) {
  return fmt::format("/Type/XObject/Subtype/Image/Width {}/Height {}/BitsPerComponent {}"
                     "/ColorSpace{}",
                     width, height, depth, space);
}

std::string_view space_of(int channels) {
  return channels == 1 ? "/DeviceGray" : channels == 3 ? "/DeviceRGB" : "/DeviceCMYK";
}

int embed_jpeg(const Jpeg& jpeg, std::string_view bytes, Objects& objects) {
  std::string entries =
      head(jpeg.width, jpeg.height, 8, space_of(jpeg.components)) + "/Filter/DCTDecode";
  if (jpeg.inverted) entries += "/Decode[1 0 1 0 1 0 1 0]";
  return objects.add_stream(entries, bytes, Filter::ready);
}

// PNG's rows are what /Predictor 15 expects (ISO 32000-1, 7.4.4.4).
int embed_png(const Png& png, Objects& objects) {
  const int channels = png.type == Png::rgb ? 3 : 1;
  std::string space(space_of(channels));
  if (png.type == Png::indexed) {
    space = fmt::format("[/Indexed/DeviceRGB {}<", png.palette.size() / 3 - 1);
    for (const char c : png.palette)
      fmt::format_to(std::back_inserter(space), "{:02X}", static_cast<unsigned char>(c));
    space += ">]";
  }
  const std::string entries =
      head(png.width, png.height, png.depth, space) +
      fmt::format("/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors {}/BitsPerComponent {}"
                  "/Columns {}>>",
                  channels, png.depth, png.width);
  return objects.add_stream(entries, png.rows, Filter::ready);
}

/// Alpha becomes a soft mask (ISO 32000-1, 11.6.5.3).
int embed_bitmap(const Bitmap& bitmap, Objects& objects) {
  const std::size_t channels = static_cast<std::size_t>(bitmap.channels);
  const bool alpha = channels % 2 == 0;
  if (!alpha)
    return objects.add_stream(head(bitmap.width, bitmap.height, 8, space_of(bitmap.channels)),
                              bitmap.pixels);
  const std::size_t colors = channels - 1, count = bitmap.pixels.size() / channels;
  std::string color, mask;
  color.reserve(count * colors), mask.reserve(count);
  for (std::size_t i = 0; i < bitmap.pixels.size(); i += channels) {
    color.append(bitmap.pixels, i, colors);
    mask += bitmap.pixels[i + colors];
  }
  std::string entries = head(bitmap.width, bitmap.height, 8, space_of(static_cast<int>(colors)));
  if (mask.find_first_not_of('\xff') != mask.npos)
    entries +=
        fmt::format("/SMask {} 0 R",
                    objects.add_stream(head(bitmap.width, bitmap.height, 8, "/DeviceGray"), mask));
  return objects.add_stream(entries, color);
}

} // namespace

Images::Images(const page::Pages& pages, const Limits& limits, Objects& objects,
               Diagnostics& diagnostics)
    : pages_(pages), limits_(limits), objects_(objects), diagnostics_(diagnostics),
      states_(pages.images.size()) {}

const Images::Used* Images::use(std::uint32_t image) {
  if (image >= states_.size()) return nullptr;
  State& state = states_[image];
  if (!state.tried) {
    state.tried = true;
    state.used = embed_same(image);
    if (!state.used) state.used = embed(pages_.images[image]);
  }
  return state.used ? &*state.used : nullptr;
}

std::optional<Images::Used> Images::embed_same(std::uint32_t image) {
  const auto& bytes = pages_.images[image].bytes;
  for (std::uint32_t i = 0; bytes && i < states_.size(); ++i) {
    const auto& other = pages_.images[i].bytes;
    if (i != image && states_[i].used && other && (other == bytes || *other == *bytes))
      return states_[i].used;
  }
  return std::nullopt;
}

std::optional<Images::Used> Images::embed(const page::Picture& source) {
  const std::string_view bytes = source.bytes ? std::string_view(*source.bytes) : "";
  const Kind kind = picture::kind_of(bytes);
  const std::uint64_t most = std::min(limits_.image_pixels, most_decoded);
  int number = 0;
  bool transparent = false;
  if (kind == Kind::jpeg) {
    if (const auto jpeg = picture::read_jpeg(bytes)) {
      check_size(jpeg->width, jpeg->height, limits_);
      number = embed_jpeg(*jpeg, bytes, objects_);
      print_colors_ = print_colors_ || jpeg->components == 4;
    }
  } else if (kind == Kind::png) {
    if (const auto png = picture::read_png(bytes)) {
      check_size(png->width, png->height, limits_);
      transparent = png->transparent;
      if (!png->transparent && !png->interlaced)
        number = embed_png(*png, objects_);
      else if (const auto bitmap = picture::decode_png(bytes, most))
        number = embed_bitmap(*bitmap, objects_);
    }
  } else if (kind == Kind::gif) {
    transparent = true;
    if (const auto bitmap = picture::decode_gif(bytes, most))
      number = embed_bitmap(*bitmap, objects_);
  }
  if (number == 0) {
    diagnostics_.notice("picture-unsupported", {},
                        {{"name", source.name}, {"kind", std::string(picture::name_of(kind))}});
    return std::nullopt;
  }
  numbers_.push_back(number);
  return Used{numbers_.size() - 1, transparent};
}

std::string Images::resources() const {
  std::string out;
  for (std::size_t i = 0; i < numbers_.size(); ++i)
    fmt::format_to(std::back_inserter(out), "/I{} {} 0 R", i, numbers_[i]);
  return out;
}

} // namespace saraban::render
