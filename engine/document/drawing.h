// Pictures, shapes and text boxes, in the line or anchored beside it.
#pragma once

#include "document/chart.h"

#include <memory>
#include <variant>

namespace saraban::document {

struct Block;

/// A picture file as the document holds it; the bytes are shared, never changed.
struct Image {
  std::string name;                         ///< The part it came from.
  std::shared_ptr<const std::string> bytes; ///< PNG, JPEG, GIF, SVG, EMF …: told by content.
};

/// Parts cut from each side, in 1/100,000 of the picture's extent (ECMA-376 20.1.8.55).
struct Crop {
  int top = 0, right = 0, bottom = 0, left = 0;
  bool operator==(const Crop&) const = default;
};

struct Picture {
  std::uint32_t image = 0; ///< Index into Document::images.
  Crop crop;
  Stroke stroke;
};

/// Path in the drawing's own box, coordinates in 1/100,000 of its width and height.
struct PathSegment {
  enum class Kind { move, line, curve, close } kind = Kind::move;
  std::int32_t x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0,
               y = 0; ///< Curves: two control points, then the end.
};

/// The same outline, filled, so far to the right and below.
struct Shadow {
  Point offset;
  Color color = black;
  bool operator==(const Shadow&) const = default;
};

struct Shape {
  std::vector<PathSegment> path; ///< Empty for a text box without outline.
  std::optional<Color> fill;
  Stroke stroke;
  /// Of a box without path: lines inside its edges (ODF fo:border of frames); insets hold them.
  Borders borders;
  Sides outside; ///< Of a box without path: free at its edges, outside fill and borders.
  std::optional<Shadow> shadow;
  std::vector<Block> text; ///< Empty for none.
  Sides insets;
  Alignment vertical_alignment = Alignment::start; ///< start, center or end.
  /// start: the text fills the box across; center and end: text narrower than the box stands so in
  /// it as one block, whatever its paragraphs' own alignment.
  Alignment text_alignment = Alignment::start;
  bool grow_to_text = false; ///< Height follows the text,
  Length least_height;       ///< but is never less than this.
  int text_rotation = 0;     ///< Degrees clockwise: 0, 90, 270.
  /// The ink of the text, in the colour of the fill, is stretched to the box (VML v:textpath); it
  /// has no path.
  bool text_fills_box = false;
};

struct Drawing;

struct Group {
  struct Child {
    std::uint32_t drawing = 0; ///< Index into Document::drawings.
    Rect box;                  ///< In the group's box.
  };
  std::vector<Child> children;
};

enum class Wrap { none_in_front, none_behind, square, tight, through, top_and_bottom };
enum class WrapSide { both, left, right, largest };

struct Anchor {
  AxisPosition horizontal, vertical;
  Wrap wrap = Wrap::square;
  WrapSide side = WrapSide::both;
  Sides distance; ///< Kept free around it.
  std::int64_t z_order = 0;
  bool allow_overlap = true;
  bool layout_in_cell = true;
  bool distance_aligns = false; ///< What is aligned is the box with its distance, not it alone.
  /// Page it stands on, from 1, whatever page its anchor falls on (ODF text:anchor-type="page" with
  /// text:anchor-page-number); 0: the anchor's page.
  int page = 0;
  /// style:flow-with-text: it stays in the area of text or the cell that its anchor stands in.
  bool inside_text_area = false;
  std::vector<Point>
      polygon; ///< tight and through: in 1/21,600 of the box, as EMU numbers; empty for the box.
};

struct Drawing {
  Size size;
  Sides effect;     ///< Ink beyond the size (shadows); counts for line height.
  int rotation = 0; ///< 1/60,000 degree clockwise.
  bool flip_horizontal = false, flip_vertical = false;
  std::optional<Anchor> anchor; ///< None: in the line.
  /// Where one in the line stands vertically (ODF style:vertical-pos and -rel): relative_to
  /// baseline, character or line. start: its top at the top of character or line; for the baseline:
  /// it stands on it. center, end (baseline: it hangs below it). offset: its top so far below the
  /// baseline (or the top of character or line); less than zero is above. None: stands on the
  /// baseline.
  std::optional<AxisPosition> in_line;
  std::string name, description, link;
  bool decorative = false;
  /// Relative sizes (wp14:sizeRelH): 100,000 = the whole of what it is relative to.
  std::optional<int> width_percent_thousandths, height_percent_thousandths;
  RelativeTo width_relative_to = RelativeTo::margin, height_relative_to = RelativeTo::margin;
  std::variant<Picture, Shape, Group, Chart> content;
};

} // namespace saraban::document
