// Names wished for to paths that are unique.
#pragma once

#include "pdf/detect/found.h"

namespace saraban::pdf::detect {

/// Sets every entry's value: `{{ path | filter }}`. A name wished for by several stands below its
/// heading, and gets a number where that does not part them.
void settle_paths(std::vector<Found>& found);

} // namespace saraban::pdf::detect
