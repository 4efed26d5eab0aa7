// A PDF template: opened and compiled.
#include "pdf/form.h"

#include "pdf/values.h"
#include "render/form_xobjects.h"

#include <utility>

namespace saraban::pdf {

Form::Form(std::shared_ptr<const std::string> bytes, OpenOptions options, Diagnostics& diagnostics)
    : bytes_(std::move(bytes)), options_(std::move(options)) {
  opened_ = open(bytes_, options_, diagnostics);
  guarded(*opened_, [&] {
    for (const Field& field : read_fields(*opened_).fields)
      expressions_.push_back(expression_of(field, place_of(name(), field), diagnostics));
  });
}

std::shared_ptr<File> Form::file(Diagnostics& diagnostics) const {
  {
    const std::lock_guard lock(mutex_);
    if (opened_) return std::exchange(opened_, nullptr);
  }
  return open(bytes_, options_, diagnostics);
}

std::shared_ptr<const std::string>
Form::typing_font(const std::shared_ptr<const font::Face>& face) const {
  const std::lock_guard lock(mutex_);
  std::shared_ptr<const std::string>& made = typing_[face];
  if (made) return made;
  const page::Pages none;
  Diagnostics unheard; // of pictures
  made = std::make_shared<const std::string>(
      render::form_xobjects({none, {}, face}, render::PdfOptions(), unheard));
  return made;
}

std::shared_ptr<const Form> open_form(std::shared_ptr<const std::string> bytes,
                                      const OpenOptions& options, Diagnostics& diagnostics) {
  return std::make_shared<const Form>(std::move(bytes), options, diagnostics);
}

} // namespace saraban::pdf
