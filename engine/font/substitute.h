// What stands in for a family that is not here, and how its lines were.
#pragma once

#include "font/fonts.h"

#include <array>
#include <string_view>
#include <vector>

namespace saraban::font {

/// A family to draw with, at a share of the nominal size.
struct StandIn {
  std::string_view family;
  int size_ten_thousandths = 10000;
};

/// A family that documents name.
struct KnownFamily {
  std::string_view key; ///< family_key of its name.
  /// Its regular face's; units_per_em is 0 where we do not know it.
  LineMetrics line;
  std::array<StandIn, 4> stand_ins;  ///< Best first; empty names at the end.
  LineMetrics header = {0, 0, 0, 0}; ///< By header_metrics where they differ from `line`.
};

/// Sorted by key.
const std::vector<KnownFamily>& known_families();
/// Null for a family that we never heard of.
const KnownFamily* find_known_family(std::string_view key);
/// The widths of a known family when `stand_in` draws it; null when they are the stand-in's own.
const Advances* known_advances(std::string_view key, bool bold, bool italic,
                               std::string_view stand_in);
/// Another family has its widths, or is drawn at a size of its own in its place.
bool has_twin(const KnownFamily* known);
/// StandIns::by_kind: DejaVu, by fontconfig's lists of serif and monospaced families.
StandIn stand_in_by_kind(std::string_view key);
/// Guesses by words in the name (serif, mono, TH …); never empty.
std::vector<StandIn> guess_stand_ins(std::string_view key);
/// Families to look for a character in, by its script, before all others.
std::vector<std::string_view> families_for(char32_t code, bool serif);
/// Whether a family is one of the serif designs, by what is known or guessed.
bool is_serif_key(std::string_view key);

} // namespace saraban::font
