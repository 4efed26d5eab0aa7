// A table of contents in the tree of a part.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace saraban::odt {

/// text:table-of-content and what its source says.
struct ContentsPlace {
  pugi::xml_node body;               ///< text:index-body.
  int deepest = 10;                  ///< The last level that is listed.
  std::map<int, std::string> styles; ///< Level → style of its entries.
  std::vector<pugi::xml_node> entries;
};

struct ContentsEntry {
  int level = 1;
  std::string label, text;
  pugi::xml_node heading;
};

/// Paragraphs in the order of document::Origin.
std::vector<pugi::xml_node> paragraphs_in(pugi::xml_node root);
/// The first one; false where there is none that can be made anew.
bool find_contents(pugi::xml_node root, ContentsPlace& place);
/// Whether it lists just these.
bool lists(const ContentsPlace& place, const std::vector<ContentsEntry>& entries);
/// Makes it list these, in the look of what stood there; headings get bookmarks. The numbers of
/// pages are references, to be written when they are known.
void write_contents(const ContentsPlace& place, const std::vector<ContentsEntry>& entries);

} // namespace saraban::odt
