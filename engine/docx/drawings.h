// Drawings: pictures, shapes, text boxes and groups, in DrawingML and in VML.
#pragma once

#include "docx/reader.h"

#include <optional>

namespace saraban::docx {

/// The image that a relationship of the present part leads to; nothing, with a notice, when there
/// is none here.
std::optional<std::uint32_t> find_image(Reader& reader, std::string_view relationship);
std::uint32_t add_drawing(Reader& reader, document::Drawing drawing);

/// What a:graphicData or a group holds (pic:pic, wps:wsp, wpg:wgp …), `size` large on the page;
/// nothing, with a notice, for what is not drawn.
std::optional<document::Drawing> read_graphic(Reader& reader, pugi::xml_node element, Size size);
/// c:chart (21.2.2.29): the chart part that it names.
std::optional<document::Drawing> read_chart(Reader& reader, pugi::xml_node element);
/// w:pict and w:object (Part 4, 14.1 and Part 1, 17.3.3.19).
std::vector<document::Drawing> read_vml(Reader& reader, pugi::xml_node element);

/// The picture of a list's bullets (w:numPicBullet, 17.9.20), as high as the label's text; nothing
/// when there is none.
std::optional<std::uint32_t> read_bullet_picture(Reader& reader, int id, Length text_size);

/// wp:anchor's place and wrapping (20.4.2.3).
document::Anchor read_anchor(pugi::xml_node element);
void read_relative_size(pugi::xml_node element, document::Drawing& drawing);

/// How a path of a shape is filled: with the shape's colour, or that lighter or darker
/// (20.1.10.37).
enum class PathFill { normal, none, lighten, lighten_less, darken, darken_less };

struct PaintedPath {
  PathFill fill = PathFill::normal;
  bool stroked = true;
  std::vector<document::PathSegment> segments;
};

struct Geometry {
  std::vector<PaintedPath> paths; ///< In paint order; neighbours are painted differently.
  Sides text;                     ///< From the box's edges to the rectangle for text.
};

/// The outline of a preset or of a custom geometry, in a box of that size (20.1.9).
Geometry read_geometry(Reader& reader, pugi::xml_node properties, Size size);
/// All paths of a preset in one, the box for a name that is none.
std::vector<document::PathSegment> preset_outline(std::string_view name, Size size);
/// The preset that a number of VML's shape types stands for; "rect" for one that has none.
std::string_view legacy_preset(int number);
/// The lines of v:textpath.
std::vector<document::Block> read_word_art(Reader& reader, pugi::xml_node path);

document::Stroke read_stroke(pugi::xml_node line, pugi::xml_node reference, const Theme& theme);
std::optional<Color> read_fill(pugi::xml_node properties, pugi::xml_node reference,
                               const Theme& theme, std::optional<Color> group_fill);

} // namespace saraban::docx
