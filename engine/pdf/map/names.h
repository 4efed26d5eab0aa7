// The words of the map's file for kinds and places.
#pragma once

#include "pdf/map/map.h"

#include <array>
#include <string_view>
#include <utility>

namespace saraban::pdf::map {

inline constexpr std::array<std::pair<std::string_view, Kind>, 7> kind_names = {{
    {"text", Kind::text},
    {"multiline", Kind::multiline},
    {"check", Kind::check},
    {"radio", Kind::radio},
    {"image", Kind::image},
    {"qr", Kind::qr},
    {"comb", Kind::comb},
}};
inline constexpr std::array<std::pair<std::string_view, Align>, 3> align_names = {{
    {"left", Align::left},
    {"center", Align::center},
    {"right", Align::right},
}};
inline constexpr std::array<std::pair<std::string_view, Raise>, 3> raise_names = {{
    {"bottom", Raise::bottom},
    {"middle", Raise::middle},
    {"top", Raise::top},
}};

template <class Names, class Value>
std::string_view name_of(const Names& names, Value value) {
  for (const auto& [name, named] : names)
    if (named == value) return name;
  return "";
}

} // namespace saraban::pdf::map
