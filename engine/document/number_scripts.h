// Numbers in the letters and ideographs of other scripts (ECMA-376 17.18.59).
#pragma once

#include "document/document.h"

#include <string>

namespace saraban::document {

/// `number` from 1 to 32,767; decimal for a format without a sequence of its own.
std::string number_in_script(int number, NumberFormat format);

} // namespace saraban::document
