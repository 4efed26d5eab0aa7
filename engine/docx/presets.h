// The preset shapes of DrawingML that are drawn (ECMA-376 Part 1, 20.1.10.56).
#pragma once

#include "document/outline.h"

#include <map>
#include <string>
#include <string_view>

namespace saraban::docx {

/// Adjust values by name: "adj", "adj1" …
using Adjustments = std::map<std::string, double, std::less<>>;

/// Draws the preset; false when it is not known.
bool draw_preset(std::string_view name, const Adjustments& adjustments, document::Outline& out);

} // namespace saraban::docx
