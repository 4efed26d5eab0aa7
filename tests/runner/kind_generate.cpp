// End to end: a template and data to messages, number of pages and text.
// links: job
#include "base/messages.h"
#include "job/inspect.h"
#include "package/package.h"
#include "runner/form_mode.h"
#include "runner/runner.h"

#include <sstream>
#include <unistd.h>

namespace saraban::cases {
namespace {

namespace fs = std::filesystem;

/// A file that is gone afterwards.
struct Temporary {
  fs::path path;
  explicit Temporary(const std::string& name)
      : path(fs::temp_directory_path() / (std::to_string(::getpid()) + "-" + name)) {}
  ~Temporary() {
    std::error_code error;
    fs::remove(path, error);
  }
};

/// The unzipped parts below a folder, as a container.
std::string zipped(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  package::Package package;
  for (const fs::path& file : files)
    package.set(fs::relative(file, folder).string(), read_text(file));
  return package::save(package);
}

/// "template" is a folder of parts; "template.txt" names files from the top of the repository, one
/// a line: twins in several formats, which must all give the same.
std::vector<std::string> templates_of(const fs::path& item, const Temporary& zip) {
  if (fs::is_directory(item / "template")) {
    write_file(zip.path, zipped(item / "template"));
    return {zip.path};
  }
  std::vector<std::string> paths;
  std::istringstream lines(read_text(item / "template.txt"));
  for (std::string line; std::getline(lines, line);)
    if (!line.empty()) paths.push_back(fs::path(SARABAN_SOURCE_DIR) / line);
  return paths;
}

Job job_of(const fs::path& item, const std::string& template_path) {
  Job job;
  job.template_path = template_path;
  for (const char* name : {"data.json", "data.yaml", "data.csv"})
    if (fs::exists(item / name)) job.data_paths.push_back(item / name);
  Environment& environment = job.environment;
  environment.today = {2025, 11, 20};
  environment.form = form_of(item);
  environment.system_fonts = UseSystemFonts::no;
  environment.bundled_fonts = fs::path(SARABAN_SOURCE_DIR) / "fonts";
  environment.asset_folders = {item, fs::path(SARABAN_SOURCE_DIR) / "samples"};
  return job;
}

/// Messages, number of pages and text of what one template gives.
std::string outcome(const fs::path& item, const std::string& template_path, Report& report) {
  Job job = job_of(item, template_path);
  job.output_path = "case.pdf";
  const Result pdf = generate(job);
  std::string actual =
      "status " + std::to_string(pdf.exit_status) + "\npages " + std::to_string(pdf.pages) + "\n";
  for (Diagnostic diagnostic : pdf.diagnostics.all()) {
    diagnostic.location.file = fs::path(diagnostic.location.file).filename();
    if (diagnostic.location.file == fs::path(template_path).filename())
      diagnostic.location.file = "template";
    actual += format_diagnostic(diagnostic, Language::english) + "\n";
  }
  if (pdf.exit_status == 0) {
    report.expect_equal("two runs give the same bytes", "yes",
                        generate(job).outputs[0].bytes == pdf.outputs[0].bytes ? "yes" : "no");
    Result text;
    actual += "text\n" + dump(job, DumpAs::text, text);
  }
  return actual;
}

void run_generate(const fs::path& item, Report& report, Accept accept) {
  const Temporary zip("case.docx");
  std::string first;
  for (const std::string& path : templates_of(item, zip)) {
    const std::string actual = outcome(item, path, report);
    if (first.empty())
      report.expect_file(item / "expected.txt", first = actual, accept);
    else
      report.expect_equal("the twin gives the same: " + fs::path(path).filename().string(), first,
                          actual);
  }
}

const Kind kind{"generate", ItemIs::folder, run_generate};

} // namespace
} // namespace saraban::cases
