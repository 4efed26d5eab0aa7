// What an sfnt file (TrueType, OpenType, collection) says of its faces; every offset is checked.
#pragma once

#include "font/face.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::font {

enum class Slant : std::uint8_t { upright, oblique, italic };

/// From the tables name, OS/2, head, hhea and post.
struct FaceInfo {
  std::string family;                  ///< Name 1, English where there is one.
  std::vector<std::string> families;   ///< Names 1, 16 and 21 in all languages, without repeats.
  std::vector<std::string> full_names; ///< Names 4 and 6 in all languages.
  std::string postscript_name;         ///< Name 6.
  int weight = 400, width = 5;         ///< OS/2 classes.
  Slant slant = Slant::upright;
  std::uint8_t panose_family = 0, panose_serif = 0;
  Metrics metrics;
};

/// How many faces a file holds; 0 when it is no font.
unsigned face_count(std::string_view file);
/// Nothing when a table that drawing needs is absent or nonsense. Names of platform 3 count alone
/// where there are any: TH SarabunIT๙ calls itself TH SarabunPSK in its Macintosh names.
std::optional<FaceInfo> read_face_info(std::string_view file, unsigned index);

} // namespace saraban::font
