// What the caller of layout decides.
#pragma once

#include "base/limits.h"
#include "text/shaper_pool.h"

#include <string>
#include <vector>

namespace saraban::layout {

struct Options {
  std::vector<std::string>
      words; ///< Kept whole by the Thai word breaker: names and places from the data.
  Limits limits;
  text::ShaperPool* shapers =
      nullptr; ///< Shared by documents that use the same fonts; may be null.
};

} // namespace saraban::layout
