// Fills and strokes of drawings: colours, gradients, hatches, dashes, line ends (ODF 1.3 Part 3,
// 20.107 to 20.175).
#pragma once

#include "odt/drawings.h"

namespace saraban::odt {

/// Of a shape, solid where it says nothing. What is not one colour is shown in one, with a notice.
std::optional<Color> read_fill(Reader& reader, const GraphicProperties& properties);
/// Of a frame, which has a fill only where it asks for one: draw:fill, else fo:background-color.
std::optional<Color> read_frame_fill(Reader& reader, const GraphicProperties& properties);
document::Stroke read_stroke(Reader& reader, const GraphicProperties& properties);
/// draw:shadow of a shape.
std::optional<document::Shadow> read_shape_shadow(const GraphicProperties& properties);

} // namespace saraban::odt
