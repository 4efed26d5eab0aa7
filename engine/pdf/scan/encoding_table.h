// Tables of glyph names and of the encodings of simple fonts.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace saraban::pdf::scan {

struct GlyphName {
  std::string_view name;
  char16_t code = 0;
};
/// Sorted by name.
std::span<const GlyphName> glyph_names();

/// Codes to characters; 0 for none (ISO 32000-1, annex D; Windows code page 874 for old Thai
/// files).
extern const std::array<char16_t, 256> standard_encoding, win_ansi_encoding, mac_roman_encoding,
    thai_encoding;

} // namespace saraban::pdf::scan
