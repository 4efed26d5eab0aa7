// links: fill docx odt data
// Filling: `body.xml` (what stands in w:body, or in office:text) or whole parts below `template/`,
// with `data.json` ⇒ `result.txt`: messages and the parts that changed, a line for each paragraph,
// run and cell. A plain DOCX body is said in ODF as well and must give the same text and messages;
// what is not plain has its twin in `odt/`, with `differs.txt` when its text must differ.
#include "base/messages.h"
#include "data/read.h"
#include "docx/markup/markup.h"
#include "fill/applier.h"
#include "fill/template.h"
#include "odt/markup/markup.h"
#include "odt/read.h"
#include "runner/form_mode.h"
#include "runner/odt_parts.h"

namespace saraban::cases {
namespace {

std::string messages_of(const Diagnostics& diagnostics) {
  std::string lines;
  for (const Diagnostic& d : diagnostics.all())
    lines += format_diagnostic(d, Language::english) + "\n";
  return lines.empty() ? lines : "== messages\n" + lines;
}

struct Filled {
  package::Package from, to;
  std::string messages;
  bool made = false;
};

Filled fill_case(const fs::path& item, package::Package from, const fill::Markup& markup) {
  Diagnostics diagnostics;
  data::Sources sources;
  Environment environment;
  environment.today = {2025, 11, 20};
  environment.asset_folders = {assets_of(item)};
  environment.form = form_of(item);
  data::Value record;
  if (fs::exists(item / "data.json"))
    record = data::read(read_text(item / "data.json"), data::Format::json, "data.json", sources,
                        environment.limits, diagnostics);
  Filled filled;
  const fill::Template compiled = compile(from, markup, environment, diagnostics);
  filled.to = apply(compiled, record, sources, environment, diagnostics);
  filled.from = std::move(from);
  filled.messages = messages_of(diagnostics);
  filled.made = !diagnostics.has_errors();
  return filled;
}

std::string text_of_part(const fill::Markup& markup, const package::Package& package,
                         const char* part) {
  const auto bytes = package.part(part);
  return bytes ? fill::text_of(markup, *bytes) : "";
}

/// `differs`: with a reason, in the text.
void expect_same(const Filled& docx, const Filled& odt, bool differs, Report& report) {
  report.expect_equal("messages of the ODT twin", docx.messages, odt.messages);
  if (!docx.made || !odt.made) return;
  if (!differs)
    report.expect_equal("text of the ODT twin",
                        text_of_part(docx::markup(), docx.to, "word/document.xml"),
                        text_of_part(odt::markup(), odt.to, "content.xml"));
  report.expect_equal("rules of ODF", "", OdtRules::broken(odt::ready_to_save(odt.to)));
}

void run_odt(const fs::path& item, const fs::path& files, Report& report, Accept accept) {
  const Filled filled = fill_case(item, odt_template_of(files), odt::markup());
  report.expect_file(
      files / "result.txt",
      filled.messages + (filled.made ? changed_odt_parts(filled.from, filled.to) : ""), accept);
  if (filled.made)
    report.expect_equal("rules of ODF", "", OdtRules::broken(odt::ready_to_save(filled.to)));
}

void run(const fs::path& item, Report& report, Accept accept) {
  const std::string body =
      fs::exists(item / "body.xml") ? joined_lines(read_text(item / "body.xml")) : "";
  const bool is_odf = body.starts_with("<text:") || body.starts_with("<table:");
  if (is_odf || fs::exists(item / "flat.xml")) return run_odt(item, item, report, accept);
  const Filled filled = fill_case(item, template_of(item), docx::markup());
  report.expect_file(item / "result.txt",
                     filled.messages + (filled.made ? changed_parts(filled.from, filled.to) : ""),
                     accept);
  if (fs::exists(item / "odt")) {
    run_odt(item, item / "odt", report, accept);
    const Filled twin = fill_case(item, odt_template_of(item / "odt"), odt::markup());
    return expect_same(filled, twin, fs::exists(item / "odt/differs.txt"), report);
  }
  const OdtTwin twin(body);
  if (!twin.exists() || body.empty() || fs::exists(item / "template")) return;
  package::Package package;
  package.set("content.xml", odt_content(twin.xml(), ""));
  add_odt_shell(package);
  expect_same(filled, fill_case(item, std::move(package), odt::markup()), false, report);
}

const Kind kind{"fill", ItemIs::folder, run};

} // namespace
} // namespace saraban::cases
