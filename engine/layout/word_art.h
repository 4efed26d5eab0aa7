// Text whose ink is stretched to a box.
#pragma once

#include "document/drawing.h"
#include "layout/flow.h"

namespace saraban::layout {

/// The shape's text, in the colour of its fill (else its stroke), stretched across and down until
/// its ink fills a box of `size` at 0, 0. Nothing for text without ink.
Fragment word_art(const document::Shape& shape, Size size, const Region& region, Context& context);

} // namespace saraban::layout
