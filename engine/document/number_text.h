// Numbers of lists, pages and notes in the formats that documents name.
#pragma once

#include "document/document.h"

#include <string>

namespace saraban::document {

/// "iv", "๔", "fourth" …; decimal where the format has no word for the number (0 in Roman, more
/// than 32,767 in letters). Negative numbers are decimal. `bullet` and `none` give "".
std::string number_text(int number, NumberFormat format);

} // namespace saraban::document
