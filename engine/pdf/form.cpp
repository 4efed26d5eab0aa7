// A PDF template: opened and compiled.
#include "pdf/form.h"

#include "pdf/values.h"

namespace saraban::pdf {

Form::Form(std::shared_ptr<const std::string> bytes, OpenOptions options, Diagnostics& diagnostics)
    : bytes_(std::move(bytes)), options_(std::move(options)) {
  const auto opened = file(diagnostics);
  guarded(*opened, [&] {
    for (const Field& field : read_fields(*opened).fields)
      expressions_.push_back(expression_of(field, place_of(name(), field), diagnostics));
  });
}

std::shared_ptr<const Form> open_form(std::shared_ptr<const std::string> bytes,
                                      const OpenOptions& options, Diagnostics& diagnostics) {
  return std::make_shared<const Form>(std::move(bytes), options, diagnostics);
}

} // namespace saraban::pdf
