// Places beside the text: frames and floating tables (ECMA-376 Part 1, 17.3.1.11 and 17.4.57).
#pragma once

#include "document/document.h"

#include <pugixml.hpp>

namespace saraban::docx {

/// w:framePr; nothing when it says nothing that makes a frame.
std::optional<document::Frame> read_frame(pugi::xml_node element);
/// w:tblpPr.
document::FloatingTable read_floating_table(pugi::xml_node element);

} // namespace saraban::docx
