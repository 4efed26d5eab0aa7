// Metafiles as ink.
#pragma once

#include "document/drawing.h"
#include "layout/fragment.h"
#include "layout/paragraph/context.h"

#include <string_view>

namespace saraban::layout {

/// In a box of `size` whose corner is at 0, 0. False for bytes that are no metafile, or none that
/// draws.
bool paint_metafile(Fragment& fragment, std::string_view bytes, const document::Crop& crop,
                    Size size, Context& context);

} // namespace saraban::layout
