// PDF's own notation: numbers, strings, names (ISO 32000-1, 7.3).
#pragma once

#include "base/length.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace saraban::render {

/// A thousandth of a point: the precision of everything that is placed.
using Milli = std::int64_t;
Milli milli(double points);
inline Milli milli(Length length) {
  return length.scaled(1000, 12700).emu;
}

/// The shortest decimal: 12500 is "12.5".
void append_milli(std::string& out, Milli value);
std::string milli_text(Milli value);
/// To six decimals: for matrices.
std::string number_text(double value);
/// A text string: literal when ASCII, else UTF-16BE in hexadecimal. `utf8` may be malformed.
std::string text_string(std::string_view utf8);
/// A byte string in round brackets.
std::string byte_string(std::string_view bytes);
void append_byte(std::string& out, unsigned char byte); ///< One byte of a string, escaped.
/// "/Name" with what is irregular as #xx.
std::string name(std::string_view text);
/// The UTF-16BE code units as hexadecimal digits.
std::string utf16_hex(std::string_view utf8);
/// XML character data or an attribute's value; what XML 1.0 forbids is left out.
std::string xml_text(std::string_view utf8);

} // namespace saraban::render
