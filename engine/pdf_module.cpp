// The entries of the module for PDF templates.
#include "pdf/form.h"
#include "pdf/stamp/flat.h"

extern "C" __attribute__((visibility("default"))) const saraban::pdf::module::FormFunctions*
saraban_form_functions() {
  static constexpr saraban::pdf::module::FormFunctions functions{
      saraban::pdf::open_form, saraban::pdf::list_fields, saraban::pdf::fill_form,
      saraban::pdf::extract_values};
  return &functions;
}

extern "C" __attribute__((visibility("default"))) const saraban::pdf::module::FlatFunctions*
saraban_flat_functions() {
  static constexpr saraban::pdf::module::FlatFunctions functions{
      saraban::pdf::stamp::detect_fields, saraban::pdf::stamp::open_flat,
      saraban::pdf::stamp::stamp_flat, saraban::pdf::stamp::create_form};
  return &functions;
}
