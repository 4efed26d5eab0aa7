// UTF-8 decoding and encoding. Malformed bytes decode as U+FFFD, one for each maximal subpart.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace saraban {

struct Decoded {
  char32_t code = 0;
  std::size_t length = 0; ///< Bytes taken; 0 only at the end of the text.
};

/// The code point that starts at byte `offset`.
Decoded decode_utf8(std::string_view text, std::size_t offset);
void append_utf8(std::string& out, char32_t code);
std::string to_utf8(std::u32string_view text);
std::u32string to_utf32(std::string_view text);
bool is_valid_utf8(std::string_view text);
/// `text` with every malformed sequence replaced by U+FFFD.
std::string repair_utf8(std::string_view text);

} // namespace saraban
