// Which characters are spaces, names and quotes in a tag, as people and Word type them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace saraban::language {

/// White space, no-break and zero-width spaces too.
bool is_space(char32_t code);
/// Letters of any script, "_", every Thai letter and mark.
bool is_name_start(char32_t code);
/// The same and digits, Thai ones too.
bool is_name_part(char32_t code);
/// 0–9 for ASCII and Thai digits, -1 for all else.
int digit_value(char32_t code);

enum class Quote { none, single, double_ };
/// Straight and smart quotes, high and low.
Quote quote_class(char32_t code);

/// `at` is the byte of an opening quote: the byte after the closing one, npos when there is none.
/// A straight quote is closed by the same, or by a smart one of its class when no such follows; a
/// smart quote by any of its class. A backslash keeps the character after it.
std::size_t string_end(std::string_view text, std::size_t at);

std::string_view trimmed(std::string_view text);

} // namespace saraban::language
