// Data against a JSON Schema, with places and hints.
#pragma once

#include "base/diagnostics.h"
#include "data/value.h"

namespace saraban::schema {

/// Every fault in one pass, as warnings at the data's place: "schema-type", "schema-required",
/// "schema-enum", "schema-format", "schema-range", "schema-length", "schema-pattern",
/// "schema-unknown". Understood: type, required, properties, additionalProperties, items, enum,
/// const, format date, pattern, minimum and maximum (exclusive too), lengths, numbers of items,
/// $ref within the schema, allOf; other words are passed over (JSON Schema 2020-12).
void validate(const data::Value& value, const data::Sources& sources, const data::Value& schema,
              Diagnostics& diagnostics);

} // namespace saraban::schema
