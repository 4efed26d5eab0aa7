// What is seen in a document that can be made: its template's slots, and what the clerk sees.
#pragma once

#include "job/compiled.h"

namespace saraban::job {

/// Warns of the template itself.
void check_template(const Compiled& compiled, const Environment& environment,
                    Diagnostics& diagnostics);
/// Fills, and where that makes no error lets the clerk look at what came out. The template's schema
/// is "schema.json" or "name.schema.json" beside it.
void check_record(const Compiled& compiled, const Record& record, const Environment& environment,
                  Diagnostics& diagnostics);

} // namespace saraban::job
