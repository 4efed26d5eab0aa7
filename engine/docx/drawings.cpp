// Drawings in runs.
#include "docx/paragraphs.h"

namespace saraban::docx {

void read_drawing(InlineWriter& out, pugi::xml_node, document::FormatIndex) {
  out.reader.not_drawn("drawing");
}

void read_equation(InlineWriter& out, pugi::xml_node) {
  out.reader.not_drawn("equation");
}

} // namespace saraban::docx
