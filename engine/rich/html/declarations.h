// What style attributes say of text: the few declarations that a document can follow.
#pragma once

#include "rich/html/flow.h"

#include <optional>
#include <string_view>

namespace saraban::rich::html {

/// Follows the declarations of a style attribute (CSS Style Attributes).
void follow_style(std::string_view declarations, State& state);

/// "RRGGBB" of #rgb, #rrggbb, rgb(…) or a colour's name; empty for others.
std::string color_of(std::string_view value);
Alignment alignment_of(std::string_view value);
/// Of "3cm", "120px", "120": CSS pixels are 1/96 inch.
std::optional<Length> length_of(std::string_view value);
/// The value of one property in a style attribute; empty where there is none.
std::string_view declared(std::string_view declarations, std::string_view property);

} // namespace saraban::rich::html
