// Drawings in text and beside it.
#include "odt/drawings.h"

#include "odt/elements.h"
#include "odt/paragraphs.h"

namespace saraban::odt {

bool is_drawing(pugi::xml_node element) {
  return std::string_view(element.name()).starts_with("draw:");
}

std::uint32_t add_drawing(Reader& reader, document::Drawing drawing) {
  reader.document.drawings.push_back(std::move(drawing));
  return static_cast<std::uint32_t>(reader.document.drawings.size() - 1);
}

std::optional<std::uint32_t> read_bullet_picture(Reader& reader, pugi::xml_node) {
  reader.not_drawn("picture bullet");
  return std::nullopt;
}

void read_page_drawing(Reader& reader, pugi::xml_node element) {
  reader.not_drawn(element.name());
}

void read_drawing(InlineWriter& out, pugi::xml_node element, document::FormatIndex) {
  out.reader.not_drawn(element.name());
}

} // namespace saraban::odt
