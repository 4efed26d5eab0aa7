// Limits of the user's own: a file with some of their names and numbers.
#pragma once

#include "job/saraban.h"

#include <string>

namespace saraban {

/// `limits` with what the file says (JSON or YAML: "pages: 500", "image_pixels: 10000000"; the
/// names are those of base/limits.h). Unknown names and values that are no whole numbers are
/// errors.
Limits read_limits(const std::string& path, const Limits& limits, Result& result);

} // namespace saraban
