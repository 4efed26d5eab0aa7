// Form fields at the places of a map.
#pragma once

#include "pdf/open.h"
#include "pdf/stamp/flat.h"

namespace saraban::pdf::stamp {

/// Adds fields without values or appearances, one for each data path, named by it; what is more
/// than the path stands in the mapping name. Pictures and QR codes are left out ("map-no-field", a
/// notice). Throws what `guarded` catches.
void add_fields(File& file, const Flat& flat, const Means& means, Diagnostics& diagnostics);

} // namespace saraban::pdf::stamp
