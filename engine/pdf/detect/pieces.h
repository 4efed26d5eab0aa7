// A page as rows of pieces: text, blanks to write on, boxes to tick.
#pragma once

#include "pdf/scan/scan.h"

#include <string>
#include <vector>

namespace saraban::pdf::detect {

enum class PieceKind {
  text,
  blank,  ///< A leader, or a rule with nothing on it.
  choice, ///< A box or a circle to tick.
  comb    ///< Boxes for one character each.
};

struct Piece {
  PieceKind kind = PieceKind::text;
  std::string text; ///< Of text, without spaces at its ends.
  Rect rect;        ///< Of text and leaders: from the line's top to its bottom.
  Length size;      ///< Of the text, or of that around it.
  std::uint32_t font = 0;
  bool joined = false;     ///< To the piece before it: no space between.
  bool round = false;      ///< A circle: one of several.
  bool bracketed = false;  ///< Between brackets, which are in it or around it.
  std::vector<Rect> boxes; ///< Of a comb.
};

struct Row {
  Length baseline, size;
  int cell = -1;             ///< Index into Places::cells of the cell it stands in; -1 for none.
  std::vector<Piece> pieces; ///< Left to right; never empty.
  Length left() const { return pieces.front().rect.x; }
  Length right() const { return pieces.back().rect.right(); }
};

/// A cell to write in, or with text in it.
struct PlacedCell {
  scan::Cell cell;
  std::size_t table = 0; ///< Index into ScannedPage::tables.
  std::string text;      ///< All that stands in it, lines joined.
  bool has_blank = false;
};

struct Places {
  std::vector<PlacedCell> cells; ///< Of tables and large boxes, in order.
  std::vector<Row> rows;         ///< Top to bottom, then left to right.
  Length body_size;              ///< Of most characters of the page.
};

Places places_of(const scan::ScannedPage& page);

} // namespace saraban::pdf::detect
