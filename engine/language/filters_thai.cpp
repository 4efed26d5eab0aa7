// Filters of Thai text: digits, words, list numbers, names, phones, card numbers.
#include "language/routine.h"

namespace saraban::language {
std::span<const Routine> thai_filters() {
  return {};
}
} // namespace saraban::language
