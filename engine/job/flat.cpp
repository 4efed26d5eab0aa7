// PDF files without fields: their maps proposed.
#include "job/flat.h"

#include "job/guard.h"
#include "pdf/module/flat.h"

namespace saraban {

std::string detect_form(const Job& job, InspectAs as, Result& result) {
  std::string text;
  job::guard(result, [&] {
    const Environment& environment = job.environment;
    const pdf::OpenOptions options{job.template_path, job.password, environment.limits};
    auto bytes =
        std::make_shared<const std::string>(read_file(job.template_path, environment.limits));
    text = pdf::module::flat_functions().detect(
        std::move(bytes), options, as == InspectAs::json ? pdf::MapAs::json : pdf::MapAs::yaml,
        environment.language, result.diagnostics);
    if (job.output_path.empty() || result.diagnostics.has_errors()) return;
    result.outputs.push_back({job.output_path, text});
    write_file(job.output_path, text);
  });
  return text;
}

} // namespace saraban
