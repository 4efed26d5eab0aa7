// Diagnostics and progress to the terminal.
#pragma once

#include "cli/options.h"

namespace saraban::cli {

/// To standard error: a line each; errors only when quiet.
void report(const Diagnostics& diagnostics, const Options& options);

/// A bar on a terminal, a line for every tenth elsewhere; nothing when quiet.
class Progress {
public:
  explicit Progress(const Options& options);
  void show(const BatchProgress& progress);
  /// Ends the bar's line.
  void finish();

private:
  bool quiet_, terminal_, thai_;
  std::size_t last_tenth_ = 0;
  bool shown_ = false;
};

} // namespace saraban::cli
