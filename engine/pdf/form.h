// A PDF template: its fields, compiled once, filled many times.
#pragma once

#include "pdf/fields.h"
#include "pdf/module/form.h"

namespace saraban::pdf {

class Form {
public:
  Form(std::shared_ptr<const std::string> bytes, OpenOptions options)
      : bytes_(std::move(bytes)), options_(std::move(options)) {}

  const std::string& name() const { return options_.name; }
  const OpenOptions& options() const { return options_; }
  /// The file again, to be read or changed: a File is for one thread and one use.
  std::shared_ptr<File> file(Diagnostics& diagnostics) const {
    return open(bytes_, options_, diagnostics);
  }

private:
  std::shared_ptr<const std::string> bytes_;
  OpenOptions options_;
};

/// module::FormFunctions says what these do.
std::shared_ptr<const Form> open_form(std::shared_ptr<const std::string> bytes,
                                      const OpenOptions& options, Diagnostics& diagnostics);
std::string list_fields(const Form& form, ListAs as, Language language);

} // namespace saraban::pdf
