// What a job gives, as text: exit status, number of pages, messages, the document's text.
#pragma once

#include "base/messages.h"
#include "job/inspect.h"
#include "runner/runner.h"

namespace saraban::cases {

/// The same on every machine and day; pictures lie in `assets` and in samples/.
inline Environment fixed_environment(const std::filesystem::path& assets) {
  Environment environment;
  environment.today = {2025, 11, 20};
  environment.system_fonts = UseSystemFonts::no;
  environment.bundled_fonts = std::filesystem::path(SARABAN_SOURCE_DIR) / "fonts";
  environment.asset_folders = {assets, std::filesystem::path(SARABAN_SOURCE_DIR) / "samples"};
  return environment;
}

/// Files by their names alone; the template is called so, whichever twin it is.
inline std::string messages_of(const Result& result, const std::string& template_path) {
  namespace fs = std::filesystem;
  std::string text;
  for (Diagnostic diagnostic : result.diagnostics.all()) {
    diagnostic.location.file = fs::path(diagnostic.location.file).filename();
    if (diagnostic.location.file == fs::path(template_path).filename())
      diagnostic.location.file = "template";
    text += format_diagnostic(diagnostic, Language::english) + "\n";
  }
  return text;
}

/// Of a PDF.
inline std::string outcome(Job job, Report& report) {
  job.output_path = "case.pdf";
  const Result pdf = generate(job);
  std::string actual = "status " + std::to_string(pdf.exit_status) + "\npages " +
                       std::to_string(pdf.pages) + "\n" + messages_of(pdf, job.template_path);
  if (pdf.exit_status != 0) return actual;
  report.expect_equal("two runs give the same bytes", "yes",
                      generate(job).outputs[0].bytes == pdf.outputs[0].bytes ? "yes" : "no");
  Result text;
  return actual + "text\n" + dump(job, DumpAs::text, text);
}

} // namespace saraban::cases
