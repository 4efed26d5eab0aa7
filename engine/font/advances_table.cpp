// Widths of families that no free font matches.
#include "font/substitute.h"

namespace saraban::font {

namespace {

// Caladea was made to Cambria's widths, but its releases since 2020 are not any more.
constexpr Advances cambria{
    {220, 0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   205, 332, 205, 0,   554, 554, 554,
     554, 554, 554, 554, 554, 554, 554, 0,   0,   0,   0,   0,   0,   0,   623, 611, 563, 662, 575,
     537, 611, 687, 324, 307, 629, 537, 815, 681, 653, 568, 653, 621, 496, 593, 648, 604, 921, 571,
     570, 538, 0,   0,   0,   0,   0,   0,   488, 547, 441, 555, 488, 303, 494, 552, 278, 266, 524,
     271, 832, 558, 531, 556, 547, 414, 430, 338, 552, 504, 774, 483, 504, 455, 0,   0,   0,   0},
    10490};
constexpr Advances cambria_others{{}, 10415};

} // namespace

const Advances* known_advances(std::string_view key, bool bold, bool italic,
                               std::string_view stand_in) {
  if (key.starts_with("cambria") && stand_in == "Caladea")
    return bold || italic ? &cambria_others : &cambria;
  return nullptr;
}

} // namespace saraban::font
