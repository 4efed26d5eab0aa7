// Pictures, shapes, groups and text boxes as ink.
#pragma once

#include "layout/flow.h"

namespace saraban::layout {

/// The size a drawing takes: relative sizes of what surrounds it, text boxes grown to their text.
Size size_of_drawing(std::uint32_t drawing, const Surroundings& around, Context& context);

/// The drawing in a box of `size` whose corner is at 0, 0; turned and flipped as it says.
Fragment paint_drawing(std::uint32_t drawing, Size size, const Surroundings& around, int depth,
                       Context& context);

} // namespace saraban::layout
