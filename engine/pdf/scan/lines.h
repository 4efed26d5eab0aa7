// Characters to lines of text.
#pragma once

#include "pdf/scan/marks.h"

namespace saraban::pdf::scan {

/// A base with its marks, or whatever the file gives as one.
struct Character {
  std::string text; ///< UTF-8; " " for a gap as wide as a space.
  Length left, right;
  Length size;
  std::uint32_t font = 0; ///< Index into the page's fonts.
  bool is_space() const { return text == " "; }
};

/// Characters on one baseline over the whole width of the page, left to right.
struct TextLine {
  std::vector<Character> characters;
  Length baseline;
  Length size; ///< Of most of its characters.
  Length left() const { return characters.front().left; }
  Length right() const { return characters.back().right; }
};

/// Top to bottom. Turned text is left out. No line is empty or begins or ends with a space.
std::vector<TextLine> text_lines(const std::vector<Glyph>& glyphs);

/// The text of characters [begin, end).
std::string text_between(const TextLine& line, std::size_t begin, std::size_t end);

} // namespace saraban::pdf::scan
