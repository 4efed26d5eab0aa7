// Codes as paths (ODF 1.3 Part 3, 10.3.7), so that they print sharp at any size.
#include "fill/write_text.h"
#include "odt/markup/markup_parts.h"

#include <fmt/format.h>

namespace saraban::odt {
namespace {

/// In units of modules across; a linear code has one row, as high as the box. Spaces stand round
/// commands: some readers take them for granted.
std::string path_of(const fill::CodeShape& shape) {
  const codes::Symbol& symbol = shape.symbol;
  const int margin = shape.is_linear ? 0 : symbol.quiet;
  std::string path;
  for (const auto& outline : codes::outlines(symbol)) {
    char step = 'M';
    for (const codes::Corner& corner : outline) {
      path += fmt::format("{} {} {} ", step, corner.column + symbol.quiet, corner.row + margin);
      step = 'L';
    }
    path += "Z ";
  }
  return path;
}

constexpr const char* style_name = "saraban-code";
constexpr const char* style =
    "<style:style style:name=\"saraban-code\" style:family=\"graphic\">"
    "<style:graphic-properties draw:fill=\"solid\" draw:fill-color=\"#000000\" "
    "draw:stroke=\"none\" style:vertical-pos=\"top\" style:vertical-rel=\"baseline\" "
    "style:wrap=\"run-through\" fo:margin=\"0cm\" fo:padding=\"0cm\"/></style:style>";

std::string centimetres(Length length) {
  return fmt::format("{:.3f}cm", static_cast<double>(length.emu) / 360'000);
}

} // namespace

/// The view box says the whole, with the quiet zone.
void write_code(const fill::CodeShape& shape, const std::string& part, fill::Additions& additions,
                std::string& out) {
  const codes::Symbol& symbol = shape.symbol;
  const int margin = shape.is_linear ? 0 : symbol.quiet;
  fill::define(additions,
               {fill::Additions::Definition::Kind::automatic_style, part, style_name, style});
  std::string description;
  fill::escape_attribute(shape.description, description);
  out += fmt::format("<draw:custom-shape draw:name=\"{}\" text:anchor-type=\"as-char\" "
                     "svg:width=\"{}\" svg:height=\"{}\" draw:style-name=\"{}\"><svg:desc>{}"
                     "</svg:desc><draw:enhanced-geometry svg:viewBox=\"0 0 {} {}\" "
                     "draw:type=\"non-primitive\" draw:enhanced-path=\"{}N\"/></draw:custom-shape>",
                     shape.name, centimetres(shape.width), centimetres(shape.height), style_name,
                     description, symbol.columns + 2 * symbol.quiet, symbol.rows + 2 * margin,
                     path_of(shape));
}

} // namespace saraban::odt
