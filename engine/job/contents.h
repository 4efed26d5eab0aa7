// What a document holds: counts for people, and its plain text.
#pragma once

#include "document/document.h"

#include <string>
#include <vector>

namespace saraban::job {

struct Contents {
  std::string title;
  std::size_t sections = 0, paragraphs = 0, tables = 0, drawings = 0, notes = 0;
  std::vector<std::string> form_fields; ///< Data paths, in order.
  std::vector<std::string> families;    ///< Asked for, sorted.
};

Contents contents_of(const document::Document& document);
/// Headers, text, footers and notes; a line for each paragraph and each row of a table, whose cells
/// are separated by tabs.
std::string plain_text(const document::Document& document);

} // namespace saraban::job
