// A PDF template: its fields, compiled once, filled many times.
#pragma once

#include "pdf/expression.h"
#include "pdf/fields.h"
#include "pdf/module/form.h"
#include "render/form_xobjects.h"

#include <map>
#include <mutex>

namespace saraban::pdf {

class Form {
public:
  Form(std::shared_ptr<const std::string> bytes, OpenOptions options, Diagnostics& diagnostics);

  const std::string& name() const { return options_.name; }
  const OpenOptions& options() const { return options_; }
  /// The file, to be read or changed: a File is for one thread and one use. The first to ask gets
  /// the one that was opened to compile the form, others open it again.
  std::shared_ptr<File> file(Diagnostics& diagnostics) const;

  /// Of a field, by its index; null where it has none.
  const FieldExpression* expression(std::size_t field) const {
    const bool has = field < expressions_.size() && expressions_[field].has_value();
    return has ? &*expressions_[field] : nullptr;
  }

  /// A font of the face's characters, as objects numbered from `first` on: made once for the same
  /// number, which is the same for each record.
  std::shared_ptr<const render::LooseForms>
  typing_font(const std::shared_ptr<const font::Face>& face, int first) const;

private:
  void take_apart_once(Diagnostics& diagnostics) const;

  std::shared_ptr<const std::string> bytes_;
  OpenOptions options_;
  mutable std::mutex mutex_;
  mutable std::shared_ptr<File> opened_;
  mutable bool taken_apart_ = false;
  /// Of a sound file: read faster, object by object.
  mutable std::shared_ptr<const Parts> parts_;
  mutable std::shared_ptr<const std::string> plain_;
  /// Looked up, never listed.
  mutable std::map<std::pair<std::shared_ptr<const font::Face>, int>,
                   std::shared_ptr<const render::LooseForms>>
      typing_;
  std::vector<std::optional<FieldExpression>> expressions_;
};

/// module::FormFunctions says what these do.
std::shared_ptr<const Form> open_form(std::shared_ptr<const std::string> bytes,
                                      const OpenOptions& options, Diagnostics& diagnostics);
std::string list_fields(const Form& form, ListAs as, Language language);
data::Value extract_values(const Form& form);
/// What the fields of the form's file hold now, in the shape of the data.
data::Value values_in(const Form& form, const FormFields& fields);
std::string fill_form(const Form& form, const data::Value& record, const data::Sources& sources,
                      const FillOptions& options, const Means& means, Diagnostics& diagnostics);

} // namespace saraban::pdf
