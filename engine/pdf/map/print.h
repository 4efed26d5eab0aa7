// The map as YAML that people read and change, or as JSON.
#pragma once

#include "base/environment.h"
#include "pdf/map/map.h"

namespace saraban::pdf::map {

/// Ends in a line feed. `language` is that of the comment at the top.
std::string print_yaml(const Map& map, Language language);
std::string print_json(const Map& map);

} // namespace saraban::pdf::map
