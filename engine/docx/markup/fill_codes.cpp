// Codes as shapes of their own geometry (ECMA-376 20.1.9.8), so that they print sharp at any size.
#include "docx/markup/markup_parts.h"
#include "fill/write_text.h"

#include <fmt/format.h>

namespace saraban::docx {
namespace {

constexpr const char* drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
constexpr const char* place = "http://schemas.openxmlformats.org/drawingml/2006/"
                              "wordprocessingDrawing";
constexpr const char* shapes = "http://schemas.microsoft.com/office/word/2010/"
                               "wordprocessingShape";
constexpr const char* choice = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/// In units of modules across; a linear code has one row, as high as the box.
std::string path_of(const fill::CodeShape& shape) {
  const codes::Symbol& symbol = shape.symbol;
  const int margin = shape.is_linear ? 0 : symbol.quiet;
  std::string path = fmt::format("<a:path w=\"{}\" h=\"{}\">", symbol.columns + 2 * symbol.quiet,
                                 symbol.rows + 2 * margin);
  for (const auto& outline : codes::outlines(symbol)) {
    const char* step = "moveTo";
    for (const codes::Corner& corner : outline) {
      path += fmt::format("<a:{0}><a:pt x=\"{1}\" y=\"{2}\"/></a:{0}>", step,
                          corner.column + symbol.quiet, corner.row + margin);
      step = "lnTo";
    }
    path += "<a:close/>";
  }
  return path + "</a:path>";
}

} // namespace

void write_code(const fill::CodeShape& shape, const std::string&, fill::Additions&,
                std::string& out) {
  std::string description;
  fill::escape_attribute(shape.description, description);
  const std::string size = fmt::format("cx=\"{}\" cy=\"{}\"", shape.width.emu, shape.height.emu);
  out += fmt::format("<mc:AlternateContent xmlns:mc=\"{}\"><mc:Choice xmlns:wps=\"{}\" "
                     "Requires=\"wps\"><w:drawing><wp:inline xmlns:wp=\"{}\" distT=\"0\" "
                     "distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent {}/><wp:docPr id=\"{}\" "
                     "name=\"{}\" descr=\"{}\"/><a:graphic xmlns:a=\"{}\"><a:graphicData "
                     "uri=\"{}\"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x=\"0\" "
                     "y=\"0\"/><a:ext {}/></a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>"
                     "<a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst>",
                     choice, shapes, place, size, shape.id, shape.name, description, drawing,
                     shapes, size);
  out += path_of(shape);
  out += "</a:pathLst></a:custGeom><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill><a:ln>"
         "<a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
         "</wp:inline></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent>";
}

} // namespace saraban::docx
