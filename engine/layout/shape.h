// Outlines of shapes: paths scaled to their box, strokes, arrow heads.
#pragma once

#include "document/drawing.h"
#include "page/page.h"

#include <vector>

namespace saraban::layout {

/// The shape's fill and stroke in a box of `size` at 0, 0.
void draw_shape(std::vector<page::Item>& items, const document::Shape& shape, Size size);
/// A rectangle's stroke: of pictures.
void draw_frame(std::vector<page::Item>& items, const document::Stroke& stroke, Size size);

} // namespace saraban::layout
