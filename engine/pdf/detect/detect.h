// A flat form to a map of its fields: a proposal that people correct.
#pragma once

#include "pdf/map/map.h"
#include "pdf/scan/scan.h"

namespace saraban::pdf::detect {

/// Blanks, boxes and empty cells in reading order, each with a path made of the words beside it.
/// Paths are unique, but where one value is shown in parts; no path is both a value and a map.
map::Map detect(const std::vector<scan::ScannedPage>& pages);

} // namespace saraban::pdf::detect
