// Settings of the document and its properties (ECMA-376 Part 1, 17.15; Part 2, clause 8).
#pragma once

#include "docx/shared.h"

namespace saraban::docx {

void read_settings(pugi::xml_node root, SharedParts& shared);
document::Properties read_properties(const package::Package& package, const Limits& limits);
/// The custom property `saraban.catchword`: how many words; 0 when it is not there.
document::Catchword read_catchword(const package::Package& package, const Limits& limits);

} // namespace saraban::docx
