// What stands on a page: characters, strokes, boxes and pictures, as a reader sees them. Pure data.
#pragma once

#include "base/geometry.h"

#include <cstdint>
#include <string>
#include <vector>

namespace saraban::pdf::scan {

/// All places are in the page as shown: turned by /Rotate, cut to the crop box, from its top left
/// corner, y downwards.

enum class Heading { right, turned }; ///< Which way a character's line runs.

/// One character as it was painted; a cluster of several code points where the file says so.
struct Glyph {
  std::string text; ///< UTF-8; "" for a glyph whose meaning another one carries, U+FFFD unknown.
  Point origin;     ///< On its baseline.
  Length advance;   ///< Without character and word spacing.
  Length size;      ///< Of its font, as shown.
  std::uint32_t font = 0; ///< Index into PageMarks::fonts.
  Heading heading = Heading::right;
};

struct FontName {
  std::string family; ///< "TH SarabunPSK", without the subset's tag and the style's words.
  bool bold = false, italic = false;
  bool operator==(const FontName&) const = default;
};

enum class Pattern { solid, broken }; ///< Broken: dashes, dots.
enum class Axis { horizontal, vertical };

/// A straight stroke along an axis, or a thin filled rectangle.
struct Rule {
  Axis axis = Axis::horizontal;
  Point from, to; ///< Of its middle; left to right, top to bottom.
  Length width;
  Pattern pattern = Pattern::solid;
  Length length() const { return axis == Axis::horizontal ? to.x - from.x : to.y - from.y; }
};

enum class Shape { rectangle, round };

/// A closed outline with nothing said about what is in it.
struct Box {
  Rect rect;
  Shape shape = Shape::rectangle;
};

struct Picture {
  Rect rect;
};

/// Marks of one page in the order of painting.
struct PageMarks {
  Size size;
  std::vector<FontName> fonts;
  std::vector<Glyph> glyphs;
  std::vector<Rule> rules;
  std::vector<Box> boxes;
  std::vector<Picture> pictures;
  bool truncated = false; ///< A limit was reached: there is more on the page.
};

} // namespace saraban::pdf::scan
