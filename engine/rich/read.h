// Reading rich text. Any bytes are read: what is not allowed or not understood shows as its text.
#pragma once

#include "base/location.h"
#include "rich/rich.h"

#include <string>
#include <string_view>

namespace saraban::rich {

/// Markdown by CommonMark 0.30 with tables, strike-through, task lists and bare links; HTML in it
/// is read as HTML, and lines that begin with spaces are text, not code. Throws Failure (input:
/// "limit-rich-text" at `where`; machine: "module-missing").
Blocks read_markdown(std::string_view source, const Location& where);

/// HTML by the HTML standard's parsing rules: text, lists, tables, pictures, links and what style
/// attributes say of characters. Scripts, forms and style sheets are nothing. Throws as above.
Blocks read_html(std::string_view source, const Location& where);

/// The characters alone: blocks apart by "\n\n", cells by tabs.
std::string plain_text(const Blocks& blocks);

} // namespace saraban::rich
