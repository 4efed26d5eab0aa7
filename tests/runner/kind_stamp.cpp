// Flat PDFs stamped: content.txt and page.txt (as of the kind scan), form.fields.yaml and data.json
// in; result.txt out: what is said, the pages as they are seen, and the fields made of the map.

// links: pdf_stamp pdf data
#include "data/read.h"
#include "pdf/form.h"
#include "pdf/scan/scan.h"
#include "pdf/stamp/flat.h"
#include "runner/runner.h"

#include <algorithm>
#include <qpdf/QPDFWriter.hh>

namespace saraban::cases {
namespace {

namespace fs = std::filesystem;

std::shared_ptr<const std::string> flat_pdf(const fs::path& folder) {
  QPDF pdf;
  pdf.emptyPDF();
  auto page = QPDFObjectHandle::parse(read_text(folder / "page.txt"));
  page.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
  page.replaceKey("/Contents",
                  QPDFObjectHandle::newStream(&pdf, read_text(folder / "content.txt")));
  pdf.addPage(pdf.makeIndirectObject(page), false);
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setStaticID(true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return std::make_shared<const std::string>(reinterpret_cast<const char*>(buffer->getBuffer()),
                                             buffer->getSize());
}

std::string said(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    text += diagnostic.code + " " + std::to_string(diagnostic.location.line) + ":" +
            std::to_string(diagnostic.location.column);
    for (const auto& [key, value] : diagnostic.arguments) text += " " + key + "=" + value;
    text += "\n";
  }
  return text;
}

std::string seen(const std::string& bytes) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("stamped", bytes.data(), bytes.size());
  Diagnostics unheard;
  std::string text;
  for (pdf::scan::ScannedPage& page : pdf::scan::scan(pdf, {}, unheard)) text += print(page);
  return text;
}

void run(const fs::path& folder, Report& report, Accept accept) {
  Environment environment;
  environment.system_fonts = UseSystemFonts::no;
  environment.bundled_fonts = fs::path(SARABAN_SOURCE_DIR) / "fonts";
  environment.asset_folders = {folder};
  const font::Fonts fonts(environment);
  text::ShaperPool shapers;
  const pdf::Means means{environment, &fonts, &shapers};
  Diagnostics diagnostics;
  const std::string map = read_text(folder / "form.fields.yaml");
  const auto flat = pdf::stamp::open_flat(flat_pdf(folder), {"form.pdf", "", {}},
                                          {"form.fields.yaml", map}, diagnostics);
  data::Sources sources;
  const data::Value record = data::read(read_text(folder / "data.json"), data::Format::json, "data",
                                        sources, {}, diagnostics);
  std::string result;
  const std::string stamped =
      pdf::stamp::stamp_flat(*flat, record, sources, {}, means, diagnostics);
  result += said(diagnostics);
  if (!stamped.empty()) result += seen(stamped);
  if (!diagnostics.has_errors()) {
    Diagnostics of_form;
    auto form = std::make_shared<const std::string>(
        pdf::stamp::create_form(*flat, record, sources, {}, means, of_form));
    result += "\nform\n" + said(of_form);
    if (!form->empty())
      result += pdf::list_fields(*pdf::open_form(form, {"form.pdf", "", {}}, of_form),
                                 pdf::ListAs::text, Language::english);
  }
  report.expect_file(folder / "result.txt", result, accept);
}

const Kind kind{"stamp", ItemIs::folder, run};

} // namespace
} // namespace saraban::cases
