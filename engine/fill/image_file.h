// Pictures as files: their kind and size, from an asset, a data URI or base64.
#pragma once

#include "base/environment.h"
#include "base/length.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace saraban::fill {

struct ImageFile {
  std::shared_ptr<const std::string> bytes;
  std::string extension; ///< "png", "jpeg", "gif", "bmp"
  Length width, height;  ///< At its own resolution, 96 dots an inch where it names none.
};

/// Nothing when the bytes are no picture of a known kind or are damaged. WebP and SVG become PNG,
/// a JPEG that its camera was held askew for is turned upright.
std::optional<ImageFile> read_image(std::shared_ptr<const std::string> bytes, const Limits& limits);

/// A document's picture as what pages can show: SVG and WebP as PNG, others and what cannot be
/// converted as they are; null stays null.
std::shared_ptr<const std::string> drawable_picture(std::shared_ptr<const std::string> bytes,
                                                    const Limits& limits);

/// The bytes that `source` means: a file below the asset folders, a data URI, or base64. Null when
/// there is none. Throws Failure when the file cannot be read.
std::shared_ptr<const std::string> image_bytes(const std::string& source,
                                               const Environment& environment);

/// Nothing for text that is not base64.
std::optional<std::string> decode_base64(std::string_view text);

/// A PNG of an empty box: a place for a picture.
std::string box_png(Length width, Length height);

} // namespace saraban::fill
