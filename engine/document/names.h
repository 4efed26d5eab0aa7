// The names of enumerators, for the text form of a document.
#pragma once

#include "document/document.h"

#include <array>
#include <string_view>

namespace saraban::document {

/// Names in the order of the enumerators.
template <class Enum>
struct Names;

#define SARABAN_NAMES(type, ...)                                                                   \
  template <>                                                                                      \
  struct Names<type> {                                                                             \
    static constexpr auto values = std::to_array<std::string_view>({__VA_ARGS__});                 \
  }

SARABAN_NAMES(LineStyle, "none", "single", "thick", "double_line", "dotted", "dashed", "dot_dash",
              "dot_dot_dash", "triple", "wave", "double_wave", "inset", "outset", "thin_thick",
              "thick_thin");
SARABAN_NAMES(Underline, "none", "single", "words", "double_line", "thick", "dotted",
              "dotted_heavy", "dash", "dash_heavy", "dash_long", "dash_long_heavy", "dot_dash",
              "dot_dash_heavy", "dot_dot_dash", "dot_dot_dash_heavy", "wave", "wave_heavy",
              "wave_double");
SARABAN_NAMES(Strike, "none", "single", "double_line");
SARABAN_NAMES(Caps, "none", "all", "small");
SARABAN_NAMES(VerticalPosition, "baseline", "superscript", "subscript");
SARABAN_NAMES(FaceSlot, "automatic", "complex", "east_asian");
SARABAN_NAMES(Direction, "left_to_right", "right_to_left");
SARABAN_NAMES(Alignment, "start", "center", "end", "justify", "distribute", "thai_distribute");
SARABAN_NAMES(LineRule, "multiple", "exact", "at_least", "leading");
SARABAN_NAMES(TabKind, "start", "center", "end", "decimal", "bar");
SARABAN_NAMES(Leader, "none", "dot", "hyphen", "underscore", "heavy", "middle_dot");
SARABAN_NAMES(RelativeTo, "page", "margin", "column", "paragraph", "line", "character",
              "inside_margin", "outside_margin", "left_margin", "right_margin", "top_margin",
              "bottom_margin", "baseline");
SARABAN_NAMES(AlignTo, "offset", "start", "center", "end", "inside", "outside");
SARABAN_NAMES(NumberFormat, "decimal", "decimal_zero", "upper_roman", "lower_roman", "upper_letter",
              "lower_letter", "ordinal", "cardinal_text", "ordinal_text", "thai_numbers",
              "thai_letters", "thai_counting", "bullet", "none", "hex", "chicago", "number_in_dash",
              "hindi_numbers", "circled", "full_width", "baht_text", "decimal_3", "decimal_4",
              "decimal_5", "in_parentheses", "with_full_stop", "russian_upper", "russian_lower",
              "ideographs", "counting", "heavenly_stems", "earthly_branches", "aiueo", "iroha",
              "ganada", "chosung", "arabic_letters", "hebrew_letters", "arabic_indic");
SARABAN_NAMES(BreakKind, "line", "page", "column", "line_clear");
SARABAN_NAMES(FieldKind, "page", "page_count", "section_pages", "section_number", "page_reference",
              "style_reference");
SARABAN_NAMES(FormFieldKind, "text", "multiline", "check_box", "radio", "choice", "date",
              "signature");
SARABAN_NAMES(LabelSuffix, "tab", "space", "nothing");
SARABAN_NAMES(WidthKind, "automatic", "length", "percent");
SARABAN_NAMES(BorderModel, "centered", "separate", "collapsed");
SARABAN_NAMES(LineMetrics, "windows", "horizontal_header");
SARABAN_NAMES(MultipleRule, "every_line", "between_lines");
SARABAN_NAMES(ContextualSpacing, "each_side", "pairs");
SARABAN_NAMES(ScriptRuns, "by_character", "follow_text");
SARABAN_NAMES(BlankPages, "shown", "skipped");
SARABAN_NAMES(VerticalAlignment, "top", "center", "bottom", "justify");
SARABAN_NAMES(TextDirection, "horizontal", "bottom_to_top", "top_to_bottom");
SARABAN_NAMES(GroundPicture::Fill, "tiles", "once", "stretched");
SARABAN_NAMES(SectionStart, "next_page", "continuous", "even_page", "odd_page", "next_column");
SARABAN_NAMES(NoteKind, "footnote", "endnote");
SARABAN_NAMES(LineNumberRestart, "page", "section", "never");
SARABAN_NAMES(Wrap, "none_in_front", "none_behind", "square", "tight", "through", "top_and_bottom");
SARABAN_NAMES(WrapSide, "both", "left", "right", "largest");
SARABAN_NAMES(Stroke::Head, "none", "triangle", "stealth", "diamond", "oval", "arrow");
SARABAN_NAMES(ChartKind, "bar", "line", "area", "pie", "doughnut", "scatter", "bubble", "radar");
SARABAN_NAMES(ChartGrouping, "standard", "clustered", "stacked", "percent");
SARABAN_NAMES(ChartSpacing, "wide", "close");
SARABAN_NAMES(ChartSide, "left", "right", "top", "bottom");
SARABAN_NAMES(MarkerKind, "none", "diamond", "square", "triangle", "cross", "star", "circle",
              "plus", "dash", "dot");
SARABAN_NAMES(LabelPlace, "automatic", "center", "inside_end", "inside_base", "outside_end",
              "above", "below");
SARABAN_NAMES(TickMark, "none", "inside", "outside", "across");
SARABAN_NAMES(TickLabels, "none", "next_to_axis", "low", "high");
SARABAN_NAMES(AxisCrossing, "automatic", "least", "most", "at");

#undef SARABAN_NAMES

/// The keywords of what stands on lines of its own, in the order of the variants' alternatives.
inline constexpr std::array<std::string_view, 14> inline_keywords = {
    "text", "tab",      "positional_tab", "blank", "break",    "field",      "drawing",
    "note", "bookmark", "bookmark_end",   "link",  "link_end", "form_field", "form_field_end"};
inline constexpr std::array<std::string_view, 2> block_keywords = {"paragraph", "table"};
inline constexpr std::array<std::string_view, 4> drawing_keywords = {"picture", "shape", "group",
                                                                     "chart"};

} // namespace saraban::document
