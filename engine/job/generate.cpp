// design.md section 2 as code: a template and a record to outputs.
#include "base/failure.h"
#include "data/read.h"
#include "fill/program.h"
#include "job/bundle.h"
#include "job/formats.h"
#include "job/forms.h"
#include "job/guard.h"
#include "job/page_range.h"
#include "job/pdf_template.h"
#include "job/pipeline.h"
#include "render/render.h"

#include <filesystem>

namespace saraban {
namespace job {
namespace {

const FormatRow& format_of_output(const std::string& path) {
  if (const FormatRow* row = output_format(path)) return *row;
  Location where;
  where.file = path;
  throw Failure(Fault::usage, "unknown-output-format", where,
                {{"known", known_output_extensions()}});
}

bool is_document(const FormatRow& row) {
  return row.format == OutputFormat::docx || row.format == OutputFormat::odt;
}

/// Documents are filled, never converted: a template gives files of its own format.
void check_same_format(const Compiled& compiled, const FormatRow& row, const std::string& path) {
  const bool same = row.format == compiled.format().output &&
                    row.container == compiled.source().package().container();
  if (!is_document(row) || same) return;
  Location where;
  where.file = path;
  throw Failure(Fault::usage, "other-document-format", where,
                {{"template", std::string(compiled.format().extension)},
                 {"output", std::string(row.extension)}});
}

/// Fields to fill in on screen are PDF's.
void check_form(const FormatRow& row, const Environment& environment, const std::string& path) {
  if (environment.form != FormMode::fillable || row.format == OutputFormat::pdf) return;
  Location where;
  where.file = path;
  throw Failure(Fault::usage, "fillable-needs-pdf", where);
}

/// Documents need layout only where the document asks for catchwords or names pages.
package::Package with_findings(const Compiled& compiled, const package::Package& filled,
                               const Environment& environment, Result& result) {
  const bool names_pages = compiled.format().refers_to_pages(filled, environment.limits);
  if (compiled.source().settings().catchword_words == 0 && !names_pages) return filled;
  const LaidOut laid_out = lay_out(compiled, filled, environment, result.diagnostics);
  result.pages = laid_out.layout.pages.pages.size();
  return compiled.format().write_back(laid_out.refreshed.value_or(filled), laid_out.document,
                                      laid_out.layout.findings, environment.limits);
}

} // namespace

/// What is not the language's default.
render::FormNotation notation_of(const language::DocumentSettings& settings) {
  render::FormNotation notation;
  if (settings.digits == thai::Digits::thai) notation.digits = "thai";
  if (settings.era == thai::Era::common) notation.era = "ce";
  return notation;
}

void add_pngs(const page::Pages& pages, const Job& job, const std::string& path, Result& result) {
  const auto wanted = pages_in(job.page_range, pages.pages.size());
  if (!wanted) throw Failure(Fault::usage, "malformed-page-range", {}, {{"text", job.page_range}});
  if (wanted->empty())
    throw Failure(Fault::usage, "no-such-page", {},
                  {{"range", job.page_range}, {"pages", std::to_string(pages.pages.size())}});
  render::RasterOptions options;
  options.dpi = job.dpi;
  options.limits = job.environment.limits;
  for (const std::size_t page : *wanted) {
    std::string bytes = render::png(pages, page - 1, options, result.diagnostics);
    result.outputs.push_back({page_path(path, page), std::move(bytes)});
  }
}

void note_substitutions(const Compiled& compiled, Result& result) {
  if (result.pages == 0) return;
  for (const auto& [family, used] : compiled.fonts().substitutions())
    result.diagnostics.notice("font-substituted", {}, {{"family", family}, {"used", used}});
}

package::Package fill_record(const Compiled& compiled, const Record& record,
                             const Environment& environment, Diagnostics& diagnostics) {
  return fill::apply(compiled.source(), record.value, record.sources, environment, diagnostics);
}

Filled read_filled(const Compiled& compiled, const package::Package& filled,
                   const Environment& environment, Diagnostics& diagnostics) {
  Filled out{compiled.read(filled, diagnostics), {}};
  // A document that is converted shows what it holds.
  if (compiled.source().program().parts.empty()) return out;
  out.refreshed = compiled.format().refresh_contents(filled, out.document, environment.limits);
  if (out.refreshed) out.document = compiled.read(*out.refreshed, diagnostics);
  return out;
}

LaidOut lay_out(const Compiled& compiled, const package::Package& filled,
                const Environment& environment, Diagnostics& diagnostics) {
  Filled read = read_filled(compiled, filled, environment, diagnostics);
  LaidOut out{std::move(read.document), {}, std::move(read.refreshed)};
  out.layout = layout::paginate(out.document, compiled.fonts(),
                                {{}, environment.limits, &compiled.shapers()}, diagnostics);
  return out;
}

void produce(const Compiled& compiled, const Record& record, const Job& job,
             const std::string& output_path, Result& result) {
  const Environment& environment = job.environment;
  Diagnostics& diagnostics = result.diagnostics;
  const FormatRow& row = format_of_output(output_path);
  check_form(row, environment, output_path);
  check_same_format(compiled, row, output_path);
  const auto filled = fill_record(compiled, record, environment, diagnostics);
  if (diagnostics.has_errors()) return;
  if (is_document(row)) {
    const auto finished = with_findings(compiled, filled, environment, result);
    const auto ready = compiled.format().ready_to_save(finished);
    result.outputs.push_back({output_path, package::save(ready)});
    return;
  }
  const LaidOut laid_out = lay_out(compiled, filled, environment, diagnostics);
  const page::Pages& pages = laid_out.layout.pages;
  result.pages = pages.pages.size();
  if (row.format == OutputFormat::png) return add_pngs(pages, job, output_path, result);
  render::PdfOptions options;
  options.date = environment.today;
  options.standard = job.pdf_standard;
  options.title = std::filesystem::path(output_path).stem().string();
  if (environment.form == FormMode::fillable) {
    options.fields = render::FieldsAs::widgets;
    options.notation = notation_of(compiled.source().settings());
  }
  result.outputs.push_back({output_path, render::pdf(pages, options, diagnostics)});
}

} // namespace job

namespace {

/// Nothing when the data is at fault. A faulty template does not hide the faults of filling it: all
/// are found in one pass.
std::optional<job::Record> readable_record(const Job& job, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.error_count();
  job::Record record = job::read_record(job, diagnostics);
  if (diagnostics.error_count() != before) return std::nullopt;
  return record;
}

} // namespace

Result generate(const Job& job) {
  if (job::is_pdf_path(job.template_path)) return job::generate_from_pdf(job);
  if (job::is_bundle_path(job.template_path)) return job::generate_from_bundle(job);
  if (job.fields == Fields::created && job.environment.form != FormMode::fillable) {
    Job fillable = job;
    fillable.environment.form = FormMode::fillable;
    return generate(fillable);
  }
  Result result;
  job::guard(result, [&] {
    job::check_form(job::format_of_output(job.output_path), job.environment, job.output_path);
    const auto compiled = job::compile_or_convert(job, result.diagnostics);
    const auto record = readable_record(job, result.diagnostics);
    if (!record) return;
    if (result.diagnostics.has_errors())
      job::fill_record(*compiled, *record, job.environment, result.diagnostics);
    else
      job::produce(*compiled, *record, job, job.output_path, result);
    job::note_substitutions(*compiled, result);
  });
  return result;
}

namespace {

void write_outputs(Result& result) {
  job::guard(result, [&] {
    std::vector<FileToWrite> files;
    for (const Output& output : result.outputs) files.push_back({output.path, output.bytes});
    write_files(files);
  });
}

} // namespace

Result generate_files(const Job& job) {
  Result result = generate(job);
  write_outputs(result);
  return result;
}

Result flatten_form_files(const Job& job) {
  Result result = flatten_form(job);
  write_outputs(result);
  return result;
}

Result generate(const Compiled& compiled, const Job& job, std::string_view record,
                const std::string& output_path) {
  Result result;
  job::guard(result, [&] {
    job::Record read;
    read.value = data::read(record, data::Format::json, "record", read.sources,
                            job.environment.limits, result.diagnostics);
    if (result.diagnostics.has_errors()) return;
    read.value =
        job::with_assignments(std::move(read.value), job, read.sources, result.diagnostics);
    if (!result.diagnostics.has_errors()) job::produce(compiled, read, job, output_path, result);
  });
  return result;
}

} // namespace saraban
