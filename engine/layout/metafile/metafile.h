// Windows metafiles as ink: EMF ([MS-EMF]) and WMF ([MS-WMF]), whose records draw with pens and
// brushes. Bitmaps and the records of EMF+ are not drawn.
#pragma once

#include "page/page.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace saraban::layout::metafile {

/// A line of text on its baseline.
struct Text {
  std::string text;   ///< UTF-8.
  std::string family; ///< Of its font.
  Point at;
  Length size;       ///< The font's height.
  double across = 0; ///< Which part of it stands at `at`: 0 its start, 0.5 its middle, 1 its end.
  double down = 0;   ///< 0: the baseline stands at `at`; 1: the top of the letters.
  double turn = 0;   ///< Degrees clockwise.
};

using Item = std::variant<page::Path, Text>;

/// What the metafile draws into a box of that size, in paint order. Nothing for bytes that are no
/// metafile and for those that draw nothing; of damaged ones what stands before the damage. The
/// work is bounded by the bytes.
std::optional<std::vector<Item>> draw(std::string_view bytes, Size box);

} // namespace saraban::layout::metafile
