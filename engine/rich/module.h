// What the rich-text module (saraban-rich.so, opened on demand) offers.
#pragma once

#include "base/location.h"
#include "rich/rich.h"

#include <string_view>

namespace saraban::rich {

struct Readers {
  Blocks (*markdown)(std::string_view source, const Location& where);
  Blocks (*html)(std::string_view source, const Location& where);
};

inline constexpr const char* rich_file = "saraban-rich.so";
inline constexpr const char* rich_readers_symbol = "saraban_rich_readers";

} // namespace saraban::rich
