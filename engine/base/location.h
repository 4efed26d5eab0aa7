// Where in the user's files something is, as a person would find it.
#pragma once

#include <string>
#include <vector>

namespace saraban {

/// One step of a place: "table 2", "row 3", "page header". The word is a key of base/messages, so
/// that it can be said in Thai and in English.
struct PlaceStep {
  std::string key;   ///< body, header, footer, footnote, paragraph, table, row, cell, text-box,
                     ///< field, sheet, …
  int number = 0;    ///< Counted from 1; 0 for none.
  std::string label; ///< Shown instead of a number: a name, a cell reference.
  bool operator==(const PlaceStep&) const = default;
};

struct Location {
  std::string file; ///< As the user named it.
  std::vector<PlaceStep> place;
  int line = 0;        ///< Text files: from 1; 0 for none.
  int column = 0;      ///< In characters, from 1.
  std::string path;    ///< Path in the data: "ผู้ลงนาม.ชื่อ".
  std::string tag;     ///< The tag as written.
  std::string excerpt; ///< The text around it.
  bool operator==(const Location&) const = default;
};

} // namespace saraban
