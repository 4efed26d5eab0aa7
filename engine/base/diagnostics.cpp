// Collecting diagnostics, and the nearest right name for a wrong one.
#include "base/diagnostics.h"

#include "base/utf8.h"

#include <algorithm>

namespace saraban {
namespace {

constexpr std::size_t longest_name = 64;

/// Edit distance in characters; swapping two neighbours counts one (optimal string alignment).
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

} // namespace

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::error) ++errors_;
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::error(std::string code, Location where,
                        std::vector<std::pair<std::string, std::string>> arguments) {
  add({Severity::error, std::move(code), std::move(where), std::move(arguments)});
}

void Diagnostics::warning(std::string code, Location where,
                          std::vector<std::pair<std::string, std::string>> arguments) {
  add({Severity::warning, std::move(code), std::move(where), std::move(arguments)});
}

void Diagnostics::notice(std::string code, Location where,
                         std::vector<std::pair<std::string, std::string>> arguments) {
  add({Severity::notice, std::move(code), std::move(where), std::move(arguments)});
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates) {
  const std::u32string wanted = to_utf32(name.substr(0, longest_name * 4));
  if (wanted.size() > longest_name) return "";
  const std::size_t near_enough = std::max<std::size_t>(1, wanted.size() / 3);
  std::size_t best = near_enough + 1;
  std::string_view found;
  for (const std::string& candidate : candidates) {
    const std::u32string text = to_utf32(std::string_view(candidate).substr(0, longest_name * 4));
    const std::size_t longer = std::max(text.size(), wanted.size());
    if (longer - std::min(text.size(), wanted.size()) > near_enough) continue;
    const std::size_t distance = edit_distance(wanted, text);
    if (distance >= best || distance >= longer) continue;
    best = distance;
    found = candidate;
  }
  return std::string(found);
}

} // namespace saraban
