// Every struct's fields, named once: the printer and the parser both visit them.
#pragma once

#include "document/document.h"

#include <type_traits>

namespace saraban::document {

/// Fields<T>::visit(v) calls v(name, &T::member) for each member. The name "" means: the value
/// stands bare on the line, or the blocks, rows and inlines stand below it without a heading.
template <class T>
struct Fields;

#define SARABAN_FIELDS(type)                                                                       \
  template <>                                                                                      \
  struct Fields<type> {                                                                            \
    using S = type;                                                                                \
    template <class V>                                                                             \
    static void visit(V&& v);                                                                      \
  };                                                                                               \
  template <class V>                                                                               \
  void Fields<type>::visit([[maybe_unused]] V&& v)

SARABAN_FIELDS(Point) {
  v("x", &S::x), v("y", &S::y);
}
SARABAN_FIELDS(Size) {
  v("width", &S::width), v("height", &S::height);
}
SARABAN_FIELDS(Rect) {
  v("x", &S::x), v("y", &S::y), v("width", &S::width), v("height", &S::height);
}
SARABAN_FIELDS(Sides) {
  v("top", &S::top), v("right", &S::right), v("bottom", &S::bottom), v("left", &S::left);
}
SARABAN_FIELDS(Border) {
  v("", &S::style), v("width", &S::width), v("space", &S::space), v("color", &S::color);
  v("automatic_color", &S::automatic_color);
}
SARABAN_FIELDS(Borders) {
  v("top", &S::top), v("right", &S::right), v("bottom", &S::bottom), v("left", &S::left);
  v("between", &S::between), v("bar", &S::bar);
  v("inside_horizontal", &S::inside_horizontal), v("inside_vertical", &S::inside_vertical);
  v("down", &S::down), v("up", &S::up);
}
SARABAN_FIELDS(FaceRequest) {
  v("", &S::family), v("size", &S::size), v("bold", &S::bold), v("italic", &S::italic);
  v("language", &S::language);
}
SARABAN_FIELDS(RunFormat) {
  v("latin", &S::latin), v("east_asian", &S::east_asian), v("complex", &S::complex);
  v("high_ansi_family", &S::high_ansi_family), v("slot", &S::slot), v("direction", &S::direction);
  v("color", &S::color), v("automatic_color", &S::automatic_color);
  v("background", &S::background), v("underline", &S::underline);
  v("underline_color", &S::underline_color), v("strike", &S::strike), v("caps", &S::caps);
  v("vertical", &S::vertical), v("raise", &S::raise), v("spacing", &S::spacing);
  v("scale_percent", &S::scale_percent), v("kerning_from", &S::kerning_from);
  v("hidden", &S::hidden), v("outline", &S::outline), v("shadow", &S::shadow);
  v("emboss", &S::emboss), v("imprint", &S::imprint), v("snap_to_grid", &S::snap_to_grid);
  v("border", &S::border);
}
SARABAN_FIELDS(LineSpacing) {
  v("rule", &S::rule), v("multiple_240ths", &S::multiple_240ths), v("height", &S::height);
}
SARABAN_FIELDS(TabStop) {
  v("", &S::position), v("kind", &S::kind), v("leader", &S::leader);
}
SARABAN_FIELDS(AxisPosition) {
  v("relative_to", &S::relative_to), v("align", &S::align), v("offset", &S::offset);
  v("percent_thousandths", &S::percent_thousandths);
}
SARABAN_FIELDS(Frame) {
  v("horizontal", &S::horizontal), v("vertical", &S::vertical), v("width", &S::width);
  v("height", &S::height), v("height_rule", &S::height_rule);
  v("horizontal_space", &S::horizontal_space), v("vertical_space", &S::vertical_space);
  v("drop_cap_lines", &S::drop_cap_lines), v("drop_cap_in_margin", &S::drop_cap_in_margin);
  v("wraps", &S::wraps);
}
SARABAN_FIELDS(DropCap) {
  v("lines", &S::lines), v("characters", &S::characters), v("distance", &S::distance);
}
SARABAN_FIELDS(ParagraphFormat) {
  v("style", &S::style), v("alignment", &S::alignment), v("direction", &S::direction);
  v("indent_start", &S::indent_start), v("indent_end", &S::indent_end);
  v("indent_first", &S::indent_first), v("mirror_indents", &S::mirror_indents);
  v("space_before", &S::space_before), v("space_after", &S::space_after);
  v("contextual_spacing", &S::contextual_spacing), v("automatic_before", &S::automatic_before);
  v("automatic_after", &S::automatic_after), v("line", &S::line), v("tabs", &S::tabs);
  v("keep_next", &S::keep_next), v("keep_lines", &S::keep_lines);
  v("page_break_before", &S::page_break_before), v("widow_control", &S::widow_control);
  v("borders", &S::borders), v("background", &S::background);
  v("outline_level", &S::outline_level), v("suppress_line_numbers", &S::suppress_line_numbers);
  v("snap_to_grid", &S::snap_to_grid), v("hyphenate", &S::hyphenate);
  v("word_wrap", &S::word_wrap), v("frame", &S::frame);
  v("orphan_lines", &S::orphan_lines), v("widow_lines", &S::widow_lines);
  v("column_break_before", &S::column_break_before);
  v("page_break_after", &S::page_break_after), v("column_break_after", &S::column_break_after);
  v("last_line", &S::last_line), v("justify_single_word", &S::justify_single_word);
  v("join_borders", &S::join_borders), v("drop_cap", &S::drop_cap);
}

SARABAN_FIELDS(Text) {
  v("", &S::text), v("format", &S::format);
}
SARABAN_FIELDS(Tab) {
  v("format", &S::format);
}
SARABAN_FIELDS(PositionalTab) {
  v("kind", &S::kind), v("relative_to", &S::relative_to), v("leader", &S::leader);
  v("format", &S::format);
}
SARABAN_FIELDS(Blank) {
  v("width", &S::width), v("leader", &S::leader), v("format", &S::format);
}
SARABAN_FIELDS(Break) {
  v("", &S::kind), v("format", &S::format);
}
SARABAN_FIELDS(Field) {
  v("", &S::kind), v("argument", &S::argument), v("number_format", &S::number_format);
  v("offset", &S::offset), v("cached", &S::cached), v("format", &S::format);
}
SARABAN_FIELDS(DrawingReference) {
  v("", &S::drawing), v("format", &S::format);
}
SARABAN_FIELDS(NoteReference) {
  v("", &S::note), v("mark", &S::mark), v("format", &S::format);
}
SARABAN_FIELDS(BookmarkStart) {
  v("", &S::name);
}
SARABAN_FIELDS(BookmarkEnd) {
  v("", &S::name);
}
SARABAN_FIELDS(LinkStart) {
  v("", &S::target), v("tooltip", &S::tooltip);
}
SARABAN_FIELDS(LinkEnd) {}
SARABAN_FIELDS(FormFieldStart) {
  v("", &S::path), v("kind", &S::kind), v("title", &S::title), v("options", &S::options);
  v("value", &S::value), v("placeholder", &S::placeholder);
  v("expression", &S::expression), v("choice", &S::choice), v("json", &S::json);
}
SARABAN_FIELDS(FormFieldEnd) {}

SARABAN_FIELDS(ListLabel) {
  v("", &S::text), v("format", &S::format), v("suffix", &S::suffix);
  v("alignment", &S::alignment), v("level", &S::level), v("tab_position", &S::tab_position);
  v("least_gap", &S::least_gap), v("picture", &S::picture);
}
SARABAN_FIELDS(Paragraph) {
  v("format", &S::format), v("mark_format", &S::mark_format), v("label", &S::label);
  v("origin", &S::origin), v("", &S::inlines);
}
SARABAN_FIELDS(Width) {
  v("kind", &S::kind), v("length", &S::length), v("percent_50ths", &S::percent_50ths);
}
SARABAN_FIELDS(Cell) {
  v("column", &S::column), v("column_span", &S::column_span), v("row_span", &S::row_span);
  v("width", &S::width), v("margins", &S::margins), v("borders", &S::borders);
  v("background", &S::background), v("vertical_alignment", &S::vertical_alignment);
  v("direction", &S::direction), v("no_wrap", &S::no_wrap), v("fit_text", &S::fit_text);
  v("", &S::blocks);
}
SARABAN_FIELDS(Row) {
  v("height_rule", &S::height_rule), v("height", &S::height);
  v("cannot_split", &S::cannot_split), v("repeat_header", &S::repeat_header);
  v("before_width", &S::before_width), v("after_width", &S::after_width);
  v("grid_before", &S::grid_before), v("grid_after", &S::grid_after);
  v("cell_spacing", &S::cell_spacing), v("cell", &S::cells);
}
SARABAN_FIELDS(FloatingTable) {
  v("horizontal", &S::horizontal), v("vertical", &S::vertical), v("distance", &S::distance);
  v("allow_overlap", &S::allow_overlap);
}
SARABAN_FIELDS(Table) {
  v("grid", &S::grid), v("width", &S::width), v("fixed_layout", &S::fixed_layout);
  v("grid_is_shares", &S::grid_is_shares);
  v("alignment", &S::alignment), v("indent", &S::indent);
  v("indent_to_border", &S::indent_to_border), v("direction", &S::direction);
  v("borders", &S::borders), v("floating", &S::floating), v("description", &S::description);
  v("border_model", &S::border_model), v("space_before", &S::space_before);
  v("space_after", &S::space_after), v("keep_next", &S::keep_next);
  v("may_split", &S::may_split), v("page_break_before", &S::page_break_before);
  v("column_break_before", &S::column_break_before);
  v("page_break_after", &S::page_break_after), v("column_break_after", &S::column_break_after);
  v("background", &S::background), v("origin", &S::origin), v("row", &S::rows);
}
SARABAN_FIELDS(Column) {
  v("width", &S::width), v("space_after", &S::space_after);
}
SARABAN_FIELDS(LineNumbers) {
  v("every", &S::every), v("first", &S::first), v("distance", &S::distance);
  v("restart", &S::restart);
}
SARABAN_FIELDS(LineGrid) {
  v("pitch", &S::pitch), v("character_pitch", &S::character_pitch);
}
SARABAN_FIELDS(GroundPicture) {
  v("image", &S::image), v("", &S::fill), v("size", &S::size), v("across", &S::across);
  v("down", &S::down);
}
SARABAN_FIELDS(StoryArea) {
  v("spacing", &S::spacing), v("least_height", &S::least_height);
  v("exact_height", &S::exact_height), v("dynamic_spacing", &S::dynamic_spacing),
      v("indent_start", &S::indent_start);
  v("indent_end", &S::indent_end), v("borders", &S::borders), v("padding", &S::padding);
  v("background", &S::background);
}
SARABAN_FIELDS(NoteArea) {
  v("max_height", &S::max_height), v("before_line", &S::before_line);
  v("after_line", &S::after_line), v("line", &S::line), v("line_width", &S::line_width);
  v("line_color", &S::line_color), v("line_percent", &S::line_percent);
  v("line_alignment", &S::line_alignment);
}
SARABAN_FIELDS(Section) {
  v("start", &S::start), v("page", &S::page), v("margins", &S::margins);
  v("exact_top", &S::exact_top), v("exact_bottom", &S::exact_bottom);
  v("header_distance", &S::header_distance), v("footer_distance", &S::footer_distance);
  v("gutter", &S::gutter), v("gutter_at_top", &S::gutter_at_top);
  v("column_count", &S::column_count), v("column_space", &S::column_space);
  v("columns", &S::columns), v("column_rule", &S::column_rule);
  v("column_line", &S::column_line), v("column_line_percent", &S::column_line_percent);
  v("column_line_alignment", &S::column_line_alignment);
  v("balance_columns", &S::balance_columns), v("balance_at_end", &S::balance_at_end);
  v("title_page", &S::title_page);
  v("page_number_format", &S::page_number_format), v("page_number_start", &S::page_number_start);
  v("vertical_alignment", &S::vertical_alignment), v("page_borders", &S::page_borders);
  v("page_borders_from_text", &S::page_borders_from_text);
  v("page_borders_first_only", &S::page_borders_first_only);
  v("page_borders_not_first", &S::page_borders_not_first);
  v("line_numbers", &S::line_numbers), v("grid", &S::grid), v("direction", &S::direction);
  v("notes_below_text", &S::notes_below_text), v("endnotes_here", &S::endnotes_here);
  v("mirror_margins", &S::mirror_margins), v("header_area", &S::header_area);
  v("footer_area", &S::footer_area), v("note_area", &S::note_area);
  v("background", &S::background), v("page_background", &S::page_background);
  v("page_picture", &S::page_picture);
  v("page_ground_inside_margins", &S::page_ground_inside_margins);
  v("page_borders_around_stories", &S::page_borders_around_stories);
  v("following_again", &S::following_again), v("following", &S::following);
  v("header", &S::header), v("footer", &S::footer), v("first_header", &S::first_header);
  v("first_footer", &S::first_footer), v("even_header", &S::even_header);
  v("even_footer", &S::even_footer), v("", &S::blocks);
}
SARABAN_FIELDS(Note) {
  v("kind", &S::kind), v("mark", &S::mark), v("", &S::blocks);
}
SARABAN_FIELDS(Catchword) {
  v("words", &S::words), v("overrides", &S::overrides);
}
SARABAN_FIELDS(Settings) {
  v("default_tab", &S::default_tab), v("even_and_odd", &S::even_and_odd);
  v("mirror_margins", &S::mirror_margins), v("compatibility", &S::compatibility);
  v("expand_shift_return", &S::expand_shift_return);
  v("word_spacing_rules", &S::word_spacing_rules), v("no_leading", &S::no_leading);
  v("space_before_after_page_break", &S::space_before_after_page_break);
  v("line_metrics", &S::line_metrics), v("multiple_rule", &S::multiple_rule);
  v("script_runs", &S::script_runs), v("blank_pages", &S::blank_pages);
  v("contextual_spacing", &S::contextual_spacing), v("external_leading", &S::external_leading);
  v("former_line_spacing", &S::former_line_spacing);
  v("first_line_shrinks", &S::first_line_shrinks);
  v("line_gap_in_cells", &S::line_gap_in_cells);
  v("trailing_spaces_count", &S::trailing_spaces_count);
  v("space_before_at_top", &S::space_before_at_top);
  v("stories_inside_margins", &S::stories_inside_margins);
  v("space_after_in_stories", &S::space_after_in_stories);
  v("space_after_in_cells", &S::space_after_in_cells);
  v("default_tabs_from_indent", &S::default_tabs_from_indent);
  v("tabs_over_margin", &S::tabs_over_margin), v("justify_thai_cells", &S::justify_thai_cells);
  v("keep_drawings_on_page", &S::keep_drawings_on_page);
  v("catchword", &S::catchword), v("page_background", &S::page_background);
  v("footnote_separator", &S::footnote_separator), v("footnote_rule", &S::footnote_rule),
      v("endnote_separator", &S::endnote_separator);
}
SARABAN_FIELDS(Properties) {
  v("title", &S::title), v("author", &S::author), v("subject", &S::subject);
  v("keywords", &S::keywords), v("language", &S::language);
}

SARABAN_FIELDS(Image) {
  v("name", &S::name), v("bytes", &S::bytes);
}
SARABAN_FIELDS(Crop) {
  v("top", &S::top), v("right", &S::right), v("bottom", &S::bottom), v("left", &S::left);
}
SARABAN_FIELDS(Stroke) {
  v("", &S::style), v("width", &S::width), v("color", &S::color), v("start", &S::start);
  v("end", &S::end), v("start_size", &S::start_size), v("end_size", &S::end_size);
}
SARABAN_FIELDS(Picture) {
  v("image", &S::image), v("crop", &S::crop), v("stroke", &S::stroke);
}
SARABAN_FIELDS(Shadow) {
  v("offset", &S::offset), v("color", &S::color);
}
SARABAN_FIELDS(Shape) {
  v("path", &S::path), v("fill", &S::fill), v("stroke", &S::stroke), v("borders", &S::borders);
  v("outside", &S::outside), v("shadow", &S::shadow), v("insets", &S::insets);
  v("vertical_alignment", &S::vertical_alignment), v("text_alignment", &S::text_alignment);
  v("grow_to_text", &S::grow_to_text);
  v("least_height", &S::least_height);
  v("text_rotation", &S::text_rotation), v("text_fills_box", &S::text_fills_box);
  v("", &S::text);
}
SARABAN_FIELDS(ChartMarker) {
  v("", &S::kind), v("size", &S::size), v("fill", &S::fill), v("stroke", &S::stroke);
}
SARABAN_FIELDS(ChartLabels) {
  v("value", &S::value), v("category", &S::category), v("series", &S::series);
  v("percent", &S::percent), v("place", &S::place), v("number_format", &S::number_format);
  v("separator", &S::separator), v("format", &S::format), v("text", &S::text);
}
SARABAN_FIELDS(ChartPoint) {
  v("index", &S::index), v("fill", &S::fill), v("stroke", &S::stroke);
  v("labels", &S::labels);
}
SARABAN_FIELDS(ChartSpot) {
  v("x", &S::x), v("y", &S::y);
}
SARABAN_FIELDS(ChartSeries) {
  v("name", &S::name), v("values", &S::values), v("x_values", &S::x_values);
  v("sizes", &S::sizes), v("fill", &S::fill), v("stroke", &S::stroke), v("marker", &S::marker);
  v("smooth", &S::smooth), v("number_format", &S::number_format), v("points", &S::points);
  v("labels", &S::labels);
}
SARABAN_FIELDS(ChartPlot) {
  v("", &S::kind), v("grouping", &S::grouping), v("horizontal", &S::horizontal);
  v("filled", &S::filled), v("vary_colors", &S::vary_colors), v("gap_percent", &S::gap_percent);
  v("overlap_percent", &S::overlap_percent), v("hole_percent", &S::hole_percent);
  v("first_angle", &S::first_angle), v("bubble_percent", &S::bubble_percent);
  v("counterclockwise", &S::counterclockwise), v("category_axis", &S::category_axis),
      v("value_axis", &S::value_axis);
  v("series", &S::series);
}
SARABAN_FIELDS(ChartAxis) {
  v("values", &S::values), v("dates", &S::dates), v("side", &S::side), v("hidden", &S::hidden);
  v("reversed", &S::reversed), v("between", &S::between), v("least", &S::least);
  v("most", &S::most), v("major", &S::major), v("logarithm_base", &S::logarithm_base);
  v("crossing", &S::crossing), v("crossing_at", &S::crossing_at), v("ticks", &S::ticks);
  v("labels", &S::labels), v("label_every", &S::label_every), v("label_turn", &S::label_turn);
  v("number_format", &S::number_format), v("line", &S::line), v("grid", &S::grid);
  v("format", &S::format), v("title", &S::title), v("title_format", &S::title_format);
  v("title_place", &S::title_place);
}
SARABAN_FIELDS(ChartLegend) {
  v("shown", &S::shown), v("over_plot", &S::over_plot), v("side", &S::side);
  v("place", &S::place), v("format", &S::format);
}
SARABAN_FIELDS(ChartLayout) {
  v("x", &S::x), v("y", &S::y), v("width", &S::width), v("height", &S::height);
  v("inner", &S::inner);
}
SARABAN_FIELDS(Chart) {
  v("spacing", &S::spacing), v("fill", &S::fill), v("plot_fill", &S::plot_fill),
      v("stroke", &S::stroke);
  v("plot_stroke", &S::plot_stroke), v("title", &S::title), v("title_format", &S::title_format);
  v("title_place", &S::title_place), v("title_over_plot", &S::title_over_plot),
      v("legend", &S::legend);
  v("plot_layout", &S::plot_layout), v("categories", &S::categories);
  v("category_format", &S::category_format), v("palette", &S::palette);
  v("paragraph_format", &S::paragraph_format), v("axes", &S::axes), v("plots", &S::plots);
}
SARABAN_FIELDS(Group::Child) {
  v("drawing", &S::drawing), v("box", &S::box);
}
SARABAN_FIELDS(Group) {
  v("children", &S::children);
}
SARABAN_FIELDS(Anchor) {
  v("horizontal", &S::horizontal), v("vertical", &S::vertical), v("wrap", &S::wrap);
  v("side", &S::side), v("distance", &S::distance), v("z_order", &S::z_order);
  v("allow_overlap", &S::allow_overlap), v("layout_in_cell", &S::layout_in_cell);
  v("distance_aligns", &S::distance_aligns);
  v("page", &S::page), v("inside_text_area", &S::inside_text_area), v("polygon", &S::polygon);
}
SARABAN_FIELDS(Drawing) {
  v("size", &S::size), v("effect", &S::effect), v("rotation", &S::rotation);
  v("flip_horizontal", &S::flip_horizontal), v("flip_vertical", &S::flip_vertical);
  v("anchor", &S::anchor), v("name", &S::name), v("description", &S::description);
  v("link", &S::link), v("decorative", &S::decorative);
  v("width_percent_thousandths", &S::width_percent_thousandths);
  v("height_percent_thousandths", &S::height_percent_thousandths);
  v("width_relative_to", &S::width_relative_to), v("height_relative_to", &S::height_relative_to);
  v("in_line", &S::in_line), v("content", &S::content);
}
SARABAN_FIELDS(Document) {
  v("settings", &S::settings), v("properties", &S::properties), v("parts", &S::parts);
  v("run_format", &S::run_formats), v("paragraph_format", &S::paragraph_formats);
  v("image", &S::images), v("drawing", &S::drawings), v("note", &S::notes);
  v("endnote_pages", &S::endnote_pages), v("section", &S::sections);
}

#undef SARABAN_FIELDS

/// What stands on a line of its own, below its owner.
template <class T>
inline constexpr bool is_line = false;
template <>
inline constexpr bool is_line<RunFormat> = true;
template <>
inline constexpr bool is_line<ParagraphFormat> = true;
template <>
inline constexpr bool is_line<Image> = true;
template <>
inline constexpr bool is_line<Drawing> = true;
template <>
inline constexpr bool is_line<Note> = true;
template <>
inline constexpr bool is_line<Section> = true;
template <>
inline constexpr bool is_line<Row> = true;
template <>
inline constexpr bool is_line<Cell> = true;
template <>
inline constexpr bool is_line<Block> = true;
template <>
inline constexpr bool is_line<Inline> = true;
template <>
inline constexpr bool is_line<Settings> = true;
template <>
inline constexpr bool is_line<Properties> = true;
template <>
inline constexpr bool is_line<std::vector<Block>> = true;
using DrawingContent = std::variant<Picture, Shape, Group, Chart>;
template <>
inline constexpr bool is_line<DrawingContent> = true;
template <class T>
inline constexpr bool is_line<std::vector<T>> = is_line<T>;
template <class T>
inline constexpr bool is_line<std::optional<T>> = is_line<T>;

/// Lines that show their index, which parsing skips.
template <class T>
inline constexpr bool is_numbered =
    std::is_same_v<T, RunFormat> || std::is_same_v<T, ParagraphFormat> ||
    std::is_same_v<T, Image> || std::is_same_v<T, Drawing> || std::is_same_v<T, Note>;

} // namespace saraban::document
