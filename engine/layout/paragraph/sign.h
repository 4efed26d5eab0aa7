// Boxes and ticks that the face at hand lacks, drawn: a choice has to be seen in any font.
#pragma once

#include "page/page.h"

#include <optional>

namespace saraban::layout {

/// The sign ☐ ☑ ☒ ✓ ✔ or ✗ as lines in the `width` from `origin` (of the baseline) on, at text of
/// that size; nothing for any other character.
std::optional<page::Path> sign(char32_t code, Point origin, Length width, Length size, Color color);

} // namespace saraban::layout
