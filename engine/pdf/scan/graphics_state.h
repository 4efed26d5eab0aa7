// What the operators of a content stream set (ISO 32000-1, 8.4 and 9.3).
#pragma once

#include "pdf/scan/font.h"
#include "pdf/scan/matrix.h"

namespace saraban::pdf::scan {

/// White on a form is the ground: it is not seen.
enum class Ink { seen, white };

struct GraphicsState {
  Matrix to_page; ///< The current transformation, on to the page as shown.
  Ink fill = Ink::seen, stroke = Ink::seen;
  double line_width = 1;
  Pattern dash = Pattern::solid;

  std::shared_ptr<const Font> font;
  std::uint32_t font_index = 0; ///< Into PageMarks::fonts.
  double size = 0, character_spacing = 0, word_spacing = 0, scale = 1, leading = 0, rise = 0;
};

/// A place on the page; mad numbers end up far outside it.
inline Point to_point(Vector v) {
  const auto bounded = [](double n) { return n > -1e5 && n < 1e5 ? n : 1e5; };
  return {points(bounded(v.x)), points(bounded(v.y))};
}

} // namespace saraban::pdf::scan
