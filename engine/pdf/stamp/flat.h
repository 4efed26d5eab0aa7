// Flat PDFs: what module::FlatFunctions offers.
#pragma once

#include "pdf/module/flat.h"

namespace saraban::pdf::stamp {

/// module::FlatFunctions says what these do.
std::string detect_fields(std::shared_ptr<const std::string> bytes, const OpenOptions& options,
                          MapAs as, Language language, Diagnostics& diagnostics);

} // namespace saraban::pdf::stamp
