// What one place says about paragraphs: a style, a default, a list level, a paragraph (ECMA-376
// Part 1, 17.3.1).
#pragma once

#include "docx/run_properties.h"

#include <map>
#include <vector>

namespace saraban::docx {

/// A tab stop, or that there is none at that place any more.
struct TabChange {
  document::TabStop stop;
  bool cleared = false;
};

struct NumberingReference {
  std::optional<int> list;  ///< w:numId; 0 takes a style's numbering away.
  std::optional<int> level; ///< w:ilvl.
};

/// Absent members are not said.
struct ParagraphProperties {
  std::optional<document::Alignment> alignment;
  std::optional<bool> right_to_left, mirror_indents, contextual_spacing, automatic_before,
      automatic_after, keep_next, keep_lines, page_break_before, widow_control,
      suppress_line_numbers, snap_to_grid, suppress_hyphens, word_wrap;
  std::optional<Length> indent_start, indent_end, indent_first, space_before, space_after;
  std::optional<document::LineRule> line_rule;
  std::optional<std::int64_t> line;       ///< 240ths of a line or twips, as the rule says.
  std::map<std::int64_t, TabChange> tabs; ///< By position in EMU.
  std::optional<document::Border> top, right, bottom, left, between, bar;
  std::optional<std::optional<Color>> background;
  std::optional<int> outline_level; ///< From 0; 9 is body text.
  std::optional<document::Frame> frame;
  NumberingReference numbering;
  std::string style;                   ///< w:pStyle: its id.
  std::optional<Length> numbering_tab; ///< A tab of kind "num".
};

ParagraphProperties read_paragraph_properties(pugi::xml_node ppr, const Theme& theme);
/// What `over` says replaces what `base` says, tab by tab and side by side.
void overlay(ParagraphProperties& base, const ParagraphProperties& over);

document::ParagraphFormat to_format(const ParagraphProperties& properties);

} // namespace saraban::docx
