// Opening and compiling a template.
#include "job/compiled.h"

#include "base/failure.h"
#include "job/formats.h"
#include "job/guard.h"

namespace saraban {

document::Document Compiled::read(const package::Package& filled, Diagnostics& diagnostics) const {
  std::call_once(shared_read_, [&] {
    shared_ = format_.read_shared(source_.package(), environment_.limits, diagnostics);
  });
  return format_.read(filled, shared_, environment_.limits, diagnostics);
}

const font::Fonts& Compiled::fonts() const {
  std::call_once(fonts_found_, [this] {
    auto fonts = std::make_unique<font::Fonts>(environment_);
    for (document::EmbeddedFont& font :
         format_.embedded_fonts(source_.package(), environment_.limits))
      fonts->add_embedded(std::move(font.family), font.bold, font.italic, std::move(font.bytes));
    fonts_ = std::move(fonts);
  });
  return *fonts_;
}

std::shared_ptr<const Compiled> compile(const Job& job, Diagnostics& diagnostics) {
  Result result;
  std::shared_ptr<const Compiled> compiled;
  job::guard(result, [&] { compiled = job::compile_template(job, result.diagnostics); });
  for (const Diagnostic& diagnostic : result.diagnostics.all()) diagnostics.add(diagnostic);
  return result.diagnostics.has_errors() ? nullptr : compiled;
}

} // namespace saraban

namespace saraban::job {

package::Package open_template(const std::string& path, const Limits& limits) {
  if (!is_template_path(path)) {
    Location where;
    where.file = path;
    throw Failure(Fault::usage, "unknown-template-format", where);
  }
  auto bytes = std::make_shared<const std::string>(read_file(path, limits));
  return package::Package::open(std::move(bytes), path, limits);
}

std::shared_ptr<const Compiled> compile_template(const Job& job, Diagnostics& diagnostics) {
  const Environment& environment = job.environment;
  const package::Package package = open_template(job.template_path, environment.limits);
  const DocumentFormat& format = document_format(package);
  fill::Template source = fill::compile(package, format.markup(), environment, diagnostics);
  return std::make_shared<const Compiled>(std::move(source), format, environment);
}

namespace {

bool has_data(const Job& job) {
  return !job.data_paths.empty() || !job.assignments.empty() ||
         job.environment.form != FormMode::filled;
}

/// Where the first error is.
Location first_error(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.all())
    if (diagnostic.severity == Severity::error) return diagnostic.location;
  return {};
}

} // namespace

std::shared_ptr<const Compiled> compile_or_convert(const Job& job, Diagnostics& diagnostics) {
  Diagnostics found;
  auto compiled = compile_template(job, found);
  if (found.has_errors() && !has_data(job) && fill::uses(compiled->source()).empty()) {
    diagnostics.warning("braces-are-text", first_error(found));
    const DocumentFormat& format = compiled->format();
    return std::make_shared<const Compiled>(
        fill::untagged(compiled->source().package(), format.markup(), job.environment), format,
        job.environment);
  }
  for (const Diagnostic& diagnostic : found.all()) diagnostics.add(diagnostic);
  return compiled;
}

} // namespace saraban::job
