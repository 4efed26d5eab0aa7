// PDF files without fields: their maps proposed.
#pragma once

#include "job/inspect.h"

namespace saraban {

/// The map of fields that the job's template seems to have: YAML as text. Ends in a line feed; ""
/// after an error. Written to the job's output path where it has one.
std::string detect_form(const Job& job, InspectAs as, Result& result);

} // namespace saraban
