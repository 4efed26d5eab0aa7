// Text of drawings that is DrawingML's own: shapes of diagrams and canvases, charts.
#pragma once

#include "docx/reader.h"

namespace saraban::docx {

/// Character properties of DrawingML (a:defRPr, a:rPr), each over what stood before.
struct DrawingTextLook {
  std::string family; ///< Empty: the theme's minor font.
  Length size;
  bool bold = false, italic = false, underline = false;
  Color color = black;
};

void overlay_text_look(Reader& reader, pugi::xml_node properties, DrawingTextLook& look);
document::FormatIndex text_format(Reader& reader, const DrawingTextLook& look);
/// A paragraph without spacing and indents.
std::uint32_t plain_paragraph_format(Reader& reader, const char* alignment);
/// a:txBody and its like: its a:p.
std::vector<document::Block> read_drawing_text(Reader& reader, pugi::xml_node body,
                                               DrawingTextLook look);

} // namespace saraban::docx
