// What fills a tab: dots, hyphens, underscores on one grid for all lines.
#pragma once

#include "layout/paragraph/styles.h"
#include "page/page.h"

#include <optional>

namespace saraban::layout {

/// The leader between `left` and `right`, its signs on multiples of their width from the column's
/// edge so that they stand in columns; nothing when not one fits. The baseline is at y 0.
std::optional<page::GlyphRun> leader(const Style& style, document::Leader kind, Length left,
                                     Length right, text::Shaper& shaper);

} // namespace saraban::layout
