// Arguments of the filters that give what only a document can show.
#pragma once

#include "base/length.h"
#include "language/routine.h"

#include <optional>

namespace saraban::language {

/// "2.5cm", "30mm", "1in", "36pt"; a number alone is centimetres.
std::optional<Length> length_in(const Value& value);
/// Reports an argument that is no length.
std::optional<Length> length_argument(const Invocation& call, std::size_t place);
/// Absent, none or empty text.
bool is_blank(const Value& value);

} // namespace saraban::language
