// Pieces of a region before it is cut: lines and rows, with where a break may go.
#pragma once

#include "layout/flow.h"
#include "layout/table_rows.h"

#include <variant>

namespace saraban::layout {

/// One line, or the parts of it that stand beside floats.
struct LinePiece {
  const document::Paragraph* paragraph = nullptr;
  PreparedParagraph prepared;
  std::vector<Line> parts;
};

/// A float in the flow of blocks: a frame or a floating table. Takes no height itself.
struct FloatPiece {
  Fragment fragment;
  Point at; ///< On the page.
};

struct FlowPiece {
  Position start; ///< What begins with it.
  Position next;  ///< What follows it.
  Length top, bottom;
  Length fits_to;               ///< Bottom of what must fit: leading below the last line need not.
  Length space_after;           ///< Below it when nothing follows.
  Length line_gap;              ///< Line::gap of the last line.
  bool keep_with_next = false;  ///< Of its paragraph or row.
  bool may_break_before = true; ///< By its own kind: header rows and their table say no.
  std::vector<std::uint32_t> notes;
  std::size_t first_float = 0; ///< Floats in Filled before this piece.
  std::variant<LinePiece, RowPiece, FloatPiece> content;
};

/// Where to break `pieces` when the one at `overflow` does not fit: the last place that keep-with-
/// next, keep-lines and widow control allow; `overflow` itself when there is none. 0: all goes on.
std::size_t choose_break(const std::vector<FlowPiece>& pieces, std::size_t overflow);

} // namespace saraban::layout
