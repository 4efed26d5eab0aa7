// cases [--accept] [KIND[/FILTER]]…: runs data cases and says which differ.
#include "runner/runner.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

namespace saraban::cases {
namespace {

namespace fs = std::filesystem;

struct Registered {
  std::string name;
  std::function<std::vector<fs::path>()> items;
  Run run;
};

std::vector<Registered>& registry() {
  static std::vector<Registered> kinds;
  return kinds;
}

std::vector<fs::path> items_below(const std::string& kind, ItemIs item) {
  const fs::path root = fs::path(SARABAN_SOURCE_DIR) / "tests/cases" / kind;
  std::vector<fs::path> items;
  if (!fs::exists(root)) return items;
  for (const auto& entry : fs::directory_iterator(root))
    if (entry.is_directory() == (item == ItemIs::folder)) items.push_back(entry.path());
  std::sort(items.begin(), items.end());
  return items;
}

bool matches(const std::vector<std::string>& wanted, const std::string& kind,
             const std::string& item) {
  if (wanted.empty()) return true;
  return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& w) {
    const auto slash = w.find('/');
    if (w.substr(0, slash) != kind) return false;
    return slash == std::string::npos || item.find(w.substr(slash + 1)) != std::string::npos;
  });
}

Report run_one(const Registered& kind, const fs::path& item, Accept accept) {
  Report report;
  try {
    kind.run(item, report, accept);
  } catch (const std::exception& e) {
    report.fail(std::string("exception: ") + e.what());
  }
  return report;
}

int run_all(const std::vector<std::string>& wanted, Accept accept) {
  int passed = 0, failed = 0;
  for (const auto& kind : registry()) {
    for (const auto& item : kind.items()) {
      const std::string name = item.is_absolute() ? item.filename().string() : item.string();
      if (!matches(wanted, kind.name, name)) continue;
      const Report report = run_one(kind, item, accept);
      report.failures().empty() ? ++passed : ++failed;
      for (const auto& text : report.failures())
        std::cout << "FAILED " << kind.name << "/" << name << ": " << text << "\n";
    }
  }
  std::cout << passed << " passed, " << failed << " failed\n";
  return failed == 0 && passed > 0 ? 0 : 1;
}

} // namespace

Kind::Kind(std::string name, ItemIs item, Run run) {
  const auto items = [name, item] { return items_below(name, item); };
  registry().push_back({std::move(name), items, std::move(run)});
}

Kind::Kind(std::string name, std::function<std::vector<fs::path>()> items, Run run) {
  registry().push_back({std::move(name), std::move(items), std::move(run)});
}

void Report::expect_equal(const std::string& what, const std::string& expected,
                          const std::string& actual) {
  if (expected != actual) fail(what + "\n  expected: " + expected + "\n  actual:   " + actual);
}

void Report::expect_file(const fs::path& file, const std::string& actual, Accept accept) {
  if (accept == Accept::yes) {
    std::ofstream(file, std::ios::binary) << actual;
    return;
  }
  if (!fs::exists(file)) return fail("missing " + file.filename().string() + "; run with --accept");
  const std::string expected = read_text(file);
  if (expected == actual) return;
  std::istringstream e(expected), a(actual);
  std::string le, la;
  int line = 0;
  do {
    ++line;
    le.clear(), la.clear();
    std::getline(e, le), std::getline(a, la);
  } while (le == la && (e || a));
  fail(file.filename().string() + " differs at line " + std::to_string(line) +
       "\n  expected: " + le + "\n  actual:   " + la);
}

std::string read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::pair<int, std::string>> case_lines(const fs::path& file) {
  std::vector<std::pair<int, std::string>> lines;
  std::ifstream in(file);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number)
    if (!line.empty() && line.rfind("# ", 0) != 0 && line != "#") lines.emplace_back(number, line);
  return lines;
}

std::vector<std::string> split(const std::string& line, const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  for (std::size_t next; (next = line.find(separator, at)) != std::string::npos;
       at = next + separator.size())
    parts.push_back(line.substr(at, next - at));
  parts.push_back(line.substr(at));
  return parts;
}

} // namespace saraban::cases

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  auto accept = saraban::cases::Accept::no;
  if (std::erase(arguments, "--accept") != 0) accept = saraban::cases::Accept::yes;
  return saraban::cases::run_all(arguments, accept);
}
