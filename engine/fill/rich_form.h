// How a document format writes rich text; the peer of what Markup says of plain text.
#pragma once

#include "base/length.h"
#include "rich/rich.h"

#include <cstddef>
#include <string>
#include <vector>

namespace saraban::fill {

struct TextForm;
struct Additions;

/// What the writing of one value knows of its place.
struct RichPlace {
  const TextForm& form;     ///< Of the tag: its paragraph and its characters are the usual ones.
  const std::string& part;  ///< That is written.
  Additions& additions;     ///< Styles and lists that the document lacks.
  bool thai_digits = false; ///< Numbers of lists.
};

struct RichParagraph {
  rich::Paragraph::Kind kind = rich::Paragraph::Kind::normal;
  int level = 0;
  rich::Alignment alignment = rich::Alignment::as_is;
  std::string style; ///< By its name, as people see it; empty: by kind.
  enum class Stands { in_text, first_of_item, in_item, in_cell } stands = Stands::in_text;
  std::string list;   ///< As ListForm names it.
  int list_level = 0; ///< From 0.
  rich::List::Kind list_kind = rich::List::Kind::bullets;
  bool header = false;         ///< Of a header cell.
  bool begins_page = false;    ///
  bool has_line_under = false; ///< A rule across.
};
struct RichList {
  rich::List::Kind kind = rich::List::Kind::bullets;
  int start = 1;
  int level = 0;
};
struct ListForm {
  std::string name;
  std::string open, close; ///< Empty where lists are no elements.
  std::string item_open, item_close;
};

struct RichCell {
  bool header = false;
  int columns = 1, rows = 1;
  bool continues = false; ///< Covered by the cell above.
  Length width;
  std::string shading;
};
struct RichRow {
  bool header = false; ///< Repeats on each page.
  bool first_header = false, last_header = false;
};
struct RichTable {
  std::vector<Length> columns;
  std::size_t header_rows = 0;
};

} // namespace saraban::fill
