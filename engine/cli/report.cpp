// Diagnostics and progress to the terminal.
#include "cli/report.h"

#include "base/messages.h"

#include <cstdio>
#include <unistd.h>

namespace saraban::cli {
namespace {

constexpr std::size_t bar_width = 40;

void print_error_line(const std::string& line) {
  std::fwrite(line.data(), 1, line.size(), stderr);
}

std::string bar(const BatchProgress& progress) {
  const std::size_t filled = progress.total == 0 ? 0 : bar_width * progress.done / progress.total;
  return "[" + std::string(filled, '#') + std::string(bar_width - filled, '.') + "]";
}

} // namespace

void report(const Diagnostics& diagnostics, const Options& options) {
  const Language language = options.job.environment.language;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (options.quiet == Quiet::yes && diagnostic.severity != Severity::error) continue;
    print_error_line((options.diagnostics_as == DiagnosticsAs::json
                          ? diagnostic_json(diagnostic, language)
                          : format_diagnostic(diagnostic, language)) +
                     "\n");
  }
}

Progress::Progress(const Options& options)
    : quiet_(options.quiet == Quiet::yes), terminal_(::isatty(STDERR_FILENO) == 1),
      thai_(options.job.environment.language == Language::thai) {}

void Progress::show(const BatchProgress& progress) {
  if (quiet_ || progress.total == 0) return;
  std::string text = std::to_string(progress.done) + "/" + std::to_string(progress.total);
  if (progress.failed > 0)
    text += (thai_ ? " ผิดพลาด " : " failed ") + std::to_string(progress.failed);
  if (terminal_) {
    print_error_line("\r" + bar(progress) + " " + text);
    shown_ = true;
    return;
  }
  const std::size_t tenth = 10 * progress.done / progress.total;
  if (tenth == last_tenth_) return;
  last_tenth_ = tenth;
  print_error_line(text + "\n");
}

void Progress::finish() {
  if (shown_) print_error_line("\n");
}

} // namespace saraban::cli
