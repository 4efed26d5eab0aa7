// What a TOC field asks for (ECMA-376 Part 1, 17.16.5.68).
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace saraban::docx {

struct ContentsRequest {
  int first = 0, last = 0;           ///< \o: levels of heading styles; 0: none.
  bool by_outline = false;           ///< \u: also paragraphs with a level of their own.
  bool links = false, pages = true;  ///< \h; without \n.
  std::map<std::string, int> styles; ///< \t: names in lower case → levels.
};

/// False for instructions that are no TOC, and for tables of figures, of a bookmark's range and of
/// marked entries (\a \b \c \f \l \s).
bool read_contents_request(std::string_view instruction, ContentsRequest& request);

/// The level of a paragraph of a style (its name in lower case) and an outline level (0: none); 0
/// where it is not listed.
int level_in(const ContentsRequest& request, const std::string& style, int outline_level);

} // namespace saraban::docx
