// Children of w:pPr and w:rPr in the order that their types demand (ECMA-376 17.3.1.26, 17.3.2.28).
#pragma once

#include <pugixml.hpp>

namespace saraban::docx {

/// The child of that name, made in its place when absent.
pugi::xml_node run_property(pugi::xml_node properties, const char* name);
pugi::xml_node paragraph_property(pugi::xml_node properties, const char* name);
/// The attribute of that name, made when absent.
void set_attribute(pugi::xml_node node, const char* attribute, const char* value);

} // namespace saraban::docx
