// What the module for PDF templates offers: opened when first asked for.
#include "pdf/module/form.h"

#include "base/module.h"

namespace saraban::pdf::module {

const FormFunctions& form_functions() {
  using Entry = const FormFunctions*();
  static const FormFunctions* const functions =
      reinterpret_cast<Entry*>(open_module(pdf_file, form_functions_symbol))();
  return *functions;
}

} // namespace saraban::pdf::module
