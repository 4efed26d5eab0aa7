// A PDF template: opened and compiled.
#include "pdf/form.h"

namespace saraban::pdf {

std::shared_ptr<const Form> open_form(std::shared_ptr<const std::string> bytes,
                                      const OpenOptions& options, Diagnostics& diagnostics) {
  auto form = std::make_shared<const Form>(std::move(bytes), options);
  form->file(diagnostics);
  return form;
}

} // namespace saraban::pdf
