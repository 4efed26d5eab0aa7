// Lines that outline shapes, and their ends.
#pragma once

#include "document/format.h"

namespace saraban::document {

struct Stroke {
  LineStyle style = LineStyle::none;
  Length width;
  Color color = black;
  enum class Head {
    none,
    triangle,
    stealth,
    diamond,
    oval,
    arrow
  } start = Head::none,
    end = Head::none;
  Length start_size, end_size; ///< Width of the heads; 0: three times the stroke's.
  bool operator==(const Stroke&) const = default;
};

} // namespace saraban::document
