// All of the clerk's eyes, one after the other.
#include "clerk/clerk.h"

#include <algorithm>

namespace saraban::clerk {

namespace {

/// What was said of the data is not said of the document again.
bool is_said(const std::vector<Diagnostic>& all, std::size_t before) {
  const Diagnostic& last = all[before];
  return std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(before),
                     [&](const Diagnostic& other) {
                       return other.code == last.code && other.arguments == last.arguments &&
                              (other.location == last.location || last.location.line == 0);
                     });
}

} // namespace

void check(const Papers& papers, Diagnostics& diagnostics) {
  Diagnostics seen;
  check_figures(papers, seen);
  check_relations(papers, seen);
  check_letter(papers, seen);
  check_texts(papers, seen);
  check_numbering(papers, seen);
  check_slots(papers, seen);
  for (std::size_t i = 0; i < seen.all().size(); ++i)
    if (!is_said(seen.all(), i)) diagnostics.add(seen.all()[i]);
}

} // namespace saraban::clerk
