// A page break and a catchword in the tree of a part.
#pragma once

#include "document/findings.h"
#include "fill/markup.h"

#include <pugixml.hpp>

namespace saraban::odt {

/// The page ends before byte start.offset of `paragraph`'s text; what follows goes on as a
/// paragraph without first-line indent or label. `format`: the paragraph's, resolved; may be null.
void break_page(const fill::Facts& facts, pugi::xml_node paragraph,
                const document::PageStart& start, const document::ParagraphFormat* format);

} // namespace saraban::odt
