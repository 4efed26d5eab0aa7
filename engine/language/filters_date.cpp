// Filters: date.
#include "language/routine.h"

namespace saraban::language {
std::span<const Routine> date_filters() {
  return {};
}
} // namespace saraban::language
