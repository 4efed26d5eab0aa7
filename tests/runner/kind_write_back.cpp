// links: docx odt
// What layout found, written into a file: `body.xml` (what stands in w:body; in office:text where
// the case's name begins with "odt", with `styles.xml` or `flat.xml`) and `starts.txt` (paragraph
// offset catchword, "-" for none), `pages.txt` (bookmark page) ⇒ `result.txt`.
#include "docx/read.h"
#include "odt/read.h"
#include "runner/odt_parts.h"

#include <sstream>

namespace saraban::cases {
namespace {

document::Findings findings_of(const fs::path& item) {
  document::Findings findings;
  if (fs::exists(item / "pages.txt"))
    for (const auto& [number, line] : case_lines(item / "pages.txt")) {
      const auto space = line.find(' ');
      findings.bookmark_pages[line.substr(0, space)] = line.substr(space + 1);
    }
  if (!fs::exists(item / "starts.txt")) return findings;
  for (const auto& [number, line] : case_lines(item / "starts.txt")) {
    std::istringstream fields(line);
    document::PageStart start;
    fields >> start.origin.paragraph >> start.offset >> std::ws;
    std::getline(fields, start.catchword);
    if (start.catchword == "-") start.catchword.clear();
    findings.starts.push_back(start);
  }
  return findings;
}

void run(const fs::path& item, Report& report, Accept accept) {
  const bool is_odt = item.filename().string().starts_with("odt");
  const package::Package package = is_odt ? odt_template_of(item) : template_of(item);
  const Limits limits;
  Diagnostics diagnostics;
  document::Document document =
      is_odt
          ? odt::read(package, odt::read_shared(package, limits, diagnostics), limits, diagnostics)
          : docx::read(package, docx::read_shared(package, limits, diagnostics), limits,
                       diagnostics);
  if (fs::exists(item / "starts.txt")) document.settings.catchword.words = 2;
  const document::Findings findings = findings_of(item);
  const package::Package written = is_odt ? odt::write_back(package, document, findings, limits)
                                          : docx::write_back(package, document, findings, limits);
  report.expect_file(item / "result.txt",
                     is_odt ? changed_odt_parts(package, written) : changed_parts(package, written),
                     accept);
}

const Kind kind{"write_back", ItemIs::folder, run};

} // namespace
} // namespace saraban::cases
