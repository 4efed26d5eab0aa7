// The map beside a flat PDF (name.fields.yaml): what to put where on its pages. Pure data.
#pragma once

#include "base/color.h"
#include "base/geometry.h"
#include "thai/digits.h"

#include <optional>
#include <string>
#include <vector>

namespace saraban::pdf::map {

/// In the file lengths are millimetres or points, from the top left corner of the page as shown.
enum class Unit { millimetres, points };

enum class Kind { automatic, text, multiline, check, radio, image, qr, comb };
enum class Align { left, center, right };
enum class Raise { automatic, bottom, middle, top };

/// What is not said comes from the map's own style, and else from `usual_style`.
struct Style {
  std::optional<std::string> font;
  std::optional<Length> size; ///< 0: as large as fits.
  std::optional<bool> bold, italic;
  std::optional<Color> color;
  std::optional<Align> align;
  std::optional<Raise> raise; ///< Where in its rectangle the text stands: style.valign.
  bool operator==(const Style&) const = default;
};

/// One place on a page and what goes there.
struct Entry {
  int page = 1; ///< From 1.
  Rect rect;
  std::string value; ///< Text with tags.
  Kind kind = Kind::automatic;
  std::string when;   ///< An expression; empty: always.
  std::string name;   ///< Of the field in a fillable PDF; empty: from the value.
  std::string title;  ///< Its tooltip.
  std::string option; ///< Of a radio button: the value that it stands for.
  Style style;
  int lines = 0;            ///< Ruled lines of a multi-line text; 0: none.
  Length pitch;             ///< Between two of them.
  Length indent;            ///< Of the first line.
  int cells = 0;            ///< Of a comb.
  std::vector<Rect> boxes;  ///< Of a comb whose cells are not all alike; else empty.
  int line = 0, column = 0; ///< In the map's file; 0 for none.
  std::string note;         ///< A comment in the file: what was found there.
};

struct Map {
  std::string pdf; ///< The name of its PDF; may be empty.
  Unit unit = Unit::millimetres;
  std::optional<thai::Digits> digits;
  Style style;
  std::vector<Entry> entries;
};

/// An entry's style with the map's behind it.
Style style_of(const Map& map, const Entry& entry);

} // namespace saraban::pdf::map
