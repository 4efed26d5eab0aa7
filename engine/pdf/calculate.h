// Fields that a form reckons from others by the JavaScript that all viewers know.
#pragma once

#include "pdf/entry.h"

#include <vector>

namespace saraban::pdf {

/// Adds entries for the fields of the form's calculation order (/CO) that AFSimple_Calculate (SUM,
/// PRD, AVG, MIN, MAX) reckons, where the data says nothing of them and changes what they are
/// reckoned from. No script is run: all others leave their fields as they are.
void add_calculated(const FormFields& fields, const std::string& file, std::vector<Entry>& entries,
                    Diagnostics& diagnostics);

} // namespace saraban::pdf
