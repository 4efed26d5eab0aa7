// What one place says about paragraphs: a style, a default (ODF 1.3 Part 3, 17.6
// style:paragraph-properties).
#pragma once

#include "odt/run_properties.h"

#include <vector>

namespace saraban::odt {

/// A length, or a share of the parent style's.
struct Measure {
  Length length;
  std::optional<double> percent;
};

/// Where a page or column begins anew about a paragraph.
enum class BreakAt { automatic, column, page, even_page, odd_page };

/// style:drop-cap (17.9).
struct DropCap {
  int lines = 1;  ///< 1: none.
  int length = 1; ///< Characters; 0 means the first word.
  Length distance;
  std::string style; ///< Of the characters.
  bool operator==(const DropCap&) const = default;
};

/// Absent members are not said.
struct ParagraphProperties {
  std::optional<document::Alignment> alignment, last_line;
  std::optional<Measure> indent_start, indent_end, indent_first, space_before, space_after;
  std::optional<bool> right_to_left, automatic_first, contextual_spacing, keep_next, keep_lines,
      join_border, suppress_line_numbers, snap_to_grid, justify_single_word, hyphenate, word_wrap,
      background_image;
  std::optional<int> widows, orphans;
  std::optional<document::LineSpacing> line;
  std::optional<Length> leading;                      ///< style:line-spacing.
  std::optional<std::vector<document::TabStop>> tabs; ///< As written, about the indent or not.
  std::optional<Length> tab_distance;
  std::optional<document::Border> top, right, bottom, left;
  std::optional<Length> padding_top, padding_right, padding_bottom, padding_left;
  std::optional<std::optional<Color>> background;
  std::optional<BreakAt> break_before, break_after;
  std::optional<int> page_number; ///< style:page-number; 0 is auto.
  std::optional<DropCap> drop_cap;
};

ParagraphProperties read_paragraph_properties(pugi::xml_node paragraph_properties,
                                              const FontFaces& fonts);
/// What `over` says replaces what `base` says; shares are of the base's.
void overlay(ParagraphProperties& base, const ParagraphProperties& over);

/// What tab positions are measured from.
enum class TabsFrom { indent, margin };

/// Without what list, outline and style say. `size` is the font's, for the automatic indent.
document::ParagraphFormat to_format(const ParagraphProperties& properties, TabsFrom tabs_from,
                                    Length size);

} // namespace saraban::odt
