// Data files to one value.
#pragma once

#include "base/diagnostics.h"
#include "data/value.h"

namespace saraban::data {

enum class Format { json, ndjson, yaml, csv, xlsx };

std::optional<Format> format_of(std::string_view file_name); ///< By extension.

/// The value of `bytes`. Every fault goes to `diagnostics`, with line and column; null after an
/// error. YAML follows the 1.2 core schema; dates stay strings.
Value read(std::string_view bytes, Format format, const std::string& name, Sources& sources,
           const Limits& limits, Diagnostics& diagnostics);
/// `right` laid over `left`: maps merge key by key, all else replaces.
Value merge(Value left, Value right);
/// KEY=VALUE of the command line: KEY may be a path "a.b"; VALUE is text, or JSON where it parses
/// as number, true, false, null, [..], {..}.
Value set_path(Value root, std::string_view assignment, Diagnostics& diagnostics);
Location location_of(Mark mark, const Sources& sources);

} // namespace saraban::data
