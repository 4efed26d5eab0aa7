// Cells that docxtpl's tags merge or colour, and columns that repeat with their cells (ODF 1.3 Part
// 3, 9.1.4, 9.1.5, 9.1.6).
#include "odt/markup/markup_parts.h"

#include <algorithm>
#include <sstream>

namespace saraban::odt {
namespace {

using fill::ElementKind;

/// Attributes for the time between the tags and the finished table.
constexpr const char* spans = "saraban-spans";
constexpr const char* merges = "saraban-merges";
constexpr const char* color = "saraban-color";
constexpr const char* from_column = "saraban-column";

constexpr int most_columns = 1'000; ///< As far as cells may span.

void set(pugi::xml_node node, const char* name, const char* value) {
  if (!node.attribute(name)) node.append_attribute(name);
  node.attribute(name).set_value(value);
}

bool is(pugi::xml_node node, std::string_view name) {
  return node.name() == name;
}

/// Rows in order, through groups of rows, not those of inner tables.
void collect_rows(pugi::xml_node parent, std::vector<pugi::xml_node>& rows) {
  for (pugi::xml_node child : parent.children()) {
    const ElementKind kind = kind_of(child);
    if (kind == ElementKind::row) rows.push_back(child);
    if (kind == ElementKind::group) collect_rows(child, rows);
  }
}

std::vector<pugi::xml_node> cells_of(pugi::xml_node row) {
  std::vector<pugi::xml_node> cells;
  for (pugi::xml_node child : row.children())
    if (kind_of(child) == ElementKind::cell) cells.push_back(child);
  return cells;
}

/// As many covered cells behind `cell` as it covers.
void span_columns(pugi::xml_node cell) {
  const pugi::xml_attribute wanted = cell.attribute(spans);
  if (!wanted) return;
  const int count = std::clamp(wanted.as_int(1), 1, most_columns);
  cell.remove_attribute(spans);
  const int before =
      std::clamp(cell.attribute("table:number-columns-spanned").as_int(1), 1, most_columns);
  for (int i = 1; i < before && is(cell.next_sibling(), "table:covered-table-cell"); ++i)
    cell.parent().remove_child(cell.next_sibling());
  for (int i = 1; i < count; ++i)
    cell.parent().insert_child_after("table:covered-table-cell", cell);
  set(cell, "table:number-columns-spanned", std::to_string(count).c_str());
}

void cover(pugi::xml_node cell) {
  cell.set_name("table:covered-table-cell");
  cell.remove_children();
}

/// The cell in the same place of a row, when it goes on what merges.
pugi::xml_node continuing(pugi::xml_node row, std::size_t place) {
  const auto cells = cells_of(row);
  const bool more =
      place < cells.size() && std::string_view(cells[place].attribute(merges).value()) == "more";
  return more ? cells[place] : pugi::xml_node();
}

void span_rows(const std::vector<pugi::xml_node>& rows) {
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const auto cells = cells_of(rows[r]);
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (std::string_view(cells[c].attribute(merges).value()) != "first") continue;
      int count = 1;
      for (std::size_t next = r + 1; next < rows.size(); ++next, ++count)
        if (pugi::xml_node more = continuing(rows[next], c))
          more.remove_attribute(merges), cover(more);
        else
          break;
      pugi::xml_node cell = cells[c];
      cell.remove_attribute(merges);
      if (count > 1) set(cell, "table:number-rows-spanned", std::to_string(count).c_str());
    }
  }
}

void collect_columns(pugi::xml_node parent, std::vector<pugi::xml_node>& columns) {
  for (pugi::xml_node child : parent.children()) {
    if (is(child, "table:table-column")) {
      const int repeated = child.attribute("table:number-columns-repeated").as_int(1);
      columns.insert(columns.end(), static_cast<std::size_t>(std::clamp(repeated, 1, most_columns)),
                     child);
    } else if (kind_of(child) == ElementKind::properties) {
      collect_columns(child, columns);
    }
  }
}

/// Rows that became longer than the table have columns like the last.
void add_columns(const std::vector<pugi::xml_node>& rows,
                 const std::vector<pugi::xml_node>& columns) {
  std::size_t count = 0;
  for (pugi::xml_node row : rows) count = std::max(count, cells_of(row).size());
  if (count <= columns.size()) return;
  pugi::xml_node last = columns.back();
  pugi::xml_node added = last.parent().insert_copy_after(last, last);
  set(added, "table:number-columns-repeated", std::to_string(count - columns.size()).c_str());
}

