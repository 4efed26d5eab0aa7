// PDF files as templates: their fields listed, filled, flattened, read back.
#include "job/forms.h"

#include "base/failure.h"
#include "data/read.h"
#include "data/write.h"
#include "job/compiled.h"
#include "job/guard.h"
#include "job/pdf_template.h"

#include <future>

namespace saraban {
namespace job {
namespace {

pdf::FillOptions options_of(const Job& job, pdf::Purpose purpose) {
  pdf::FillOptions options;
  if (job.fields == Fields::flattened) options.flatten = pdf::Flatten::yes;
  if (job.signatures == Signatures::may_break) options.signed_files = pdf::SignedFiles::change;
  options.purpose = purpose;
  return options;
}

/// A PDF is filled, not laid out: nothing else can be made of it.
void demand_pdf_output(const std::string& path) {
  if (is_pdf_path(path)) return;
  Location where;
  where.file = path;
  throw Failure(Fault::usage, "pdf-makes-pdf", where);
}

bool creates(const Job& job) {
  return job.fields == Fields::created || job.environment.form == FormMode::fillable;
}

std::string filled(const PdfTemplate& source, const Record& record, const Job& job,
                   pdf::FillOptions options, Diagnostics& diagnostics) {
  pdf::Means means{job.environment};
  if (options.purpose == pdf::Purpose::fill) means.fonts = &source.fonts();
  means.shapers = &source.shapers();
  if (source.flat() != nullptr) {
    if (job.environment.form == FormMode::blank)
      return read_file(job.template_path, job.environment.limits);
    const pdf::module::FlatFunctions& flat = pdf::module::flat_functions();
    const auto make = creates(job) ? flat.create : flat.stamp;
    return make(*source.flat(), record.value, record.sources, options, means, diagnostics);
  }
  return pdf::module::form_functions().fill(source.form(), record.value, record.sources, options,
                                            means, diagnostics);
}

void add_filled(const PdfTemplate& source, const Record& record, const Job& job,
                const std::string& path, const pdf::FillOptions& options, Result& result) {
  std::string bytes = filled(source, record, job, options, result.diagnostics);
  if (!result.diagnostics.has_errors()) result.outputs.push_back({path, std::move(bytes)});
}

} // namespace

void produce_from_pdf(const PdfTemplate& source, const Record& record, const Job& job,
                      const std::string& output_path, Result& result) {
  demand_pdf_output(output_path);
  pdf::FillOptions options = options_of(job, pdf::Purpose::fill);
  options.unused = pdf::UnusedValues::allowed;
  add_filled(source, record, job, output_path, options, result);
}

namespace {

void append(const Diagnostics& from, Diagnostics& to) {
  for (const Diagnostic& diagnostic : from.all()) to.add(diagnostic);
}

/// The template and the data, side by side: the module takes milliseconds to load.
std::pair<std::shared_ptr<const PdfTemplate>, Record> open_and_read(const Job& job,
                                                                    Diagnostics& diagnostics) {
  Diagnostics of_template, of_data;
  auto opening = std::async(std::launch::async, [&] { return open_pdf_or_map(job, of_template); });
  Record record = read_record(job, of_data);
  auto source = opening.get();
  append(of_template, diagnostics);
  append(of_data, diagnostics);
  return {std::move(source), std::move(record)};
}

} // namespace

Result generate_from_pdf(const Job& job) {
  Result result;
  guard(result, [&] {
    demand_pdf_output(job.output_path);
    if (job.pdf_standard != PdfStandard{})
      throw Failure(Fault::usage, "pdf-standard-of-pdf",
                    Location{job.template_path, {}, 0, 0, "", "", ""});
    const auto [source, record] = open_and_read(job, result.diagnostics);
    if (!result.diagnostics.has_errors())
      add_filled(*source, record, job, job.output_path, options_of(job, pdf::Purpose::fill),
                 result);
  });
  return result;
}

Result check_pdf(const Job& job) {
  Result result;
  guard(result, [&] {
    const auto source = open_pdf_or_map(job, result.diagnostics);
    if (job.data_paths.empty() && job.assignments.empty()) return;
    const std::size_t before = result.diagnostics.error_count();
    const Record record = read_record(job, result.diagnostics);
    if (result.diagnostics.error_count() == before)
      filled(*source, record, job, options_of(job, pdf::Purpose::check), result.diagnostics);
  });
  return result;
}

} // namespace job

std::string list_form(const Job& job, InspectAs as, Result& result) {
  std::string text;
  job::guard(result, [&] {
    const auto form = job::open_pdf_template(job, result.diagnostics);
    text = pdf::module::form_functions().list(
        form->form(), as == InspectAs::json ? pdf::ListAs::json : pdf::ListAs::text,
        job.environment.language);
  });
  return text;
}

std::string extract_form(const Job& job, Result& result) {
  std::string text;
  job::guard(result, [&] {
    const auto format = data::format_of(job.output_path);
    const bool yaml = format == data::Format::yaml;
    if (!job.output_path.empty() && !yaml && format != data::Format::json) {
      Location where;
      where.file = job.output_path;
      throw Failure(Fault::usage, "unknown-output-format", where, {{"known", ".json, .yaml"}});
    }
    const auto form = job::open_pdf_template(job, result.diagnostics);
    const data::Value value = pdf::module::form_functions().extract(form->form());
    text = yaml ? data::write_yaml(value) : data::write_json(value);
    if (job.output_path.empty() || result.diagnostics.has_errors()) return;
    result.outputs.push_back({job.output_path, text});
    write_file(job.output_path, text);
  });
  return text;
}

Result flatten_form(const Job& job) {
  Result result;
  job::guard(result, [&] {
    job::demand_pdf_output(job.output_path);
    const auto source = job::open_pdf_template(job, result.diagnostics);
    Job flat = job;
    flat.fields = Fields::flattened;
    job::produce_from_pdf(*source, {}, flat, job.output_path, result);
  });
  return result;
}

} // namespace saraban
