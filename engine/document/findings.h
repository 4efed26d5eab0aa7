// What layout found out and a format may write back into its file.
#pragma once

#include "document/document.h"

#include <map>

namespace saraban::document {

/// Where a page's text begins: the origin's paragraph and a byte in its text (Text as it is, fields
/// as shown, tabs and breaks one byte each, drawings and notes none).
struct PageStart {
  std::size_t page = 0; ///< From 0.
  Origin origin;
  std::size_t offset = 0;
  bool forced = false;   ///< By a break in the file: nothing to write.
  bool in_table = false; ///< Inside a table's row: a break cannot be written there.
  std::string catchword; ///< What the page before says at its foot; empty for none.
};

struct Findings {
  std::size_t page_count = 0;
  std::vector<PageStart> starts;                     ///< Of every page but the first.
  std::map<std::string, std::string> bookmark_pages; ///< Bookmark → page number as printed.
};

} // namespace saraban::document
