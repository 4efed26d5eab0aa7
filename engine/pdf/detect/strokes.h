// Rules to write on.
#pragma once

#include "pdf/detect/pieces.h"

namespace saraban::pdf::detect {

/// The free part of a rule, and where the baseline of what is written on it lies.
struct Stroke {
  Piece piece;
  Length baseline;
};

/// Rules that are no side of a cell, no underline, no separator; where text stands on a part of
/// one, the parts beside it.
std::vector<Stroke> strokes_of(const scan::ScannedPage& page, const Places& places);

} // namespace saraban::pdf::detect
