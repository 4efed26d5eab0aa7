// Fonts of a PDF: bytes of a string to characters and their widths (ISO 32000-1, 9.5 to 9.10).
#pragma once

#include "pdf/scan/cmap.h"
#include "pdf/scan/encoding.h"

#include <functional>
#include <map>
#include <memory>
#include <string_view>
#include <variant>

namespace saraban::pdf::scan {

/// One character of a string.
struct Shown {
  std::string text;   ///< UTF-8; U+FFFD where the file does not say.
  double width = 0;   ///< Of the size: 0.5 for half of it.
  bool space = false; ///< A single-byte code 32: word spacing applies.
};

/// One byte a character.
struct SimpleFont {
  Encoding encoding;
  std::array<double, 256> widths{}; ///< As Shown::width.
};

enum class CodesAre { two_bytes, utf16, in_cmap };

/// Glyphs of a CIDFont.
struct CompositeFont {
  CodesAre codes = CodesAre::two_bytes;
  CMap encoding; ///< For CodesAre::in_cmap.
  double default_width = 1;
  std::map<std::uint32_t, double> widths; ///< By CID.
};

struct Font {
  FontName name;
  std::string base_font;
  bool vertical = false;
  CMap to_unicode;
  std::variant<SimpleFont, CompositeFont> kind;
};

/// Whatever the dictionary holds.
std::shared_ptr<const Font> read_font(const QPDFObjectHandle& dictionary);
void decode(const Font& font, std::string_view bytes,
            const std::function<void(const Shown&)>& show);

} // namespace saraban::pdf::scan
