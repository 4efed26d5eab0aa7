// A page break and a catchword in the tree of a part.
#pragma once

#include "document/findings.h"

#include <pugixml.hpp>

namespace saraban::docx {

/// The page ends before byte start.offset of `paragraph`'s text; what follows goes on as a
/// paragraph without first-line indent. `format`: the paragraph's, resolved; may be null.
void break_page(pugi::xml_node paragraph, const document::PageStart& start,
                const document::ParagraphFormat* format);

} // namespace saraban::docx
