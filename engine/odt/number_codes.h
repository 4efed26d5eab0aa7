// Number formats as format codes (ODF 1.3 Part 3, 16.29; ECMA-376 Part 1, 18.8.30).
#pragma once

#include <pugixml.hpp>
#include <string>

namespace saraban::odt {

/// The code of number:number-style, number:percentage-style, number:date-style …; "" for the
/// standard format and for what cannot be said in a code.
std::string number_code(pugi::xml_node style);

} // namespace saraban::odt
