// Working on text: case, spaces, splitting, wrapping; by characters, never inside a Thai cluster
// where text is cut.
#pragma once

#include "language/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace saraban::language {

std::string upper_case(std::string_view text);
std::string lower_case(std::string_view text);
std::string capitalized(std::string_view text); ///< First letter upper, the rest lower.
std::string title_case(std::string_view text);  ///< Each word capitalised.

enum class Side { left, right, both };
/// Without the characters of `set` at its ends; white space when `set` is empty.
std::string stripped(std::string_view text, std::string_view set, Side side);

std::size_t code_points(std::string_view text);
/// As many characters as make whole clusters.
std::string first_clusters(std::string_view text, std::size_t characters);
std::vector<std::string> split_text(std::string_view text, std::string_view separator);
std::vector<std::string> split_words(std::string_view text); ///< At runs of white space.
/// At most `count` times; any number when negative.
std::string replaced(std::string_view text, std::string_view from, std::string_view to, int count);
std::string collapsed_spaces(std::string_view text);
/// Lines of at most `width` characters, as Python's textwrap.
std::string wrapped_line(std::string_view line, std::size_t width, bool break_long,
                         std::string_view separator);
std::string url_encoded(std::string_view text);
/// JSON; with `indent`, over several lines.
std::string json_of(const Value& value, int indent);

} // namespace saraban::language
