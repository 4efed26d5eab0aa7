// What the documents of a package are filled from: their own data, and what one says of another.
#pragma once

#include "job/bundle.h"

namespace saraban::job {

/// `right` laid over `left`, each value still knowing where it stands.
Record joined(Record left, const Record& right);

/// A record for each document of the bundle. Over its data lie the row and the job's assignments;
/// the letter has the package's list, each enclosure has the name `ชุดเอกสาร`: its `ลำดับ` in the
/// list of `จำนวน` enclosures, and the letter's data as `หนังสือ`.
std::vector<Record> records_of(const Bundle& bundle, const Record& row, const Job& job,
                               Diagnostics& diagnostics);

} // namespace saraban::job
