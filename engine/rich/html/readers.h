// The two readers of the rich-text module.
#pragma once

#include "rich/module.h"

#include <string>
#include <string_view>

namespace saraban::rich::html {

/// Longer sources are refused: "limit-rich-text".
inline constexpr std::size_t most_bytes = 4u << 20;

Blocks read_markdown(std::string_view source, const Location& where);
Blocks read_html(std::string_view source, const Location& where);

} // namespace saraban::rich::html
