// End to end: a template and data to messages, number of pages and text.
// links: job
#include "base/messages.h"
#include "job/inspect.h"
#include "package/package.h"
#include "runner/runner.h"

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

/// "template" is a folder of parts; "template.txt" names a file from the top of the repository.
std::string template_of(const fs::path& item, const Temporary& zip) {
  if (!fs::is_directory(item / "template")) {
    std::string name = read_text(item / "template.txt");
    while (!name.empty() && name.back() == '\n') name.pop_back();
    return fs::path(SARABAN_SOURCE_DIR) / name;
  }
  write_file(zip.path, zipped(item / "template"));
  return zip.path;
}

Job job_of(const fs::path& item, const Temporary& zip) {
  Job job;
  job.template_path = template_of(item, zip);
  for (const char* name : {"data.json", "data.yaml", "data.csv"})
    if (fs::exists(item / name)) job.data_paths.push_back(item / name);
  Environment& environment = job.environment;
  environment.today = {2025, 11, 20};
  environment.system_fonts = UseSystemFonts::no;
  environment.bundled_fonts = fs::path(SARABAN_SOURCE_DIR) / "fonts";
  environment.asset_folders = {item, fs::path(SARABAN_SOURCE_DIR) / "samples"};
  return job;
}

void run_generate(const fs::path& item, Report& report, Accept accept) {
  const Temporary zip("case.docx");
  Job job = job_of(item, zip);
  job.output_path = "case.pdf";
  const Result pdf = generate(job);
  std::string actual =
      "status " + std::to_string(pdf.exit_status) + "\npages " + std::to_string(pdf.pages) + "\n";
  for (Diagnostic diagnostic : pdf.diagnostics.all()) {
    diagnostic.location.file = fs::path(diagnostic.location.file).filename();
    if (diagnostic.location.file == zip.path.filename()) diagnostic.location.file = "template";
    actual += format_diagnostic(diagnostic, Language::english) + "\n";
  }
  if (pdf.exit_status == 0) {
    report.expect_equal("two runs give the same bytes", "yes",
                        generate(job).outputs[0].bytes == pdf.outputs[0].bytes ? "yes" : "no");
    Result text;
    actual += "text\n" + dump(job, DumpAs::text, text);
  }
  report.expect_file(item / "expected.txt", actual, accept);
}

const Kind kind{"generate", ItemIs::folder, run_generate};

} // namespace
} // namespace saraban::cases
