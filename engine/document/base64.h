// Bytes as text, RFC 4648.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace saraban::document {

std::string to_base64(std::string_view bytes);
/// White space is skipped; nothing for any other character outside the alphabet.
std::optional<std::string> from_base64(std::string_view text);

} // namespace saraban::document
