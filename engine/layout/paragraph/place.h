// Stage 4 of a paragraph: an arranged line to page items.
#pragma once

#include "layout/paragraph/arrange.h"
#include "layout/paragraph/height.h"

namespace saraban::layout {

/// Fills in items, drawings, anchors and notes of `line`, whose height and baseline are known.
void place(const Prepared& paragraph, const Arranged& arranged, Place start, Context& context,
           Line& line);

} // namespace saraban::layout
