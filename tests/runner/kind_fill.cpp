// links: fill docx data
// Filling: `body.xml` (what stands in w:body) or whole parts below `template/`, with `data.json`
// ⇒ `result.txt`: messages and the parts that changed, a line for each paragraph, run and cell.
#include "base/messages.h"
#include "data/read.h"
#include "docx/markup.h"
#include "fill/template.h"
#include "runner/docx_parts.h"

namespace saraban::cases {
namespace {

std::string messages_of(const Diagnostics& diagnostics) {
  std::string lines;
  for (const Diagnostic& d : diagnostics.all())
    lines += format_diagnostic(d, Language::english) + "\n";
  return lines.empty() ? lines : "== messages\n" + lines;
}

void run(const fs::path& item, Report& report, Accept accept) {
  Diagnostics diagnostics;
  data::Sources sources;
  Environment environment;
  environment.today = {2025, 11, 20};
  environment.asset_folders = {assets_of(item)};
  data::Value record;
  if (fs::exists(item / "data.json"))
    record = data::read(read_text(item / "data.json"), data::Format::json, "data.json", sources,
                        environment.limits, diagnostics);
  const package::Package package = template_of(item);
  const fill::Template compiled = compile(package, docx::markup(), environment, diagnostics);
  std::string result;
  const package::Package filled = apply(compiled, record, sources, environment, diagnostics);
  if (!diagnostics.has_errors()) result = changed_parts(package, filled);
  report.expect_file(item / "result.txt", messages_of(diagnostics) + result, accept);
}

const Kind kind{"fill", ItemIs::folder, run};

} // namespace
} // namespace saraban::cases
