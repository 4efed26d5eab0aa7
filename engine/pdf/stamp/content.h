// What a stamp shows: its expression evaluated, as its kind takes it.
#pragma once

#include "codes/codes.h"
#include "fill/image_file.h"
#include "language/scope.h"
#include "pdf/stamp/flat.h"

#include <variant>

namespace saraban::pdf::stamp {

struct Tick {};

/// A QR code or a barcode.
struct Code {
  codes::Symbol symbol;
  bool is_linear = false;
};

/// Nothing, text, a tick, a picture, a code.
using Content = std::variant<std::monostate, std::string, Tick, fill::ImageFile, Code>;

/// Nothing for values that are absent, empty or false, for conditions that do not hold, and after a
/// reported fault.
Content content_of(const Stamp& stamp, language::Scope& scope);

} // namespace saraban::pdf::stamp
