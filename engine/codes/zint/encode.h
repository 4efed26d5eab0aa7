// Barcodes by Zint.
#pragma once

#include "codes/module.h"

namespace saraban::codes::zint {

std::optional<Symbol> encode(Kind kind, const std::string& text);

} // namespace saraban::codes::zint
