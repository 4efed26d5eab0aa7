// What the module for PDF templates offers for flat PDFs: opened when first asked for.
#include "pdf/module/flat.h"

#include "base/module.h"

namespace saraban::pdf::module {

const FlatFunctions& flat_functions() {
  using Entry = const FlatFunctions*();
  static const FlatFunctions* const functions =
      reinterpret_cast<Entry*>(open_module(pdf_file, flat_functions_symbol))();
  return *functions;
}

} // namespace saraban::pdf::module
