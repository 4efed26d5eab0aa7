// The second waist: finished pages, every decision made. Pure data; page/print prints it.
#pragma once

#include "base/color.h"
#include "base/geometry.h"
#include "font/face.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace saraban::page {

/// One glyph of a run. Advances and offsets are in the face's design units, unjustified.
struct Glyph {
  std::uint32_t id = 0;
  std::int32_t advance = 0, x_offset = 0, y_offset = 0; ///< y upwards.
  std::uint32_t cluster = 0; ///< Byte of GlyphRun::text where its cluster starts.
  Length extra;              ///< Added after it: justification, character spacing.
};

/// Glyphs of one face on one baseline, left to right.
struct GlyphRun {
  std::uint32_t face = 0;  ///< Index into Pages::faces.
  Length size;             ///< As drawn: a substitute's scale is in it.
  int scale_percent = 100; ///< Horizontal; `extra` is not scaled.
  Point origin;            ///< Of the baseline's start.
  Color color = black;
  bool synthetic_bold = false, synthetic_italic = false;
  std::string text; ///< What reads back.
  std::vector<Glyph> glyphs;
};

enum class Dash { solid, dotted, dashed, dot_dash, dot_dot_dash, wave };
/// A straight line with butt ends.
struct Rule {
  Point from, to;
  Length width;
  Color color = black;
  Dash dash = Dash::solid;
};

struct Fill {
  Rect rect;
  Color color;
};

struct PathStep {
  enum class Kind { move, line, curve, close } kind = Kind::move;
  Point control1, control2, end;
};
struct Path {
  std::vector<PathStep> steps;
  std::optional<Color> fill, stroke;
  Length stroke_width;
  Dash dash = Dash::solid;
  bool even_odd = false;
};

struct Image {
  std::uint32_t image = 0; ///< Index into Pages::images.
  Rect rect;               ///< Of what is shown, after the crop.
  int crop_top = 0, crop_right = 0, crop_bottom = 0, crop_left = 0; ///< 1/100,000 of the picture.
};

/// A rectangle that leads somewhere.
struct Link {
  Rect rect;
  std::string uri; ///< Or "#name" of a Destination.
  std::string tooltip;
};
struct Destination {
  std::string name;
  Point at;
};

/// What follows, up to the matching Restore, is turned and moved by [a b c d e f] (e, f in EMU, y
/// down) and, with a clip, cut to a rectangle given in the new coordinates.
struct Transform {
  std::array<double, 6> matrix{1, 0, 0, 1, 0, 0};
  std::optional<Rect> clip;
};
struct Restore {};

enum class Role {
  artifact,
  paragraph,
  heading1,
  heading2,
  heading3,
  heading4,
  heading5,
  heading6,
  list,
  list_item,
  label,
  list_body,
  table,
  row,
  header_cell,
  cell,
  figure,
  link,
  note,
  section,
  caption,
  form
};
/// Structure: nested, with content between Begin and End. A part of the same element on a later
/// page has the same `id`.
struct TagBegin {
  Role role = Role::paragraph;
  std::uint32_t id = 0;
  std::string description; ///< Alternative text of figures.
  int row_span = 1, column_span = 1;
};
struct TagEnd {};

enum class FieldKind { text, multiline, check_box, radio, choice, date, signature };
enum class FieldContent {
  value,
  prompt ///< What stands in it asks for a value: dots, an empty box.
};
enum class FieldAlignment { left, center, right };
/// A place to fill in.
struct Field {
  FieldKind kind = FieldKind::text;
  FieldContent content = FieldContent::value;
  std::string path;       ///< Of its data.
  std::string title;      ///< For people.
  std::string expression; ///< What makes its text of the data, where that is more than the path.
  std::string text;       ///< As it stands there; of boxes "true" or "false".
  std::string json;       ///< The data's value; empty when it did not come from data.
  std::string choice;     ///< Of a radio button: the value it stands for.
  std::vector<std::string> options;
  /// How what is filled in is set.
  std::uint32_t face = 0; ///< Index into Pages::faces.
  Length size;
  Color color = black;
  FieldAlignment alignment = FieldAlignment::left;
  Length pitch;             ///< From one baseline to the next.
  Length indent;            ///< Of the first line.
  bool after_label = false; ///< Something stands before it on its first line.
};
/// What stands up to the FieldEnd is the field's present appearance, painted as it is where fields
/// are not interactive. Parts on several lines share the Field. Fields hold no tags and no fields.
struct FieldBegin {
  std::shared_ptr<const Field> field;
  Rect rect;
};
struct FieldEnd {};

using Item = std::variant<GlyphRun, Rule, Fill, Path, Image, Link, Destination, Transform, Restore,
                          TagBegin, TagEnd, FieldBegin, FieldEnd>;

struct Page {
  Size size;
  std::vector<Item> items; ///< In paint order.
  std::string label;       ///< Its number as printed.
};

struct Picture {
  std::string name;
  std::shared_ptr<const std::string> bytes;
};

struct OutlineEntry {
  std::string title;
  int level = 1;
  std::size_t page = 0;
  Length y;
};

struct Pages {
  std::vector<Page> pages;
  std::vector<std::shared_ptr<const font::Face>> faces;
  std::vector<Picture> images;
  std::vector<OutlineEntry> outline;
  std::string title, author, subject, keywords, language;
};

} // namespace saraban::page
