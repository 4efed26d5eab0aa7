// End to end: a template and data to messages, number of pages and text.
// links: job
#include "package/package.h"
#include "runner/form_mode.h"
#include "runner/outcome.h"

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

/// "package.yaml" is a package; "template" is a folder of parts; "template.txt" names files from
/// the top of the repository, one a line: twins in several formats, which must all give the same.
std::vector<std::string> templates_of(const fs::path& item, const Temporary& zip) {
  if (fs::exists(item / "package.yaml")) return {item / "package.yaml"};
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
  job.environment = fixed_environment(item);
  job.environment.form = form_of(item);
  return job;
}

void run_generate(const fs::path& item, Report& report, Accept accept) {
  const Temporary zip("case.docx");
  std::string first;
  for (const std::string& path : templates_of(item, zip)) {
    const std::string actual = outcome(job_of(item, path), report);
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
