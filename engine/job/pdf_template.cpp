// A PDF template opened, with what its records share.
#include "job/pdf_template.h"

#include "base/environment.h"

#include <filesystem>

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

namespace {

std::shared_ptr<const std::string> bytes_of(const Job& job) {
  return std::make_shared<const std::string>(read_file(job.template_path, job.environment.limits));
}

pdf::OpenOptions options_of(const Job& job) {
  return {job.template_path, job.password, job.environment.limits};
}

/// "name.fields.yaml" for "name.pdf"; "" when there is none.
std::string map_beside(const std::string& path) {
  const std::string stem = path.substr(0, path.size() - std::string_view(".pdf").size());
  for (const char* extension : {".fields.yaml", ".fields.yml", ".fields.json"}) {
    std::error_code fault;
    if (std::filesystem::is_regular_file(stem + extension, fault)) return stem + extension;
  }
  return "";
}

} // namespace

std::shared_ptr<const PdfTemplate> open_pdf_template(const Job& job, Diagnostics& diagnostics) {
  return std::make_shared<const PdfTemplate>(
      pdf::module::form_functions().open(bytes_of(job), options_of(job), diagnostics), nullptr,
      job.environment);
}

std::shared_ptr<const PdfTemplate> open_pdf_or_map(const Job& job, Diagnostics& diagnostics) {
  const std::string path = job.map_path.empty() ? map_beside(job.template_path) : job.map_path;
  if (path.empty()) return open_pdf_template(job, diagnostics);
  const std::string map = read_file(path, job.environment.limits);
  return std::make_shared<const PdfTemplate>(
      nullptr,
      pdf::module::flat_functions().open(bytes_of(job), options_of(job), {path, map}, diagnostics),
      job.environment);
}

} // namespace saraban::job
