// Reads the properties of tables, columns, rows and cells through their styles.
#include "odt/table_properties.h"

#include "odt/part/elements.h"

#include <algorithm>

namespace saraban::odt {
namespace {

using document::Alignment;
using document::LineRule;
using document::WidthKind;

constexpr const char* of_table = "style:table-properties";
constexpr const char* of_row = "style:table-row-properties";
constexpr const char* of_column = "style:table-column-properties";
constexpr const char* of_cell = "style:table-cell-properties";

Length measure(std::string_view text) {
  return std::clamp(length_or(text, {}), Length{}, millimetres(500));
}

/// A view of one properties element through a style's chain.
struct View {
  const Style* style;
  const Style& standard;
  const char* properties;

  std::string_view operator()(const char* name) const {
    return property(style, standard, properties, name);
  }
};

void read_table_width(const View& get, document::Table& table) {
  const auto align = get("table:align");
  const auto left = length_or(get("fo:margin-left"), {});
  const auto right = length_or(get("fo:margin-right"), {});
  const auto width = length(get("style:width"));
  const auto share = percent(get("style:rel-width"));
  table.alignment = align == "center"  ? Alignment::center
                    : align == "right" ? Alignment::end
                                       : Alignment::start;
  if (align == "left" || align == "margins" || align.empty()) table.indent = left;
  if (share && *share > 0) {
    table.width.kind = WidthKind::percent;
    table.width.percent_50ths = static_cast<int>(std::min(*share, 400.0) * 50);
  } else if (width && *width > Length{} && align != "margins" && !align.empty()) {
    table.width = {WidthKind::length, *width, 0};
  } else {
    // From margin to margin.
    table.indent_end = right;
    table.width.kind = WidthKind::percent, table.width.percent_50ths = 5000;
  }
}

void read_table_breaks(const View& get, document::Table& table) {
  const auto is_page = [](std::string_view text) {
    return text == "page" || text == "even-page" || text == "odd-page";
  };
  const auto before = get("fo:break-before"), after = get("fo:break-after");
  table.page_break_before = is_page(before), table.column_break_before = before == "column";
  table.page_break_after = is_page(after), table.column_break_after = after == "column";
  table.keep_next = get("fo:keep-with-next") == "always";
  table.may_split = boolean(get("style:may-break-between-rows"), true);
}

document::TextDirection direction_of(std::string_view text) {
  if (text == "tb-rl" || text == "tb-lr" || text == "tb")
    return document::TextDirection::top_to_bottom;
  if (text == "bt-lr") return document::TextDirection::bottom_to_top;
  return document::TextDirection::horizontal;
}

} // namespace

void read_table_properties(const Style* style, const Style& standard, document::Table& table) {
  const View get{style, standard, of_table};
  read_table_width(get, table);
  read_table_breaks(get, table);
  table.space_before = measure(get("fo:margin-top"));
  table.space_after = measure(get("fo:margin-bottom"));
  table.fixed_layout = true, table.grid_is_shares = true, table.indent_to_border = true;
  table.border_model = get("table:border-model") == "collapsing" ? document::BorderModel::collapsed
                                                                 : document::BorderModel::separate;
  table.background = read_background(style, standard, of_table);
  if (get("style:writing-mode").starts_with("rl"))
    table.direction = document::Direction::right_to_left;
}

void read_row_properties(const Style* style, const Style& standard, document::Row& row) {
  const View get{style, standard, of_row};
  const auto exact = length(get("style:row-height"));
  const auto least = length(get("style:min-row-height"));
  if (exact && *exact > Length{})
    row.height_rule = LineRule::exact, row.height = *exact;
  else if (least && *least > Length{})
    row.height_rule = LineRule::at_least, row.height = *least;
  row.cannot_split = get("fo:keep-together") == "always";
}

void read_cell_properties(const Style* style, const Style& standard, document::Cell& cell) {
  const View get{style, standard, of_cell};
  auto box = read_box(style, standard, of_cell);
  cell.borders = box.borders, cell.margins = box.padding;
  cell.borders.down = read_border(get("style:diagonal-tl-br"), get("style:diagonal-tl-br-widths"));
  cell.borders.up = read_border(get("style:diagonal-bl-tr"), get("style:diagonal-bl-tr-widths"));
  cell.background = read_background(style, standard, of_cell);
  constexpr Word<document::VerticalAlignment> words[] = {
      {"middle", document::VerticalAlignment::center},
      {"bottom", document::VerticalAlignment::bottom}};
  cell.vertical_alignment =
      meaning_or(get("style:vertical-align"), document::VerticalAlignment::top, words);
  cell.direction = direction_of(get("style:writing-mode"));
}

ColumnWidth read_column_width(const Style* style, const Style& standard) {
  const View get{style, standard, of_column};
  ColumnWidth width;
  width.absolute = measure(get("style:column-width"));
  auto text = get("style:rel-column-width");
  if (text.ends_with('*')) {
    text.remove_suffix(1);
    width.share = static_cast<int>(std::clamp<std::int64_t>(integer_or(text, 0), 0, 1'000'000));
  }
  return width;
}

} // namespace saraban::odt
