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

/// Gives up, as equal, on lists that hold each other too often.
std::weak_ordering collate_parts(const Value& left, const Value& right, Case letter_case,
                                 int& parts_left) {
  const int a = rank(kind_of(left)), b = rank(kind_of(right));
  if (a != b || --parts_left < 0) return a <=> b;
  if (a == 1) {
    const auto x = number_of(left), y = number_of(right);
    return x && y ? *x <=> *y : std::strong_ordering::equal;
  }
  if (a == 2) return collate(*string_of(left), *string_of(right), letter_case);
  if (a != 3) return std::weak_ordering::equivalent;
  const Sequence x(left), y(right);
  for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
    const auto order = collate_parts(x.at(i), y.at(i), letter_case, parts_left);
    if (order != 0) return order;
  }
  return x.size() <=> y.size();
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
  int parts_left = 10'000;
  return collate_parts(left, right, letter_case, parts_left);
}

} // namespace saraban::language
