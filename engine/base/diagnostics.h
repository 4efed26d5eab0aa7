// Everything that is said about the user's files, in one pass.
#pragma once

#include "base/location.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace saraban {

enum class Severity { notice, warning, error };

/// Arguments are named: {{"name", "bahtext"}, {"nearest", "bahttext"}}. The words, in Thai and in
/// English, are in base/messages under the code; a hint is there too and may use the same
/// arguments.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code; ///< Stable, kebab-case: "unknown-filter".
  Location location;
  std::vector<std::pair<std::string, std::string>> arguments;
};

/// Collects; knows no order but the order of arrival. Not shared between threads.
class Diagnostics {
public:
  void add(Diagnostic diagnostic);
  void error(std::string code, Location where,
             std::vector<std::pair<std::string, std::string>> arguments = {});
  void warning(std::string code, Location where,
               std::vector<std::pair<std::string, std::string>> arguments = {});
  void notice(std::string code, Location where,
              std::vector<std::pair<std::string, std::string>> arguments = {});
  bool has_errors() const { return errors_ != 0; }
  std::size_t error_count() const { return errors_; }
  const std::vector<Diagnostic>& all() const { return all_; }

private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
};

/// The candidate nearest to `name` by edit distance, if any is near enough to be meant; else "".
std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates);

} // namespace saraban
