// The JSON Schema of a template's data: the file beside it, and what the template itself asks for.
#pragma once

#include "data/value.h"
#include "job/saraban.h"

#include <optional>
#include <string>

namespace saraban::job {

struct Schema {
  data::Value value;
  data::Sources sources;
};

/// "name.schema.json" or "schema.json" beside the template; nothing where there is none that can
/// be read: it is no part of making the document.
std::optional<Schema> schema_of(const std::string& template_path, const Limits& limits,
                                Diagnostics& diagnostics);

/// As JSON: the schema of the data that a template asks for, or a sample of it; what the file
/// beside the template says goes before what is told from the template. "" after an error.
std::string described_data(const Job& job, bool as_sample, Result& result);

} // namespace saraban::job
