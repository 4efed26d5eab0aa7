// Text fitted into a stamp's rectangle.
#pragma once

#include "pdf/stamp/flat.h"
#include "pdf/typeset.h"

namespace saraban::pdf::stamp {

/// Lines at the size that fits; all lengths in points.
struct Fitted {
  std::vector<layout::Line> lines;
  double size = 0;
  double first_baseline = 0; ///< From the top of the page.
  double pitch = 0;
  bool cut = false; ///< Even at the smallest size it is too long.
};

/// Text of one line shrinks until it is no wider than the rectangle; text of several lines until
/// they are no more than there is room for (on ruled lines, than there are lines).
Fitted fit_text(const Stamp& stamp, const std::string& text, Quadding quadding,
                Typesetter& typesetter);

} // namespace saraban::pdf::stamp
