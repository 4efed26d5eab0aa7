// Characters of symbol fonts as Unicode: Symbol and the Wingdings keep their glyphs at 0x20 to 0xFF
// or at U+F020 to U+F0FF.
#pragma once

#include <string>
#include <string_view>

namespace saraban::document {

bool is_symbol_font(std::string_view family);
/// Each character that the font shows as something else is replaced by what it shows; for other
/// fonts, only private-use characters that Word writes for bullets are.
std::string from_symbol_font(std::string_view text, std::string_view family);

} // namespace saraban::document
