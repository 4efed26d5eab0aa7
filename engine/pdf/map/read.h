// The map's file read.
#pragma once

#include "base/diagnostics.h"
#include "base/limits.h"
#include "pdf/map/map.h"

#include <string_view>

namespace saraban::pdf::map {

/// YAML or JSON, by the name's extension. Every fault is reported with its line and column
/// ("map-not-a-map", "map-missing", "map-wrong-value", warning "map-unknown-key"); an entry at
/// fault is left out.
Map read(std::string_view bytes, const std::string& name, const Limits& limits,
         Diagnostics& diagnostics);

} // namespace saraban::pdf::map
