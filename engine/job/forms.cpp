// PDF files as templates: their fields listed, filled, flattened, read back.
#include "job/forms.h"

#include "job/guard.h"
#include "job/pdf_template.h"

namespace saraban {

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

} // namespace saraban
