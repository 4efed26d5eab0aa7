// Writing JSON text (RFC 8259, 7).
#pragma once

#include <string>
#include <string_view>

namespace saraban {

/// Appends `text` in quotes; malformed UTF-8 is replaced by U+FFFD.
void append_json_string(std::string& out, std::string_view text);
std::string json_string(std::string_view text);

} // namespace saraban
