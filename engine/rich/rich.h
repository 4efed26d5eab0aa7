// Rich text: what Markdown, HTML and formatted runs in data come down to before a document format
// writes them. A value: nothing in it refers to the source.
#pragma once

#include "base/length.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace saraban::rich {

/// What is said of characters beyond the format of the place that they go to.
struct Marks {
  bool bold = false, italic = false, underline = false, strike = false;
  bool code = false; ///< A fixed-width face.
  bool superscript = false, subscript = false;
  std::string color, highlight; ///< "RRGGBB", upper case; empty: as it is.
  std::string font;
  int half_points = 0; ///< Size; 0: as it is.
  std::string style;   ///< A character style of the document, by its name.
  bool operator==(const Marks&) const = default;
  auto operator<=>(const Marks&) const = default;
};

struct Text {
  Marks marks;
  std::string text; ///< UTF-8; \n is a line break, \t a tab.
  std::string link; ///< Where it leads; empty: nowhere.
};
struct Picture {
  std::string source; ///< As the filter image() takes it: an asset, a data URI.
  std::string description;
  std::optional<Length> width, height;
};
using Inline = std::variant<Text, Picture>;

enum class Alignment { as_is, start, center, end, justify };

struct Paragraph {
  enum class Kind { normal, heading, quote, code } kind = Kind::normal;
  int level = 0; ///< Of a heading 1 to 6, of a quote how deep.
  Alignment alignment = Alignment::as_is;
  std::string style; ///< A paragraph style of the document, by its name.
  std::vector<Inline> content;
};

struct Block;

struct List {
  enum class Kind { bullets, numbers, lower_letters, upper_letters, lower_roman, upper_roman };
  Kind kind = Kind::bullets;
  int start = 1;
  std::vector<std::vector<Block>> items;
};

struct Cell {
  bool header = false;
  int columns = 1, rows = 1; ///< How many it spans.
  Alignment alignment = Alignment::as_is;
  std::string shading; ///< "RRGGBB"; empty: none.
  std::vector<Block> blocks;
};
struct Row {
  bool header = false; ///< Repeats on each page.
  std::vector<Cell> cells;
};
struct Table {
  std::vector<Row> rows;
};

struct Rule {};      ///< A line across.
struct PageBreak {}; ///

struct Block {
  std::variant<Paragraph, List, Table, Rule, PageBreak> content;
};
using Blocks = std::vector<Block>;

} // namespace saraban::rich
