// Ranges of pages as people write them.
#include "job/page_range.h"

#include <algorithm>
#include <charconv>

namespace saraban::job {
namespace {

/// A page number; `otherwise` for no text, nothing for other text.
std::optional<std::size_t> number(std::string_view text, std::size_t otherwise) {
  if (text.empty()) return otherwise;
  std::size_t n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (error != std::errc() || end != text.data() + text.size() || n == 0) return std::nullopt;
  return n;
}

} // namespace

std::optional<std::vector<std::size_t>> pages_in(std::string_view range, std::size_t count) {
  std::vector<bool> wanted(count + 1, range.empty());
  for (std::size_t at = 0; !range.empty() && at <= range.size();) {
    const std::size_t end = std::min(range.find(',', at), range.size());
    const std::string_view part = range.substr(at, end - at);
    const auto dash = part.find('-');
    if (part.empty() || part == "-") return std::nullopt;
    const auto first = number(part.substr(0, dash), 1);
    const auto last = dash == part.npos ? first : number(part.substr(dash + 1), count);
    if (!first || !last) return std::nullopt;
    for (std::size_t page = *first; page <= std::min(*last, count); ++page) wanted[page] = true;
    at = end + 1;
  }
  std::vector<std::size_t> pages;
  for (std::size_t page = 1; page <= count; ++page)
    if (wanted[page]) pages.push_back(page);
  return pages;
}

} // namespace saraban::job
