// The text form of a document as lines and values, before anything knows what they mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace saraban::document {

struct TextItem;

struct TextValue {
  enum class Kind { word, quoted, fields, list } kind = Kind::word;
  std::string text;            ///< word: as written; quoted: unescaped.
  std::vector<TextItem> items; ///< fields {…} and list […].
};

/// name=value; a bare value has no name; a bare word may also be a name that means yes.
struct TextItem {
  std::string name;
  TextValue value;
};

struct TextLine {
  std::string keyword;
  std::vector<TextItem> items;
  std::vector<TextLine> children; ///< The lines below it that are indented further.
  int number = 0;                 ///< From 1.
};

struct TextTree {
  std::vector<TextLine> lines;
  std::vector<int> faults; ///< Numbers of lines that could not be read.
};

/// Nests at most 500 deep; deeper lines are faults.
TextTree parse_text_tree(std::string_view text);

} // namespace saraban::document
