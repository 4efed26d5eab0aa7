// Tables and boxes: which are cells to write in, which are to tick, which take one character each.
#pragma once

#include "pdf/detect/pieces.h"

namespace saraban::pdf::detect {

struct Boxes {
  std::vector<PlacedCell> cells;
  std::vector<Piece> choices; ///< Boxes and circles to tick.
  std::vector<Piece> combs;
};

Boxes boxes_of(const scan::ScannedPage& page);
/// The innermost cell that holds a point; -1 for none.
int cell_at(const std::vector<PlacedCell>& cells, Point at);

} // namespace saraban::pdf::detect
