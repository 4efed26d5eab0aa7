// Names of a batch's outputs: a pattern with tags, filled from each record.
#include "job/output_name.h"

namespace saraban::job {
namespace {

std::string safe_in_a_name(std::string text) {
  constexpr std::string_view unsafe = "/\\:*?\"<>|";
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || unsafe.find(c) != unsafe.npos) c = '-';
  if (text == "." || text == "..") text.replace(0, 1, "-");
  return text;
}

Location in_pattern(const std::string& pattern) {
  Location where;
  where.file = pattern;
  return where;
}

} // namespace

OutputName::OutputName(const std::string& pattern, Diagnostics& diagnostics)
    : pattern_(pattern, in_pattern(pattern), diagnostics) {}

std::string OutputName::of(const Record& record, const language::DocumentSettings& settings,
                           const Environment& environment, Diagnostics& diagnostics) const {
  language::Scope scope(record.value, record.sources, environment, settings, diagnostics);
  return pattern_.of(scope, safe_in_a_name);
}

} // namespace saraban::job
