// The records of a batch, one at a time.
#pragma once

#include "job/compiled.h"

#include <string_view>
#include <variant>

namespace saraban::job {

/// NDJSON lines are parsed when they are asked for, by whichever thread asks; all else is read at
/// once. Safe for many threads.
class Rows {
public:
  /// Reads the file. Faults go to `diagnostics`; a map alone is one record.
  Rows(const std::string& path, const Limits& limits, Diagnostics& diagnostics);

  std::size_t size() const;
  /// The record, from 0. Faults of an NDJSON line go to `diagnostics`.
  Record at(std::size_t index, Diagnostics& diagnostics) const;

private:
  struct Lines {
    std::string bytes;
    std::vector<std::string_view> lines;
    std::vector<int> numbers; ///< From 1.
  };

  void read_lines();

  std::string path_;
  Limits limits_;
  Lines lines_;
  data::List list_;
  data::Sources sources_;
};

} // namespace saraban::job
