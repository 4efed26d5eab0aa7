// Settings of the document and its properties (ODF 1.3 Part 3, 3.10 and 4).
#pragma once

#include "odt/shared.h"

namespace saraban::odt {

void read_settings(pugi::xml_node root, SharedParts& shared);
/// `part` is meta.xml, or a flat document.
document::Properties read_properties(const Part& part);
/// The user-defined property `saraban.catchword`: how many words; 0 when it is not there.
document::Catchword read_catchword(const Part& part);

} // namespace saraban::odt
