// Page numbers in the tree of a part: references to bookmarks (ODF 1.3 Part 3, 7.7.6).
#include "odt/page_references.h"

#include "odt/part/elements.h"

namespace saraban::odt {

bool write_page_references(pugi::xml_node root, const document::Findings& findings) {
  bool changed = false;
  for (pugi::xml_node child : root.children()) {
    const bool names_page = (is(child, "text:bookmark-ref") || is(child, "text:reference-ref")) &&
                            attribute(child, "text:reference-format") == "page";
    if (!names_page) {
      changed = write_page_references(child, findings) || changed;
      continue;
    }
    const auto page = findings.bookmark_pages.find(std::string(attribute(child, "text:ref-name")));
    if (page == findings.bookmark_pages.end() || page->second == child.text().get()) continue;
    child.text().set(page->second.c_str());
    changed = true;
  }
  return changed;
}

} // namespace saraban::odt
