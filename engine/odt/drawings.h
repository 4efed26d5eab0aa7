// Drawings: frames, pictures, shapes, text boxes and groups (ODF 1.3 Part 3, 10).
#pragma once

#include "odt/reader.h"

#include <optional>

namespace saraban::odt {

/// Whether the element is one that read_drawing reads: draw:frame, draw:a, draw:custom-shape,
/// draw:g, draw:control …
bool is_drawing(pugi::xml_node element);
std::uint32_t add_drawing(Reader& reader, document::Drawing drawing);
/// A drawing between paragraphs: anchored to a page (text:anchor-type="page") or to the next
/// paragraph, whose text it is put before (Reader::pending).
/// The picture of text:list-level-style-image, as a drawing of its own size; nothing, with a
/// notice, when there is none here.
std::optional<std::uint32_t> read_bullet_picture(Reader& reader, pugi::xml_node level);
void read_page_drawing(Reader& reader, pugi::xml_node element);

} // namespace saraban::odt
