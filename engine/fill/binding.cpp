// Tags that stand for placeholders.
#include "fill/binding.h"

#include "base/diagnostics.h"
#include "language/scope.h"
#include "language/tags.h"

namespace saraban::fill {

std::optional<std::string> names_are_there(std::string_view expression) {
  Diagnostics faults;
  const language::Expression parsed = language::parse_output(expression, {}, faults);
  if (faults.has_errors() || !parsed.root) return std::nullopt;
  std::string condition;
  for (const std::string& path : language::paths_read(parsed)) {
    // A path that is no more than its list would be: "a[]".
    if (path.find("[]") != std::string::npos) return std::nullopt;
    condition += (condition.empty() ? "" : " and ") + path + " is defined";
  }
  if (condition.empty()) return std::nullopt;
  return condition;
}

std::optional<Binding> bind_to_data(std::string_view expression) {
  const auto condition = names_are_there(expression);
  if (!condition) return std::nullopt;
  return Binding{"{% if " + *condition + " %}{{ " + std::string(expression) + " }}{% else %}",
                 "{% endif %}"};
}

} // namespace saraban::fill
