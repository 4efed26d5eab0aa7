// Every fault of a template and its data, and what a careful clerk would see. Nothing is made.
#include "job/check.h"

#include "base/messages.h"
#include "clerk/clerk.h"
#include "data/read.h"
#include "job/bundle.h"
#include "job/forms.h"
#include "job/guard.h"
#include "job/pdf_template.h"
#include "job/pipeline.h"
#include "job/template_schema.h"
#include "schema/validate.h"

#include <algorithm>
#include <optional>

namespace saraban {
namespace job {

void check_template(const Compiled& compiled, const Environment& environment,
                    Diagnostics& diagnostics) {
  Diagnostics unheard;
  const auto document = compiled.read(compiled.source().package(), unheard);
  const data::Value nothing{data::Map{}};
  const data::Sources none;
  const clerk::Papers papers{
      document,    compiled.source().package().name(), nothing, none, nullptr, nullptr,
      environment, compiled.source().settings()};
  clerk::check_slots(papers, diagnostics);
}

void check_record(const Compiled& compiled, const Record& record, const Environment& environment,
                  Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.error_count();
  const auto filled = fill_record(compiled, record, environment, diagnostics);
  if (diagnostics.error_count() != before) return;
  Diagnostics unheard;
  const auto document = compiled.read(filled, unheard);
  const std::string& name = compiled.source().package().name();
  const auto schema = schema_of(name, environment.limits, diagnostics);
  if (schema) schema::validate(record.value, record.sources, schema->value, diagnostics);
  const clerk::Papers papers{document,
                             name,
                             record.value,
                             record.sources,
                             schema ? &schema->value : nullptr,
                             schema ? &schema->sources : nullptr,
                             environment,
                             compiled.source().settings()};
  clerk::check(papers, diagnostics);
}

} // namespace job

namespace {

/// What was found, beside the tags that it was found in.
Output annotated(const Compiled& compiled, const Job& job, const Diagnostics& diagnostics) {
  std::vector<fill::Remark> remarks;
  for (const Diagnostic& found : diagnostics.all())
    remarks.push_back({found.location.tag, format_diagnostic(found, job.environment.language)});
  const package::Package copy = compiled.format().markup().annotated(
      compiled.source().package(), remarks, job.environment.limits);
  return {job.annotated_path, package::save(compiled.format().ready_to_save(copy))};
}

void check_all(const Compiled& compiled, const Job& job, Diagnostics& diagnostics) {
  const bool sound = !diagnostics.has_errors();
  if (sound) job::check_template(compiled, job.environment, diagnostics);
  if (job.data_paths.empty() && job.assignments.empty()) return;
  const std::size_t before = diagnostics.error_count();
  const job::Record record = job::read_record(job, diagnostics);
  if (diagnostics.error_count() != before) return;
  if (sound)
    job::check_record(compiled, record, job.environment, diagnostics);
  else
    job::fill_record(compiled, record, job.environment, diagnostics);
}

} // namespace

Result check(const Job& job) {
  if (job::is_pdf_path(job.template_path)) return job::check_pdf(job);
  if (job::is_bundle_path(job.template_path)) return job::check_bundle(job);
  Result result;
  std::optional<Output> copy;
  job::guard(result, [&] {
    const auto compiled = job::compile_template(job, result.diagnostics);
    check_all(*compiled, job, result.diagnostics);
    if (!job.annotated_path.empty()) copy = annotated(*compiled, job, result.diagnostics);
  });
  if (copy) result.outputs.push_back(std::move(*copy)); // Faults are what it is for.
  return result;
}

Result check_files(const Job& job) {
  Result result = check(job);
  if (result.outputs.empty()) return result;
  Result writing;
  job::guard(writing, [&] {
    write_files({{result.outputs.front().path, result.outputs.front().bytes}});
  });
  for (const Diagnostic& fault : writing.diagnostics.all()) result.diagnostics.add(fault);
  result.exit_status = std::max(result.exit_status, writing.exit_status);
  return result;
}

} // namespace saraban