/// A definition for each cell of the longest row whose cells repeat, in place of the old ones.
void repeat_columns(pugi::xml_node table, const std::vector<pugi::xml_node>& rows) {
  std::vector<pugi::xml_node> longest;
  for (pugi::xml_node row : rows) {
    auto cells = cells_of(row);
    if (!cells.empty() && cells.front().attribute(from_column) && cells.size() > longest.size())
      longest = std::move(cells);
  }
  std::vector<pugi::xml_node> columns;
  collect_columns(table, columns);
  if (columns.empty()) return;
  if (longest.empty()) return add_columns(rows, columns);
  pugi::xml_document made;
  for (pugi::xml_node cell : longest) {
    const auto from = static_cast<std::size_t>(std::max(cell.attribute(from_column).as_int(), 0));
    pugi::xml_node column = made.append_copy(columns[std::min(from, columns.size() - 1)]);
    column.remove_attribute("table:number-columns-repeated");
  }
  pugi::xml_node place = columns.front();
  while (place.parent() != table) place = place.parent();
  for (pugi::xml_node column : made.children()) table.insert_copy_before(column, place);
  for (pugi::xml_node child = place, next; child; child = next) {
    next = child.next_sibling();
    const bool defines = std::string_view(child.name()).starts_with("table:table-column") ||
                         is(child, "table:table-header-columns");
    if (defines) table.remove_child(child);
  }
}

void finish(pugi::xml_node table) {
  std::vector<pugi::xml_node> rows;
  collect_rows(table, rows);
  for (pugi::xml_node row : rows)
    for (pugi::xml_node cell : cells_of(row)) span_columns(cell);
  span_rows(rows);
  repeat_columns(table, rows);
  for (pugi::xml_node row : rows)
    for (pugi::xml_node cell : cells_of(row))
      cell.remove_attribute(from_column), cell.remove_attribute(merges);
}

std::string print(pugi::xml_node node) {
  std::ostringstream out;
  node.print(out, "",
             pugi::format_raw | pugi::format_no_declaration | pugi::format_no_empty_element_tags);
  return out.str();
}

} // namespace

void set_cell(pugi::xml_node cell, language::CellTag::Kind kind, const std::string& operand) {
  using Kind = language::CellTag::Kind;
  if (kind == Kind::colspan) set(cell, spans, ("{{" + operand + "}}").c_str());
  if (kind == Kind::horizontal_merge) {
    const int span = cell.attribute("table:number-columns-spanned").as_int(1);
    set(cell, spans, ("{{ " + std::to_string(span) + " * loop.length }}").c_str());
  }
  if (kind == Kind::vertical_merge)
    set(cell, merges, "{% if loop.first %}first{% else %}more{% endif %}");
  if (kind == Kind::cell_background) set(cell, color, ("{{" + operand + "}}").c_str());
}

void number_columns(pugi::xml_node row) {
  std::size_t markers = 0, cells = 0;
  for (pugi::xml_node child : row.children())
    kind_of(child) == ElementKind::cell ? ++cells : ++markers;
  pugi::xml_node table = row.parent();
  while (table && kind_of(table) != ElementKind::table) table = table.parent();
  std::vector<pugi::xml_node> columns;
  collect_columns(table, columns);
  if (markers == 0) return;
  // Tags in cells of their own take columns, which go with them.
  const bool own_cells = columns.size() >= cells + markers;
  int column = 0;
  for (pugi::xml_node child : row.children())
    if (kind_of(child) != ElementKind::cell)
      column += own_cells ? 1 : 0;
    else
      set(child, from_column, std::to_string(column++).c_str());
}

void finish_table(std::string& xml) {
  pugi::xml_document tree;
  if (!tree.load_buffer(xml.data(), xml.size(),
                        pugi::parse_fragment | pugi::parse_escapes | pugi::parse_ws_pcdata))
    return;
  for (pugi::xml_node child : tree.children())
    if (kind_of(child) == ElementKind::table) finish(child);
  xml = print(tree);
}

/// Colours are known when the part is written: their styles are added then.
void color_cells(std::string& xml) {
  if (xml.find(color) == std::string::npos) return;
  pugi::xml_document tree;
  if (!tree.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata))
    return;
  pugi::xml_node styles = tree.document_element().child("office:automatic-styles");
  std::map<std::string, std::string> made;
  for (pugi::xpath_node found : tree.select_nodes("//*[@saraban-color]")) {
    pugi::xml_node cell = found.node();
    const std::string wanted = cell.attribute(color).value();
    const std::string style = cell.attribute("table:style-name").value();
    cell.remove_attribute(color);
    const bool is_color = wanted.size() == 6 &&
                          wanted.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
    if (!is_color || !styles) continue;
    std::string& name = made[style + "\n" + wanted];
    if (name.empty()) {
      name = "saraban-cell" + std::to_string(made.size());
      const pugi::xml_node from =
          styles.find_child_by_attribute("style:style", "style:name", style.c_str());
      pugi::xml_node copy = from ? styles.append_copy(from) : styles.append_child("style:style");
      set(copy, "style:name", name.c_str());
      set(copy, "style:family", "table-cell");
      pugi::xml_node properties = copy.child("style:table-cell-properties");
      if (!properties) properties = copy.prepend_child("style:table-cell-properties");
      set(properties, "fo:background-color", ("#" + wanted).c_str());
    }
    set(cell, "table:style-name", name.c_str());
  }
  xml = package::print_xml(tree);
}

} // namespace saraban::odt
