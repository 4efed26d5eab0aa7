// A PDF template opened, with what its records share.
#include "job/pdf_template.h"

#include "base/environment.h"

namespace saraban::job {

bool is_pdf_path(std::string_view path) {
  constexpr std::string_view extension = ".pdf";
  if (path.size() < extension.size()) return false;
  const std::string_view end = path.substr(path.size() - extension.size());
  for (std::size_t i = 0; i < extension.size(); ++i)
    if ((end[i] >= 'A' && end[i] <= 'Z' ? end[i] + 32 : end[i]) != extension[i]) return false;
  return true;
}

const font::Fonts& PdfTemplate::fonts() const {
  std::call_once(fonts_found_, [this] { fonts_ = std::make_unique<font::Fonts>(environment_); });
  return *fonts_;
}

std::shared_ptr<const PdfTemplate> open_pdf_template(const Job& job, Diagnostics& diagnostics) {
  const Environment& environment = job.environment;
  pdf::OpenOptions options{job.template_path, job.password, environment.limits};
  auto bytes =
      std::make_shared<const std::string>(read_file(job.template_path, environment.limits));
  return std::make_shared<const PdfTemplate>(
      pdf::module::form_functions().open(std::move(bytes), options, diagnostics), environment);
}

} // namespace saraban::job
