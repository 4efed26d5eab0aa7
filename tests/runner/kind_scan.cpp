// Pages of a PDF as they are seen: content.txt (a content stream) and page.txt (the page's other
// entries) in, result.txt out.

// links: pdf_scan pdf_detect pdf_map
#include "pdf/detect/detect.h"
#include "pdf/map/print.h"
#include "pdf/scan/scan.h"
#include "runner/runner.h"

namespace saraban::cases {
namespace {

constexpr const char* usual_page =
    "<< /MediaBox [0 0 300 200] /Resources << /Font <<"
    " /H << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    " /T << /Type /Font /Subtype /TrueType /BaseFont /THSarabunPSK >>"
    " /W << /Type /Font /Subtype /TrueType /BaseFont /Wingdings-Regular >> >> >> >>";

void run(const std::filesystem::path& folder, Report& report, Accept accept) {
  QPDF pdf;
  pdf.emptyPDF();
  const std::filesystem::path own = folder / "page.txt";
  auto page = QPDFObjectHandle::parse(std::filesystem::exists(own) ? read_text(own) : usual_page);
  page.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
  page.replaceKey("/Contents",
                  QPDFObjectHandle::newStream(&pdf, read_text(folder / "content.txt")));
  pdf.addPage(pdf.makeIndirectObject(page), false);
  Diagnostics diagnostics;
  std::string result;
  const std::vector<pdf::scan::ScannedPage> pages = pdf::scan::scan(pdf, {}, diagnostics);
  for (const pdf::scan::ScannedPage& scanned : pages) result += pdf::scan::print(scanned);
  pdf::map::Map map = pdf::detect::detect(pages);
  map.unit = pdf::map::Unit::points;
  if (!map.entries.empty()) result += "\n" + pdf::map::print_yaml(map, Language::english);
  for (const Diagnostic& diagnostic : diagnostics.all()) result += diagnostic.code + "\n";
  report.expect_file(folder / "result.txt", result, accept);
}

const Kind kind{"scan", ItemIs::folder, run};

} // namespace
} // namespace saraban::cases
