// Where a line may end: UAX #14 as Word narrows it, with Thai words inside Thai runs.
#pragma once

#include "thai/words.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace saraban::text {

enum class Opportunity : std::uint8_t {
  none,
  word, ///< Between two words of Thai written without a space.
  open  ///< At a space, a hyphen, a change of script.
};

/// One entry for each byte of `text` and one for its end (always none): may a line end before it?
/// Tabs and breaks count as letters here. `words` may be null.
std::vector<Opportunity> line_breaks(std::string_view text, const thai::WordList* words);

} // namespace saraban::text
