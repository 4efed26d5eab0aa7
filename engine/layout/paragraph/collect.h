// Stage 1 of a paragraph: its inlines to one text and the things that stand between its characters.
#pragma once

#include "layout/paragraph/context.h"
#include "layout/paragraph/prepared.h"

namespace saraban::layout {

/// A stretch of text in one format, or (text empty) one thing: Paragraph::inlines[source].
struct Piece {
  std::uint32_t start = 0, end = 0; ///< Bytes in Collected::text.
  document::FormatIndex format = 0;
  std::uint32_t source = 0;
  bool is_label = false;
  bool is_text = true;
  Capitals capitals = Capitals::full; ///< reduced: was lower case in a run of small capitals.
};

struct Collected {
  std::string text;
  std::vector<Piece> pieces; ///< In logical order; neighbours of one format are joined.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> uncounted;
  bool has_fields = false;
};

/// Hidden text is left out; fields show what Context::fields says; text in capitals, full or small,
/// is capitals here: as with Word, that is what reads back from the page.
Collected collect(const document::Paragraph& paragraph, const Context& context);

/// What a field shows.
std::string field_text(const document::Field& field, const FieldValues& values);

} // namespace saraban::layout
