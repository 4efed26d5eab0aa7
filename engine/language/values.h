// Comparing and showing values, for operators and filters alike.
#pragma once

#include "language/scope.h"
#include "language/value.h"

#include <compare>
#include <optional>
#include <string>

namespace saraban::language {

bool equal_values(const Value& left, const Value& right);
/// Numbers by value, text by code point, lists item by item; nothing for what has no order.
std::optional<std::strong_ordering> order_of(const Value& left, const Value& right);

/// As it shows in a document: plain_form with the document's digits for numbers. Undefined is
/// reported and is empty.
std::string shown_text(const Value& value, Scope::State& state);
/// For messages: the beginning of a long value, "none" for nothing.
std::string described(const Value& value);
/// Python's "%s of %d" % value; a list gives several values.
std::string percent_formatted(const std::string& format, const Value& value, Scope::State& state);
/// Python's "{} {0} {name}" with arguments.
std::string brace_formatted(const std::string& format, const std::vector<Value>& positional,
                            const std::vector<std::pair<std::string, Value>>& keyword,
                            Scope::State& state);

} // namespace saraban::language
