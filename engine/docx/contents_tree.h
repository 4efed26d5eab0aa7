// A table of contents in the tree of a part.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace saraban::docx {

/// A TOC field and the paragraphs that it stands in, neighbours of one parent.
struct ContentsPlace {
  std::string instruction;
  std::vector<pugi::xml_node> paragraphs; ///< At least one; the last may hold the field's end only.
  pugi::xml_node separate, end;           ///< Runs, of the first and the last.
};

struct ContentsEntry {
  int level = 1;
  std::string label, text;
  pugi::xml_node heading;
};

using ContentsStyles = std::map<int, std::string>; ///< Level → id of a paragraph style.

struct ContentsLook {
  const ContentsStyles& styles;
  bool links = true, pages = true;
};

/// Paragraphs in the order of document::Origin.
std::vector<pugi::xml_node> paragraphs_in(pugi::xml_node root);
/// The first one; false where there is none that can be made anew.
bool find_contents(pugi::xml_node root, ContentsPlace& place);
/// Whether it lists just these.
bool lists(const ContentsPlace& place, const std::vector<ContentsEntry>& entries,
           const ContentsStyles& styles);
/// Makes it list these, in the look of what stood there; headings get bookmarks. The numbers of
/// pages are fields, to be written when they are known.
void write_contents(const ContentsPlace& place, const std::vector<ContentsEntry>& entries,
                    const ContentsLook& look);

} // namespace saraban::docx
