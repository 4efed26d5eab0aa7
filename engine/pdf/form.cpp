// A PDF template: opened and compiled.
#include "pdf/form.h"

#include "pdf/values.h"

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

/// The lock is held.
void Form::take_apart_once(Diagnostics& diagnostics) const {
  if (std::exchange(taken_apart_, true)) return;
  const auto whole = open(bytes_, options_, diagnostics);
  guarded(*whole, [&] {
    whole->qpdf().getObjectCount(); // reads all objects
    if (whole->qpdf().isEncrypted() || whole->qpdf().anyWarnings()) return;
    parts_ = std::make_shared<const Parts>(take_apart(whole->qpdf(), {}));
    plain_ = std::make_shared<const std::string>(put_together(*parts_, Packing::none));
  });
}

std::shared_ptr<File> Form::file(Diagnostics& diagnostics) const {
  {
    const std::lock_guard lock(mutex_);
    if (opened_) return std::exchange(opened_, nullptr);
    take_apart_once(diagnostics);
  }
  if (!parts_) return open(bytes_, options_, diagnostics);
  auto file = open(plain_, options_, diagnostics);
  file->set_base(parts_);
  return file;
}

std::shared_ptr<const render::LooseForms>
Form::typing_font(const std::shared_ptr<const font::Face>& face, int first) const {
  const std::lock_guard lock(mutex_);
  std::shared_ptr<const render::LooseForms>& made = typing_[{face, first}];
  if (made) return made;
  const page::Pages none;
  Diagnostics unheard; // of pictures
  made = std::make_shared<const render::LooseForms>(
      render::loose_form_xobjects({none, {}, face}, first, render::PdfOptions(), unheard));
  return made;
}

std::shared_ptr<const Form> open_form(std::shared_ptr<const std::string> bytes,
                                      const OpenOptions& options, Diagnostics& diagnostics) {
  return std::make_shared<const Form>(std::move(bytes), options, diagnostics);
}

} // namespace saraban::pdf
