// What a stamp shows: its expression evaluated, as its kind takes it.
#pragma once

#include "fill/image_file.h"
#include "language/scope.h"
#include "pdf/stamp/flat.h"
#include "pdf/stamp/qr_modules.h"

#include <variant>

namespace saraban::pdf::stamp {

struct Tick {};

/// Nothing, text, a tick, a picture, a QR code.
using Content = std::variant<std::monostate, std::string, Tick, fill::ImageFile, QrModules>;

/// Nothing for values that are absent, empty or false, for conditions that do not hold, and after a
/// reported fault.
Content content_of(const Stamp& stamp, language::Scope& scope);

} // namespace saraban::pdf::stamp
