// How characters and paragraphs look, every style already resolved.
#pragma once

#include "base/color.h"
#include "base/geometry.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace saraban::document {

enum class LineStyle {
  none,
  single,
  thick,
  double_line,
  dotted,
  dashed,
  dot_dash,
  dot_dot_dash,
  triple,
  wave,
  double_wave,
  inset,
  outset,
  thin_thick,
  thick_thin
};

/// One border line. `space` lies between the line and what it borders.
struct Border {
  LineStyle style = LineStyle::none;
  Length width;
  Length space;
  Color color = black;
  bool automatic_color = true;
  bool operator==(const Border&) const = default;
  explicit operator bool() const { return style != LineStyle::none; }
};

/// Borders of a paragraph, a cell, a page or a table (inside lines only there).
struct Borders {
  Border top, right, bottom, left, between, bar, inside_horizontal, inside_vertical, down, up;
  bool operator==(const Borders&) const = default;
};

enum class Underline {
  none,
  single,
  words,
  double_line,
  thick,
  dotted,
  dotted_heavy,
  dash,
  dash_heavy,
  dash_long,
  dash_long_heavy,
  dot_dash,
  dot_dash_heavy,
  dot_dot_dash,
  dot_dot_dash_heavy,
  wave,
  wave_heavy,
  wave_double
};
enum class Strike { none, single, double_line };
enum class Caps { none, all, small };
enum class VerticalPosition { baseline, superscript, subscript };
/// Which of a run's faces its characters take: by their script, or always the complex one.
enum class FaceSlot { automatic, complex, east_asian };
enum class Direction { left_to_right, right_to_left };

/// What the document asks for; what it gets is font's affair.
struct FaceRequest {
  std::string family;
  Length size;
  bool bold = false;
  bool italic = false;
  std::string language; ///< BCP 47: "th-TH"; may be empty.
  bool operator==(const FaceRequest&) const = default;
};

struct RunFormat {
  FaceRequest latin, east_asian, complex;
  std::string high_ansi_family; ///< Latin characters beyond ASCII; empty: as `latin`.
  FaceSlot slot = FaceSlot::automatic;
  Direction direction = Direction::left_to_right;
  Color color = black;
  bool automatic_color = true;     ///< Black, or white on a dark ground.
  std::optional<Color> background; ///< Highlight or shading.
  Underline underline = Underline::none;
  std::optional<Color> underline_color;
  Strike strike = Strike::none;
  Caps caps = Caps::none;
  VerticalPosition vertical = VerticalPosition::baseline;
  Length raise;   ///< Baseline moved up by this.
  Length spacing; ///< Added after each character.
  int scale_percent = 100;
  Length kerning_from; ///< Pairs are kerned from this size up; 0 never.
  bool hidden = false;
  bool outline = false, shadow = false, emboss = false, imprint = false;
  bool snap_to_grid = true;
  Border border;
  bool operator==(const RunFormat&) const = default;
};

enum class Alignment { start, center, end, justify, distribute, thai_distribute };
enum class LineRule {
  multiple,
  exact,
  at_least,
  leading ///< ODF style:line-spacing: `height` is added between lines.
};

struct LineSpacing {
  LineRule rule = LineRule::multiple;
  int multiple_240ths = 240; ///< For LineRule::multiple.
  Length height;             ///< For the others.
  bool operator==(const LineSpacing&) const = default;
};

enum class TabKind { start, center, end, decimal, bar };
enum class Leader { none, dot, hyphen, underscore, heavy, middle_dot };

struct TabStop {
  Length position; ///< From the text margin (the start edge of the column).
  TabKind kind = TabKind::start;
  Leader leader = Leader::none;
  bool operator==(const TabStop&) const = default;
};

enum class RelativeTo {
  page,
  margin,
  column,
  paragraph,
  line,
  character,
  inside_margin,
  outside_margin,
  left_margin,
  right_margin,
  top_margin,
  bottom_margin,
  baseline ///< Drawing::in_line only.
};
enum class AlignTo { offset, start, center, end, inside, outside };

/// A place on one axis: an offset from, or an alignment to, something.
struct AxisPosition {
  RelativeTo relative_to = RelativeTo::column;
  AlignTo align = AlignTo::offset;
  Length offset;
  std::optional<int> percent_thousandths; ///< wp14:pctPosHOffset and its like, 100,000 = 100 %.
  bool operator==(const AxisPosition&) const = default;
};

/// A paragraph in a frame (ECMA-376 17.3.1.11): consecutive paragraphs with equal frames share one.
struct Frame {
  AxisPosition horizontal, vertical;
  std::optional<Length> width, height;
  LineRule height_rule = LineRule::multiple; ///< multiple: automatic.
  Length horizontal_space, vertical_space;
  int drop_cap_lines = 0;
  bool drop_cap_in_margin = false;
  bool wraps = true;
  bool operator==(const Frame&) const = default;
};

/// First characters set over several lines (ODF 1.3 part 3, 17.9 style:drop-cap). The characters'
/// own run formats stay as in the text; layout sizes them.
struct DropCap {
  int lines = 0;      ///< Fewer than 2: none.
  int characters = 1; ///< How many; 0: the first word (style:length="word").
  Length distance;    ///< To the text beside it.
  bool operator==(const DropCap&) const = default;
};

struct ParagraphFormat {
  std::string style; ///< Its style's name: contextual spacing compares it.
  Alignment alignment = Alignment::start;
  Direction direction = Direction::left_to_right;
  Length indent_start, indent_end;
  Length indent_first; ///< Of the first line, relative; negative hangs.
  bool mirror_indents = false;
  Length space_before, space_after;
  bool contextual_spacing = false;
  bool automatic_before = false,
       automatic_after = false; ///< HTML spacing: 14 pt, collapsed at list and cell ends.
  LineSpacing line;
  std::vector<TabStop> tabs; ///< Ascending; cleared ones are gone.
  bool keep_next = false, keep_lines = false, page_break_before = false, widow_control = true;
  /// Lines at the foot and at the head of a page when widow_control is on: ODF fo:orphans,
  /// fo:widows (fewer than 2 ask for nothing). With widow_control off neither counts.
  int orphan_lines = 2, widow_lines = 2;
  bool column_break_before = false;                          ///< fo:break-before="column".
  bool page_break_after = false, column_break_after = false; ///< fo:break-after.
  /// How a last line is set when `alignment` is justify: start, center or justify
  /// (fo:text-align-last).
  Alignment last_line = Alignment::start;
  bool justify_single_word = false; ///< style:justify-single-word.
  /// false: `borders` join those of the paragraph above and below only when asked for
  /// (style:join-border="false" forbids it).
  bool join_borders = true;
  std::optional<DropCap> drop_cap;
  Borders borders;
  std::optional<Color> background;
  int outline_level = 0; ///< 1 to 9 for headings; 0 for body text.
  bool suppress_line_numbers = false;
  bool snap_to_grid = true;
  bool hyphenate = false;
  bool word_wrap = true;
  std::optional<Frame> frame;
  bool operator==(const ParagraphFormat&) const = default;
};

} // namespace saraban::document
