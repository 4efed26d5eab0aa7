// Which of the three forms of a template a case asks for.
#pragma once

#include "base/environment.h"
#include "runner/runner.h"

namespace saraban::cases {

/// "form.txt" says blank or fillable; without it the template is filled.
inline FormMode form_of(const std::filesystem::path& item) {
  if (!std::filesystem::exists(item / "form.txt")) return FormMode::filled;
  return read_text(item / "form.txt") == "blank\n" ? FormMode::blank : FormMode::fillable;
}

} // namespace saraban::cases
