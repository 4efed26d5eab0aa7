// Characters of simple fonts by their encodings.
#pragma once

#include "pdf/scan/marks.h"

#include <array>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>

namespace saraban::pdf::scan {

/// The characters of a simple font's codes, UTF-8; "" for none.
using Encoding = std::array<std::string, 256>;

/// By the font dictionary's /Encoding (ISO 32000-1, 9.6.6), and by what is known of fonts that name
/// none: Symbol's bullets, Wingdings' boxes, Thai fonts of code page 874.
Encoding encoding_of(const QPDFObjectHandle& font, std::string_view base_font);
/// What a code of a font of signs shows: □ ☑ ○ ●; "" for other codes and other fonts.
std::string sign_of(std::string_view base_font, std::uint32_t code);
/// By the Adobe Glyph List and uniXXXX, uXXXXX names; "" when unknown.
std::string character_named(std::string_view glyph_name);
/// "TH SarabunPSK", bold, of "ABCDEF+THSarabunPSK-Bold".
FontName font_name(std::string_view base_font);

} // namespace saraban::pdf::scan
