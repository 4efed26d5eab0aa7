// What the barcode module (saraban-codes.so, opened on demand) offers.
#pragma once

#include "codes/codes.h"

namespace saraban::codes {

using Encode = std::optional<Symbol>(Kind kind, const std::string& text);

inline constexpr const char* codes_file = "saraban-codes.so";
inline constexpr const char* encode_symbol = "saraban_encode_barcode";

} // namespace saraban::codes
