// Filters: number.
#include "language/routine.h"

namespace saraban::language {
std::span<const Routine> number_filters() {
  return {};
}
} // namespace saraban::language
