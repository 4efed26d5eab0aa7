// What the module for PDF templates offers for flat PDFs: those without fields.
#pragma once

#include "pdf/module/form.h"

namespace saraban::pdf {

enum class MapAs { yaml, json };

} // namespace saraban::pdf

namespace saraban::pdf::module {

/// None of them keeps references to its arguments.
struct FlatFunctions {
  /// A map of the fields that a flat form seems to have, to be corrected by people; ends in a line
  /// feed. Throws Failure as pdf/open.h says.
  std::string (*detect)(std::shared_ptr<const std::string> bytes, const OpenOptions& options,
                        MapAs as, Language language, Diagnostics& diagnostics);
};

/// Throws Failure (machine: "module-missing").
const FlatFunctions& flat_functions();

inline constexpr const char* flat_functions_symbol = "saraban_flat_functions";

} // namespace saraban::pdf::module
