// The first waist: what the author meant, whatever format it came in. Pure data; document/print
// prints it.
#pragma once

#include "document/drawing.h"
#include "document/format.h"

#include <map>

namespace saraban::document {

/// Where something came from: the `paragraph`th paragraph element of part `part`, counted from 0 in
/// document order with nested ones. Messages point there and what layout found is written back
/// there.
struct Origin {
  std::uint32_t part = 0; ///< Index into Document::parts.
  std::uint32_t paragraph = 0;
};

enum class NumberFormat {
  decimal,
  decimal_zero,
  upper_roman,
  lower_roman,
  upper_letter,
  lower_letter,
  ordinal,
  cardinal_text,
  ordinal_text,
  thai_numbers,
  thai_letters,
  thai_counting,
  bullet,
  none,
  hex,
  chicago,
  number_in_dash,
  hindi_numbers,
  circled,
  full_width,
  baht_text,
  decimal_3, ///< 001; decimal_4 and decimal_5 likewise.
  decimal_4,
  decimal_5,
  in_parentheses,
  with_full_stop,
  russian_upper,
  russian_lower,
  ideographs, ///< 一, 二, 一〇.
  counting,   ///< 一, 十, 二十一.
  heavenly_stems,
  earthly_branches,
  aiueo,
  iroha,
  ganada,
  chosung,
  arabic_letters,
  hebrew_letters,
  arabic_indic
};

using FormatIndex = std::uint32_t; ///< Into Document::run_formats.

struct Text {
  std::string text; ///< UTF-8; U+00AD and U+2011 for the soft and the no-break hyphen; no control
                    ///< characters.
  FormatIndex format = 0;
};
struct Tab {
  FormatIndex format = 0;
};
/// A tab to the margin or the indent, not to a stop (ECMA-376 17.3.3.23).
struct PositionalTab {
  TabKind kind = TabKind::start;
  RelativeTo relative_to = RelativeTo::margin; ///< margin or paragraph (indent).
  Leader leader = Leader::none;
  FormatIndex format = 0;
};
/// A place to write on by hand: dots of a given width, or (no width) what its line leaves, shared
/// with the line's other such places; before a tab, what the tab would take.
struct Blank {
  std::optional<Length> width;
  Leader leader = Leader::dot; ///< none: it takes the room and shows nothing.
  FormatIndex format = 0;
};
enum class BreakKind { line, page, column, line_clear };
struct Break {
  BreakKind kind = BreakKind::line;
  FormatIndex format = 0;
};

/// What only layout can know. All other fields are resolved by the reader into Text.
enum class FieldKind {
  page,
  page_count,
  section_pages,
  section_number,
  page_reference,
  style_reference
};
struct Field {
  FieldKind kind = FieldKind::page;
  std::string argument;                      ///< Bookmark or style.
  std::optional<NumberFormat> number_format; ///< None: the section's (page) or decimal.
  int offset = 0;                            ///< page: added to the number; beyond the last page
                                             ///< nothing is shown.
  std::string cached;                        ///< The result stored in the file.
  FormatIndex format = 0;
};

struct DrawingReference {
  std::uint32_t drawing = 0; ///< Index into Document::drawings.
  FormatIndex format = 0;
};
/// The mark in the text; the note's own paragraphs are Document::notes[note].
struct NoteReference {
  std::uint32_t note = 0;
  std::string mark; ///< Already numbered by the reader.
  FormatIndex format = 0;
};
struct BookmarkStart {
  std::string name;
};
struct BookmarkEnd {
  std::string name;
};
struct LinkStart {
  std::string target; ///< URI, or "#bookmark".
  std::string tooltip;
};
struct LinkEnd {};
enum class FormFieldKind { text, multiline, check_box, radio, choice, date, signature };
/// A place that a person fills in; what stands between start and end is its present content.
struct FormFieldStart {
  FormFieldKind kind = FormFieldKind::text;
  std::string path;  ///< Data path.
  std::string title; ///< Tooltip.
  std::vector<std::string> options;
  std::string value;
  bool placeholder = false; ///< The content is a prompt, not a value.
  std::string expression;   ///< What gives its text, where that is not the path alone.
  std::string choice;       ///< Of a radio button or one box of several: the value it stands for.
  std::string json;         ///< The data's value as JSON; empty when it did not come from data.
};
struct FormFieldEnd {};

using Inline =
    std::variant<Text, Tab, PositionalTab, Blank, Break, Field, DrawingReference, NoteReference,
                 BookmarkStart, BookmarkEnd, LinkStart, LinkEnd, FormFieldStart, FormFieldEnd>;

enum class LabelSuffix { tab, space, nothing };
/// The number or bullet before a list item, already counted and formatted.
struct ListLabel {
  std::string text;
  FormatIndex format = 0;
  LabelSuffix suffix = LabelSuffix::tab;
  Alignment alignment = Alignment::start; ///< start, center, end: about the first line's indent.
  int level = 0;                          ///< From 0.
  std::optional<Length> tab_position; ///< From the text margin. ODF label-alignment and old DOCX
                                      ///< numbering tabs.
  /// The suffix is a gap at least so wide, not a tab: what follows begins at the other lines'
  /// indent, or so far behind a label that reaches further (ODF label-width-and-position:
  /// text:min-label-distance).
  std::optional<Length> least_gap;
  std::optional<std::uint32_t> picture; ///< Picture bullet: index into Document::drawings.
};

struct Paragraph {
  std::uint32_t format = 0;    ///< Into Document::paragraph_formats.
  FormatIndex mark_format = 0; ///< Of the paragraph mark: gives an empty paragraph its height.
  std::optional<ListLabel> label;
  std::vector<Inline> inlines;
  Origin origin;
};

enum class WidthKind { automatic, length, percent };
struct Width {
  WidthKind kind = WidthKind::automatic;
  Length length;
  int percent_50ths = 0; ///< 5,000 = 100 %.
};

/// Where the lines between cells lie and what room they take.
enum class BorderModel {
  centered, ///< WordprocessingML: on the grid; a row is as much higher as the line above it.
  separate, ///< ODF table:border-model="separating" (and none): within each cell, beside its
            ///< margins.
  collapsed ///< ODF "collapsing": one line between two cells, within the cell below or right of it.
};

enum class VerticalAlignment { top, center, bottom, justify };
enum class TextDirection { horizontal, bottom_to_top, top_to_bottom };

struct Cell {
  int column = 0; ///< First grid column.
  int column_span = 1;
  int row_span = 1; ///< 0: covered by a cell above (its blocks are empty).
  Width width;
  Sides margins; ///< Resolved: table default, then the cell's own.
  Borders
      borders; ///< As the cell, its row and the table's style say; conflicts are layout's affair.
  std::optional<Color> background;
  VerticalAlignment vertical_alignment = VerticalAlignment::top;
  TextDirection direction = TextDirection::horizontal;
  bool no_wrap = false;
  bool fit_text = false;
  std::vector<Block> blocks;
};

struct Row {
  LineRule height_rule = LineRule::multiple; ///< multiple: automatic.
  Length height;
  bool cannot_split = false;
  bool repeat_header = false;
  std::optional<Width> before_width, after_width; ///< Of the grid columns skipped before and after.
  int grid_before = 0, grid_after = 0;
  Length cell_spacing; ///< Between cells, and between them and the table's edge.
  std::vector<Cell> cells;
};

/// A table that text flows round (ECMA-376 17.4.57).
struct FloatingTable {
  AxisPosition horizontal, vertical;
  Sides distance;
  bool allow_overlap = true;
};

struct Table {
  std::vector<Length> grid; ///< Column widths as stored.
  Width width;
  bool fixed_layout = false;
  bool grid_is_shares = false; ///< Fixed layout whose columns share `width` as `grid` says.
  Alignment alignment = Alignment::start; ///< start, center or end.
  Length indent; ///< Of the text in the first cell for DOCX ≤ 14; of the border from 15 on.
  bool indent_to_border = false; ///< Which of the two.
  Length indent_end;             ///< Not taken by a table whose columns share 100 % of the width.
  Direction direction = Direction::left_to_right;
  Borders borders; ///< Outer lines: drawn where cells stand apart, else in the cells' own.
  std::optional<FloatingTable> floating;
  BorderModel border_model = BorderModel::centered;
  /// Above and below the table (ODF fo:margin-top, -bottom); Settings::word_spacing_rules says how
  /// they meet the paragraphs' beside it.
  Length space_before, space_after;
  bool keep_next = false; ///< fo:keep-with-next: its last row with the next block.
  bool may_split = true;  ///< style:may-break-between-rows.
  bool page_break_before = false, column_break_before = false; ///< fo:break-before.
  bool page_break_after = false, column_break_after = false;   ///< fo:break-after.
  std::optional<Color> background; ///< Of the whole table, below the cells'.
  std::vector<Row> rows;
  std::string description;
  Origin origin; ///< Of its first paragraph.
};

struct Block {
  std::variant<Paragraph, Table> content;
};

struct Column {
  Length width, space_after;
};

enum class SectionStart { next_page, continuous, even_page, odd_page, next_column };
enum class NoteKind { footnote, endnote };
enum class LineNumberRestart { page, section, never };

struct LineNumbers {
  int every = 1, first = 1;
  Length distance;
  LineNumberRestart restart = LineNumberRestart::page;
};

/// Snap lines to a grid (ECMA-376 17.6.5).
struct LineGrid {
  Length pitch; ///< 0: none.
  std::optional<Length> character_pitch;
};

/// Header or footer of one kind; absent: none on such pages (inheritance is resolved by the
/// reader).
using Story = std::optional<std::vector<Block>>;

/// A picture that lies below all else (ODF style:background-image).
struct GroundPicture {
  std::uint32_t image = 0; ///< Into Document::images.
  enum class Fill { tiles, once, stretched } fill = Fill::tiles;
  Size size;                  ///< Of one that is not stretched.
  int across = 50, down = 50; ///< Where it (a first tile) stands in what is free, in percent.
};

/// Header or footer beside its text (ODF style:header-footer-properties); zero is Word's.
struct StoryArea {
  Length spacing; ///< Kept free between it and the text (fo:margin-bottom of a header, -top of a
                  ///< footer).
  Length least_height; ///< Of it with padding, borders and `spacing` (fo:min-height, svg:height as
                       ///< LibreOffice takes them); its text stands at the top of what is left.
  bool exact_height = false;       ///< No higher than that (svg:height): what is more is cut off.
  bool dynamic_spacing = false;    ///< It may grow into `spacing` (style:dynamic-spacing).
  Length indent_start, indent_end; ///< From the page's text area (fo:margin-left, -right).
  Borders borders;                 ///< With their `space` as padding; text stands inside them.
  Sides padding;                   ///< Sides without a border line keep this free too.
  std::optional<Color> background;
  bool operator==(const StoryArea&) const = default;
};

/// The footnotes at the foot of a page (ODF style:footnote-sep and fo:max-height).
struct NoteArea {
  Length max_height;                ///< 0: as the page allows.
  Length before_line, after_line;   ///< From the text to the line, from the line to the notes.
  LineStyle line = LineStyle::none; ///< The separator.
  Length line_width;                ///< Its thickness.
  Color line_color = black;
  int line_percent = 25; ///< Its length, of the column's width.
  Alignment line_alignment = Alignment::start;
  bool operator==(const NoteArea&) const = default;
};

struct Section {
  SectionStart start = SectionStart::next_page;
  Size page{twips(11906), twips(16838)};
  Sides margins{twips(1440), twips(1440), twips(1440), twips(1440)};
  bool exact_top = false, exact_bottom = false; ///< Negative margins: headers may overlap the text.
  Length header_distance = twips(720), footer_distance = twips(720), gutter;
  bool gutter_at_top = false;
  int column_count = 1;
  Length column_space = twips(720);
  std::vector<Column> columns; ///< When unequal; else empty.
  bool column_rule = false;
  Border column_line;            ///< The rule when not Word's half-point line; none: that.
  int column_line_percent = 100; ///< Its height, of the columns'.
  VerticalAlignment column_line_alignment = VerticalAlignment::top;
  bool balance_columns = true;
  bool balance_at_end = false; ///< Balanced also when no continuous section follows (ODF
                               ///< text:section; never the columns of a page style).
  bool title_page = false;     ///< first_* are used.
  Story header, footer, first_header, first_footer, even_header, even_footer;
  NumberFormat page_number_format = NumberFormat::decimal;
  std::optional<int> page_number_start;
  VerticalAlignment vertical_alignment = VerticalAlignment::top;
  Borders page_borders;
  bool page_borders_from_text = true;
  bool page_borders_first_only = false, page_borders_not_first = false;
  std::optional<LineNumbers> line_numbers;
  LineGrid grid;
  Direction direction = Direction::left_to_right;
  bool notes_below_text = false; ///< Footnotes follow the text instead of standing at the foot.
  bool endnotes_here = false;    ///< At this section's end.
  bool mirror_margins = false;   ///< Left and right are swapped on even pages (style:page-usage=
                                 ///< "mirrored"), as Settings::mirror_margins does for all.
  StoryArea header_area, footer_area;
  std::optional<NoteArea> note_area; ///< None: Settings::footnote_separator, as Word has it.
  std::optional<Color> background;   ///< Of a continuous section's area of text (ODF text:section).
  std::optional<Color> page_background;      ///< Of its pages, before Settings::page_background.
  std::optional<GroundPicture> page_picture; ///< Over that colour.
  bool page_ground_inside_margins = false;   ///< Colour and picture leave the margins free.
  bool page_borders_around_stories = false;  ///< Borders hold header and footer too.
  /// The looks of its second, third … page, without blocks (ODF style:next-style-name). Empty: all
  /// pages look like the first. After the last of them the pages go on with the look numbered
  /// `following_again`: 0 is this section's own, 1 the first of `following`; none: the last again.
  std::vector<Section> following;
  std::optional<int> following_again;
  std::vector<Block> blocks;
};

struct Note {
  NoteKind kind = NoteKind::footnote;
  std::string mark;
  std::vector<Block> blocks;
};

/// Words of the next page at the foot of a page that continues (thai.md A3).
struct Catchword {
  int words = 0; ///< Dictionary words after a list label; 0 is off.
  /// Chosen by the author: opening text of the next page → catchword.
  std::vector<std::pair<std::string, std::string>> overrides;
};

/// Which of a font's vertical metrics make a line's height.
enum class LineMetrics {
  windows,          ///< Word: OS/2 usWin (typo where it says so), hhea's gap above the ascent.
  horizontal_header ///< LibreOffice on Linux: hhea, or OS/2 typo where USE_TYPO_METRICS is set, or
                    ///< usWin where both are nothing; all in whole twips.
};
/// How LineRule::multiple makes room.
enum class MultipleRule {
  every_line,   ///< Word: each line is so many times as high.
  between_lines ///< LibreOffice: what it adds stands between lines and below the paragraph, outside
                ///< its borders; a first line that it makes lower keeps four fifths above its
                ///< baseline.
};
/// What contextual spacing leaves out between paragraphs of one style when spacings are added up.
enum class ContextualSpacing {
  each_side, ///< Word: each paragraph its own space.
  pairs      ///< LibreOffice: the lower one's space before only when both ask for it.
};
/// How characters without a script (spaces, digits, punctuation) find their face.
enum class ScriptRuns {
  by_character, ///< Word: by a table of characters.
  follow_text   ///< LibreOffice: spaces, general punctuation and symbols as the text before them,
                ///< at the start latin.
};
/// Pages left out so that the next one is even or odd.
enum class BlankPages { shown, skipped };

struct Settings {
  Length default_tab = twips(720);
  bool even_and_odd = false;
  bool mirror_margins = false;
  int compatibility = 15;          ///< Word's compatibility mode; ODT reads as 15.
  bool expand_shift_return = true; ///< Justify lines that end in a line break.
  bool word_spacing_rules =
      true; ///< Spacing of paragraphs as Word has it (the larger of after and before: no, both).
  bool no_leading = false, space_before_after_page_break = true;
  LineMetrics line_metrics = LineMetrics::windows;
  MultipleRule multiple_rule = MultipleRule::every_line;
  ScriptRuns script_runs = ScriptRuns::by_character;
  BlankPages blank_pages = BlankPages::shown;
  ContextualSpacing contextual_spacing = ContextualSpacing::each_side;
  bool external_leading = true; ///< horizontal_header only: hhea's gap counts (AddExternalLeading).
  // The next three matter with MultipleRule::between_lines only.
  /// What a multiple adds stands above a paragraph's first line too (UseFormerLineSpacing).
  bool former_line_spacing = false;
  bool first_line_shrinks = true; ///< PropLineSpacingShrinksFirstLine.
  bool line_gap_in_cells = true; ///< AddParaLineSpacingToTableCells: also below a cell's last line.
  /// Space before the first paragraph of a cell, a frame, a header, and of a page that the
  /// document's start or a break in the text opens (AddParaTableSpacingAtStart). After an automatic
  /// break there is none.
  bool space_before_at_top = true;
  /// Headers and footers stand inside Section::margins, and what is placed relative to the margins
  /// stands between them (ODF); else they stand in the margins (Word).
  bool stories_inside_margins = false;
  /// Of a header's or footer's last paragraph (HeaderSpacingBelowLastPara).
  bool space_after_in_stories = true;
  bool space_after_in_cells = true; ///< Of a cell's last paragraph (AddParaSpacingToTableCells).
  /// Spaces at a paragraph's end take room when it is centred or set to its end (LibreOffice unless
  /// MsWordCompTrailingBlanks).
  bool trailing_spaces_count = false;
  /// Automatic tab stops count from the paragraph's indent, not the margin (TabsRelativeToIndent).
  /// TabStop::position always counts from the margin: the reader adds the indent.
  bool default_tabs_from_indent = false;
  bool tabs_over_margin = true; ///< A stop right of the margin is used (TabOverMargin; Word: yes).
  bool justify_thai_cells = false; ///< Justified Thai opens between all its clusters, not only at
                                   ///< spaces, in runs whose complex language is Thai.
  bool keep_drawings_on_page = false; ///< Anchored drawings are moved into the page's edges.
  Catchword catchword;
  std::optional<Color> page_background;
  std::vector<Block> footnote_separator, endnote_separator; ///< Empty: a rule of 2 inches.
  bool footnote_rule = true; ///< It is drawn in the first line of `footnote_separator` too.
};

struct Properties {
  std::string title, author, subject, keywords, language;
};

struct Document {
  std::vector<RunFormat> run_formats;
  std::vector<ParagraphFormat> paragraph_formats;
  std::vector<Drawing> drawings;
  std::vector<Image> images;
  std::vector<Note> notes;
  std::vector<std::string> parts; ///< Names that Origin::part means.
  std::vector<Section> sections;
  Settings settings;
  Properties properties;
  /// The look of pages of their own that endnotes stand on (LibreOffice: page style “Endnote”),
  /// without blocks, one at most; none: they follow the text.
  std::vector<Section> endnote_pages;
};

} // namespace saraban::document
