// Paragraphs as a table of contents shows them.
#pragma once

#include "document/document.h"

#include <string>
#include <vector>

namespace saraban::document {

struct Title {
  int outline_level = 0; ///< 1 to 9; 0: of body text.
  std::string label;     ///< Its number; empty for none.
  std::string text;      ///< In one line, without notes.
  Origin origin;
};

/// All paragraphs of the text with words in them, also those in tables, in their order.
std::vector<Title> titles_of(const Document& document);

} // namespace saraban::document
