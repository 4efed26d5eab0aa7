// Which value each field gets: by its name, or by the expression that stands in it.
#pragma once

#include "pdf/entry.h"
#include "pdf/form.h"

namespace saraban::pdf {

/// What a form is filled from.
struct RecordView {
  const data::Value& value;
  const data::Sources& sources;
  UnusedValues unused = UnusedValues::reported;
};

/// The entries of all fields that the data speaks of, in the fields' order. Every fault is
/// reported, and values that no field takes ("pdf-unused-value", a warning).
std::vector<Entry> entries_for(const Form& form, const FormFields& fields, const RecordView& record,
                               const Environment& environment, Diagnostics& diagnostics);
/// Where a field is, for messages.
Location place_of(const std::string& file, const Field& field);

} // namespace saraban::pdf
