// The runner of data cases: a kind lists its cases and runs each.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace saraban::cases {

enum class Accept { no, yes };

/// Collects what differs; a case without a complaint has passed.
class Report {
public:
  void fail(std::string text) { failures_.push_back(std::move(text)); }
  /// Compares, and says both when they differ.
  void expect_equal(const std::string& what, const std::string& expected,
                    const std::string& actual);
  /// Compares with a file's content; with Accept::yes writes the file instead.
  void expect_file(const std::filesystem::path& file, const std::string& actual, Accept accept);
  const std::vector<std::string>& failures() const { return failures_; }

private:
  std::vector<std::string> failures_;
};

using Run = std::function<void(const std::filesystem::path& item, Report& report, Accept accept)>;

enum class ItemIs { folder, file };

/// Static registration: `static const Kind kind{"thai", ItemIs::file, run};` makes every file (or
/// folder) below tests/cases/thai a case.
struct Kind {
  Kind(std::string name, ItemIs item, Run run);
  /// Cases that stand elsewhere: `items` lists them.
  Kind(std::string name, std::function<std::vector<std::filesystem::path>()> items, Run run);
};

std::string read_text(const std::filesystem::path& file);
/// Lines that are neither empty nor start with "# ", with their numbers from 1.
std::vector<std::pair<int, std::string>> case_lines(const std::filesystem::path& file);
std::vector<std::string> split(const std::string& line, const std::string& separator);

} // namespace saraban::cases
