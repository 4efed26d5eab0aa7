// Filters: document.
#include "language/routine.h"

namespace saraban::language {
std::span<const Routine> document_filters() {
  return {};
}
} // namespace saraban::language
