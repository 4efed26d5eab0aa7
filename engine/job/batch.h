// Mail merge: one template, a file for each record.
#pragma once

#include "job/saraban.h"

#include <functional>

namespace saraban {

struct BatchJob {
  Job job; ///< output_path is a pattern: "out/{{ เลขที่ }}.pdf"; one data path.
  unsigned threads = 0;  ///< 0: as many as the machine has.
  std::size_t shard = 1; ///< Of `shards` equal parts, this one's records: every shards-th.
  std::size_t shards = 1;
};

struct BatchProgress {
  std::size_t done = 0, total = 0, failed = 0;
};

struct BatchResult {
  std::size_t made = 0;    ///< Records whose files were all written.
  std::size_t failed = 0;  ///< Records with an error: none of their files was written.
  Diagnostics diagnostics; ///< Those of a record are placed at "record N"; in the records' order.
  int exit_status = 0;
};

/// Compiles once, then fills, renders and writes record by record, on many threads. A record that
/// fails does not stop the others. Two records that would write one file are an error of the
/// second. `progress` is called from the calling thread. Never throws.
BatchResult generate_batch(const BatchJob& batch,
                           const std::function<void(const BatchProgress&)>& progress = {});

} // namespace saraban
