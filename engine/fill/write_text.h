// Values' text as XML, cut at script boundaries.
#pragma once

#include "fill/markup.h"

#include <string>
#include <string_view>

namespace saraban::fill {

/// For characters between tags.
void escape_xml(std::string_view text, std::string& out);
/// For attribute values: white space is kept as well.
void escape_attribute(std::string_view text, std::string& out);

enum class Script { neutral, latin, complex };
Script script_of(char32_t code);

/// Characters that XML cannot hold are left out and counted.
struct Written {
  std::size_t left_out = 0;
};

/// Runs of `text`: each piece in the form of its script, digits and punctuation with what stands
/// beside them. \n is a line break, \n\n a paragraph, \t a tab, \f a page break.
Written write_text(std::string_view text, const TextForm& form, std::string& out);

/// Characters only; white space of any kind becomes a space.
Written write_plain(std::string_view text, std::string& out);

} // namespace saraban::fill
