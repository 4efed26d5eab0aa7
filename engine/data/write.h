// Values to data files that read back as the same values.
#pragma once

#include "data/value.h"

#include <string>

namespace saraban::data {

/// Two spaces a level; short lists of plain values on one line. Ends in a line feed.
std::string write_json(const Value& value);
/// Block style; text in double quotes. Ends in a line feed.
std::string write_yaml(const Value& value);

} // namespace saraban::data
