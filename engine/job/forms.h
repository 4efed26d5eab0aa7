// PDF files as templates: their fields listed, filled, flattened, read back.
#pragma once

#include "job/inspect.h"
#include "job/saraban.h"

namespace saraban {

/// The fields of the job's template; ends in a line feed, "" after an error.
std::string list_form(const Job& job, InspectAs as, Result& result);

} // namespace saraban
