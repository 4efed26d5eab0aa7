// Leaders, brackets and signs inside a line of text.
#pragma once

#include "pdf/detect/pieces.h"

namespace saraban::pdf::detect {

/// The pieces of characters [begin, end) of a line, which stand in one cell or outside all of them.
std::vector<Piece> pieces_of_line(const scan::TextLine& line, std::size_t begin, std::size_t end);

} // namespace saraban::pdf::detect
