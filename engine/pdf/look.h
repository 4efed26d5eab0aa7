// A widget's box: its size as it is read, how it is turned, its background and border.
#pragma once

#include "pdf/fields.h"

#include <string>

namespace saraban::pdf {

enum class BorderStyle { solid, dashed, beveled, inset, underline };
enum class Shape { box, round };

/// From /Rect, /MK, /BS and /Border (ISO 32000-1, 12.5.4 and 12.5.6.19). Points.
struct Look {
  double width = 0, height = 0;   ///< Of the upright box: swapped when it is turned by 90 or 270.
  int turned = 0;                 ///< /MK /R: 0, 90, 180 or 270, counter-clockwise.
  std::string background, border; ///< Colour operands; empty: none.
  double border_width = 1;
  BorderStyle style = BorderStyle::solid;
  std::string dash = "3";
  std::string caption;   ///< /MK /CA
  std::size_t cells = 0; ///< Of a comb: lines of the border stand between them.

  /// What the border takes at each side of the text, as viewers reckon it.
  double padding() const;
};

/// Nothing when the widget has no area.
std::optional<Look> look_of(const Widget& widget);
/// "/Matrix[…]" that turns the upright box into the widget's; "" when it is not turned.
std::string matrix_entry(const Look& look);
/// Operators that paint background and border.
std::string paint_box(const Look& look, Shape shape);
/// Operators that paint the mark of a check box or radio button, by its caption (a letter of
/// ZapfDingbats: 4 check, l circle, 8 cross, u diamond, n square, H star).
std::string paint_mark(const Look& look, const std::string& color, char fallback);

} // namespace saraban::pdf
