// The order of text in a Thai register, and of any values.
#include "language/collate.h"

#include "language/sequence.h"

#include <algorithm>
#include <memory>
#include <unicode/ucol.h>

namespace saraban::language {
namespace {

struct CloseCollator {
  void operator()(UCollator* collator) const { ucol_close(collator); }
};
using Collator = std::unique_ptr<UCollator, CloseCollator>;

Collator open_collator(UCollationStrength strength) {
  UErrorCode status = U_ZERO_ERROR;
  Collator collator(ucol_open("th", &status));
  if (U_FAILURE(status)) return nullptr;
  ucol_setStrength(collator.get(), strength);
  return collator;
}

int rank(Kind kind) {
  switch (kind) {
  case Kind::undefined:
  case Kind::none:
    return 0;
  case Kind::boolean:
  case Kind::number:
    return 1;
  case Kind::string:
    return 2;
  case Kind::list:
    return 3;
  default:
    return 4;
  }
}

std::weak_ordering collate_lists(const Value& left, const Value& right, Case letter_case) {
  const Sequence a(left), b(right);
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    const auto order = collate_values(a.at(i), b.at(i), letter_case);
    if (order != 0) return order;
  }
  return a.size() <=> b.size();
}

} // namespace

std::weak_ordering collate(std::string_view left, std::string_view right, Case letter_case) {
  // Opened once, never changed after: safe to share between threads.
  static const Collator exact = open_collator(UCOL_TERTIARY);
  static const Collator caseless = open_collator(UCOL_SECONDARY);
  const Collator& collator = letter_case == Case::respected ? exact : caseless;
  if (!collator) return left <=> right;
  UErrorCode status = U_ZERO_ERROR;
  const UCollationResult result =
      ucol_strcollUTF8(collator.get(), left.data(), static_cast<std::int32_t>(left.size()),
                       right.data(), static_cast<std::int32_t>(right.size()), &status);
  return static_cast<int>(result) <=> 0;
}

std::weak_ordering collate_values(const Value& left, const Value& right, Case letter_case) {
  const int a = rank(kind_of(left)), b = rank(kind_of(right));
  if (a != b) return a <=> b;
  if (a == 1) return *number_of(left) <=> *number_of(right);
  if (a == 2) return collate(*string_of(left), *string_of(right), letter_case);
  if (a == 3) return collate_lists(left, right, letter_case);
  return std::weak_ordering::equivalent;
}

} // namespace saraban::language
