// Which objects of a file filling may have changed.
#pragma once

#include "pdf/fields.h"

#include <optional>
#include <set>

namespace saraban::pdf {

/// Their numbers; nothing where that cannot be told beforehand: a tree that had to be mended,
/// fields or widgets that are no objects of their own. To be asked before the first change.
std::optional<std::set<int>> changed_by_filling(File& file, const FormFields& fields);

} // namespace saraban::pdf
