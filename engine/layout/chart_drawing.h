// Charts as ink: their figures as paths, their labels as lines of text.
#pragma once

#include "document/drawing.h"
#include "layout/fragment.h"
#include "layout/paragraph/context.h"

namespace saraban::layout {

/// In a box of `size` whose corner is at 0, 0.
void paint_chart(Fragment& fragment, const document::Chart& chart, Size size, Context& context);

} // namespace saraban::layout
