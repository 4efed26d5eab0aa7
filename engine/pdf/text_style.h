// Default appearances: font, size and colour of a field's text (ISO 32000-1, 12.7.3.3).
#pragma once

#include "base/color.h"
#include "font/fonts.h"
#include "pdf/fields.h"

#include <string>
#include <string_view>

namespace saraban::pdf {

struct TextStyle {
  std::string font;    ///< Resource name in /DR, without its slash; "" where none is given.
  double size = 0;     ///< Points; 0: to fit.
  Color color = black; ///< Whatever the colour space was.
  std::string color_operators = "0 g";
  font::Request request; ///< The family that the resource stands for.
};

/// The operators of /DA; what is missing keeps its default.
TextStyle parse_default_appearance(std::string_view operators);
/// Of a widget: its own, its field's or the form's; the font's name looked up in /DR.
TextStyle text_style(const Widget& widget, QPDFObjectHandle form);
/// "ABCDEF+THSarabunPSK-Bold" is the bold face of THSarabunPSK; "Helv" is Helvetica.
font::Request request_of(std::string_view base_font);

} // namespace saraban::pdf
