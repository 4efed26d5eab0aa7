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
void read_page_drawing(Reader& reader, pugi::xml_node element);
/// The image that an element leads to (xlink:href) or holds (office:binary-data); nothing when
/// there is none here.
std::optional<std::uint32_t> find_image(Reader& reader, pugi::xml_node element);
/// The picture of text:list-level-style-image, as a drawing of its own size; nothing, with a
/// notice, when there is none here.
std::optional<std::uint32_t> read_bullet_picture(Reader& reader, pugi::xml_node level);

/// What a drawing's style and its parents say in style:graphic-properties, then the default.
struct GraphicProperties {
  const Style* style = nullptr;
  const Style* standard = nullptr;

  std::string_view operator()(const char* name) const;
  /// As above, without what the default style says.
  std::string_view own(const char* name) const;
};
GraphicProperties graphic_properties(const Reader& reader, pugi::xml_node element);

/// A drawing and its box, about what its anchor's position is counted from.
struct PlacedDrawing {
  document::Drawing drawing;
  Point at;
};
/// Any drawing element but draw:a; nothing, with a notice, for what is not drawn.
std::optional<PlacedDrawing> read_member(Reader& reader, pugi::xml_node element);
/// draw:frame (10.4.2).
std::optional<PlacedDrawing> read_frame(Reader& reader, pugi::xml_node element);
/// draw:rect, draw:line, draw:custom-shape … (10.3, 10.6.1); nothing for other elements.
std::optional<PlacedDrawing> read_shape(Reader& reader, pugi::xml_node element);
/// draw:control (10.3.13).
std::optional<PlacedDrawing> read_form_control(Reader& reader, pugi::xml_node element);
/// svg:x, svg:y, svg:width, svg:height and draw:transform; the transform's turn goes into
/// `drawing`.
void read_place(pugi::xml_node element, PlacedDrawing& placed);

/// draw:object with a chart (11.1); nothing for other objects and kinds that are not plotted.
std::optional<document::Drawing> read_chart(Reader& reader, pugi::xml_node object);
/// draw:object with a formula: its text; nothing for other objects.
std::optional<std::string> read_equation(Reader& reader, pugi::xml_node object);

/// Where a drawing in the text stands and how text flows round it (20.391 to 20.397); `at` is its
/// box's place.
document::Anchor read_anchor(pugi::xml_node element, const GraphicProperties& properties,
                             const PlacedDrawing& placed);
/// Of a drawing in the line.
document::AxisPosition read_place_in_line(const GraphicProperties& properties, Point at);

} // namespace saraban::odt
