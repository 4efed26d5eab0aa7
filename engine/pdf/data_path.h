// Field names as paths in the data.
#pragma once

#include "data/value.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace saraban::pdf {

/// The value at a path: "a.b", "รายการ[0].ชื่อ". A key that holds the whole name, or dots and
/// brackets, comes before its parts. Null when there is none.
const data::Value* find_path(const data::Value& root, std::string_view path);
/// The value of a field: at its full name, else at the last part of it; "[0]" may be missing in the
/// data, as forms of some makers number everything ("form1[0].Name[0]").
const data::Value* find_for_field(const data::Value& root, std::string_view name);

/// Every value that is no map and no list with anything in it, and its path.
std::vector<std::pair<std::string, const data::Value*>> leaves(const data::Value& root);

} // namespace saraban::pdf
