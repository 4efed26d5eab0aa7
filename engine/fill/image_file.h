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

/// Nothing when the bytes are no picture of a known kind or are damaged.
std::optional<ImageFile> read_image(std::shared_ptr<const std::string> bytes);

/// The bytes that `source` means: a file below the asset folders, a data URI, or base64. Null when
/// there is none. Throws Failure when the file cannot be read.
std::shared_ptr<const std::string> image_bytes(const std::string& source,
                                               const Environment& environment);

/// Nothing for text that is not base64.
std::optional<std::string> decode_base64(std::string_view text);

/// A PNG of an empty box: a place for a picture.
std::string box_png(Length width, Length height);

} // namespace saraban::fill
