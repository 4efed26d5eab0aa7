// The entries of the module for PDF templates.
#include "pdf/form.h"

extern "C" __attribute__((visibility("default"))) const saraban::pdf::module::FormFunctions*
saraban_form_functions() {
  static constexpr saraban::pdf::module::FormFunctions functions{
      saraban::pdf::open_form, saraban::pdf::list_fields, saraban::pdf::fill_form};
  return &functions;
}
