// What a paragraph or a row holds beside block tags.
#pragma once

#include "fill/tags.h"

namespace saraban::fill {

/// Whether something that shows stands in a container before a marker, and after it. White space,
/// tabs and line breaks do not show; values, pictures, fields and page breaks do.
struct Content {
  bool before = false, after = false;
  std::size_t block_tags = 0; ///< Statements and comments, in the container itself.
  bool cell_tags = false;     ///< Some of them are written {%tc %}.
};

/// `marker` may be an empty handle: all content is then `before`.
Content scan_content(const Markup& markup, const PartTags& tags, pugi::xml_node container,
                     pugi::xml_node marker);

} // namespace saraban::fill
