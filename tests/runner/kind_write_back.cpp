// links: docx
// What layout found, written into a file: `body.xml` and `starts.txt` (paragraph offset catchword,
// "-" for none) ⇒ `result.txt`.
#include "docx/read.h"
#include "runner/docx_parts.h"

#include <sstream>

namespace saraban::cases {
namespace {

void run(const fs::path& item, Report& report, Accept accept) {
  const package::Package package = template_of(item);
  const Limits limits;
  Diagnostics diagnostics;
  document::Document document =
      docx::read(package, docx::read_shared(package, limits, diagnostics), limits, diagnostics);
  document.settings.catchword.words = 2;
  document::Findings findings;
  for (const auto& [number, line] : case_lines(item / "starts.txt")) {
    std::istringstream fields(line);
    document::PageStart start;
    fields >> start.origin.paragraph >> start.offset >> std::ws;
    std::getline(fields, start.catchword);
    if (start.catchword == "-") start.catchword.clear();
    findings.starts.push_back(start);
  }
  const package::Package written = docx::write_back(package, document, findings, limits);
  report.expect_file(item / "result.txt", changed_parts(package, written), accept);
}

const Kind kind{"write_back", ItemIs::folder, run};

} // namespace
} // namespace saraban::cases
