// Page numbers in the tree of a part: cross-references, tables of contents.
#pragma once

#include "document/findings.h"

#include <pugixml.hpp>

namespace saraban::docx {

/// Stored results of references to bookmarks' pages become what layout found. Says whether any was
/// another.
bool write_page_references(pugi::xml_node root, const document::Findings& findings);

} // namespace saraban::docx
