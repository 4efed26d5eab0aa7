// Text that must not break inside.
#pragma once

#include <string>
#include <string_view>

namespace saraban::language {

/// Spaces become no-break spaces.
std::string glued_spaces(std::string_view text);
/// The same, and U+2060 wherever a line might break: between Thai words, after "-" and "/".
std::string glued(std::string_view text);

} // namespace saraban::language
