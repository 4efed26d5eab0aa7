// A format's own placeholders: names that data may have.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace saraban::fill {

/// "a is defined and b.c is defined", for the paths that an expression reads; nothing when it is no
/// expression or reads none.
std::optional<std::string> names_are_there(std::string_view expression);

/// The tags round a placeholder: its value where the data has its names, else the placeholder.
struct Binding {
  std::string before, after;
};
std::optional<Binding> bind_to_data(std::string_view expression);

} // namespace saraban::fill
