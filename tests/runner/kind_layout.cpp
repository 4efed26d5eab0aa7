// Documents to pages: document.txt in, pages.txt out, with the bundled fonts alone.
// links: layout
#include "layout/paginate.h"

#include "document/print.h"
#include "page/print.h"
#include "runner/runner.h"

namespace saraban::cases {
namespace {

std::string findings_of(const document::Findings& findings) {
  std::string out = "findings pages=" + std::to_string(findings.page_count) + "\n";
  for (const document::PageStart& start : findings.starts) {
    out += "  start page=" + std::to_string(start.page + 1) +
           " paragraph=" + std::to_string(start.origin.paragraph) +
           " offset=" + std::to_string(start.offset);
    if (start.forced) out += " forced";
    if (start.in_table) out += " in_table";
    if (!start.catchword.empty()) out += " catchword=\"" + start.catchword + "\"";
    out += "\n";
  }
  for (const auto& [name, page] : findings.bookmark_pages)
    out += "  bookmark " + name + " page=" + page + "\n";
  return out;
}

void run(const std::filesystem::path& folder, Report& report, Accept accept) {
  Environment environment;
  environment.system_fonts = UseSystemFonts::no;
  environment.bundled_fonts = std::filesystem::path(SARABAN_SOURCE_DIR) / "fonts";
  const font::Fonts fonts(environment);
  Diagnostics diagnostics;
  const auto document = document::parse(read_text(folder / "document.txt"), diagnostics);
  const layout::Result result = layout::paginate(document, fonts, {}, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all())
    report.fail(diagnostic.code + " " +
                (diagnostic.arguments.empty() ? "" : diagnostic.arguments[0].second));
  report.expect_file(folder / "pages.txt",
                     findings_of(result.findings) + page::print(result.pages, page::Detail::brief),
                     accept);
}

const Kind kind{"layout", ItemIs::folder, run};

} // namespace
} // namespace saraban::cases
