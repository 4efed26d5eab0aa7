// Either waist as text, plain text, and XML parts.
#include "document/print.h"
#include "job/bundle_records.h"
#include "job/contents.h"
#include "job/guard.h"
#include "job/inspect.h"
#include "job/pipeline.h"
#include "package/xml.h"
#include "page/print.h"

#include <sstream>

namespace saraban {
namespace {

std::string xml_parts(const package::Package& package, const Limits& limits) {
  std::ostringstream out;
  for (const std::string& name : package.part_names()) {
    if (!name.ends_with(".xml") && !name.ends_with(".rels")) continue;
    out << "=== " << name << "\n";
    const auto document = package::parse_xml(*package.part(name), package.name(), name, limits);
    document->save(out, "  ", pugi::format_default | pugi::format_no_declaration);
  }
  return std::move(out).str();
}

std::string dump_filled(const Compiled& compiled, const package::Package& filled, DumpAs as,
                        const Environment& environment, Diagnostics& diagnostics) {
  if (as == DumpAs::xml) return xml_parts(filled, environment.limits);
  if (as == DumpAs::pages)
    return page::print(job::lay_out(compiled, filled, environment, diagnostics).layout.pages,
                       page::Detail::brief);
  const auto document = job::read_filled(compiled, filled, environment, diagnostics).document;
  if (as == DumpAs::text) return job::plain_text(document);
  return document::print(document, document::ImageBytes::omitted);
}

/// The documents of a package one after the other, each under its name.
std::string dump_bundle(const Job& job, DumpAs as, Result& result) {
  const auto bundle = job::open_bundle(job, result.diagnostics);
  job::Record row;
  const auto records = job::records_of(*bundle, row, job, result.diagnostics);
  if (result.diagnostics.has_errors()) return {};
  std::string text;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const job::BundleDocument& document = bundle->documents[i];
    const Compiled& compiled = *document.compiled.begin()->second;
    Environment environment = job.environment;
    environment.form = document.plan.form;
    const auto filled = job::fill_record(compiled, records[i], environment, result.diagnostics);
    text += "=== " + document.plan.file + "\n";
    if (!result.diagnostics.has_errors())
      text += dump_filled(compiled, filled, as, environment, result.diagnostics);
  }
  return text;
}

} // namespace

std::string dump(const Job& job, DumpAs as, Result& result) {
  std::string text;
  if (job::is_bundle_path(job.template_path)) {
    job::guard(result, [&] { text = dump_bundle(job, as, result); });
    return text;
  }
  job::guard(result, [&] {
    Diagnostics& diagnostics = result.diagnostics;
    const bool fill = !job.data_paths.empty() || !job.assignments.empty() ||
                      job.environment.form != FormMode::filled;
    // Tags that cannot be filled are text like any other here.
    Diagnostics unheard;
    const auto compiled = job::compile_template(job, fill ? diagnostics : unheard);
    package::Package package = compiled->source().package();
    if (fill) {
      const job::Record record = job::read_record(job, diagnostics);
      if (diagnostics.has_errors()) return;
      package = job::fill_record(*compiled, record, job.environment, diagnostics);
      if (diagnostics.has_errors()) return;
    }
    text = dump_filled(*compiled, package, as, job.environment, diagnostics);
  });
  return text;
}

} // namespace saraban
