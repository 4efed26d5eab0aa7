// Words for the steps of a place: keys of PlaceStep in English and Thai.
#pragma once

#include <span>
#include <string_view>

namespace saraban {

struct PlaceWord {
  std::string_view key, english, thai;
};

/// Sorted by key; a key that is not here is shown as it is, its hyphens as spaces.
std::span<const PlaceWord> place_words();

} // namespace saraban
