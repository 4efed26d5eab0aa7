// From what a document shows back to the data: the other way through an expression's filters.
#pragma once

#include "data/value.h"
#include "language/ast.h"

#include <optional>
#include <string_view>

namespace saraban::language {

/// What the data was when `expression` shows it as `text`: dates as ISO dates, amounts and numbers
/// as numbers, boxes as true or false, anything else as text without the marks that keep words
/// together. Nothing for empty text, and for expressions that do not give their data back: sums,
/// conditions, values made of several others.
std::optional<data::Value> invert(const Expression& expression, std::string_view text);

} // namespace saraban::language
