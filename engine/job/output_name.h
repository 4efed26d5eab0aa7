// Names of a batch's outputs: a pattern with tags, filled from each record.
#pragma once

#include "job/compiled.h"
#include "job/text_pattern.h"

#include <string>

namespace saraban::job {

class OutputName {
public:
  /// Faults of the pattern's tags go to `diagnostics`.
  OutputName(const std::string& pattern, Diagnostics& diagnostics);

  /// The name for a record. What a value brings that would leave its folder (slashes, control
  /// characters) becomes "-". Faults go to `diagnostics`.
  std::string of(const Record& record, const language::DocumentSettings& settings,
                 const Environment& environment, Diagnostics& diagnostics) const;

private:
  TextPattern pattern_;
};

} // namespace saraban::job
