// Tables: columns, rows, cells and spans (ODF 1.3 Part 3, 9.1).
#include "odt/paragraphs.h"
#include "odt/part/elements.h"
#include "odt/table_layers.h"

#include <algorithm>
#include <map>

namespace saraban::odt {
namespace {

using document::Cell;
using document::Row;
using document::Table;
using pugi::xml_node;

/// LibreOffice's tables have fewer; repeats beyond these are not a table that anybody reads.
constexpr int most_columns = 512, most_rows = 20'000, most_repeats = 1'000;

int count_of(xml_node e, const char* name, int most) {
  return static_cast<int>(
      std::clamp<std::int64_t>(integer_or(attribute(e, name), 1), 1, std::max(most, 1)));
}

struct SourceCell {
  xml_node element;
  int column = 0, span = 1, row_span = 1; ///< row_span 0: goes on from a cell above.
};

struct SourceRow {
  xml_node element;
  bool header = false;
  std::vector<SourceCell> cells;
};

/// Tables from the outside in: column and row groups may stand in each other.
class TableReader {
public:
  TableReader(Reader& reader, xml_node element, Table& table)
      : reader_(reader), table_(table), layers_(reader) {
    collect_columns(element, 0);
    collect_rows(element, false, 0);
    for (auto& row : rows_)
      if (!row.cells.empty())
        columns_ = std::max(columns_, row.cells.back().column + row.cells.back().span);
  }

  void read() {
    read_grid();
    for (const auto& row : rows_) read_row(row);
  }

private:
  void collect_columns(xml_node parent, int depth) {
    if (depth > deepest_nesting) return;
    for (const auto& child : parent.children()) {
      const std::string_view name = child.name();
      if (name == "table:table-column") {
        int count = count_of(child, "table:number-columns-repeated", most_columns);
        for (; count > 0 && source_columns_.size() < most_columns; --count) {
          source_columns_.push_back(child);
          layers_.add_column(attribute(child, "table:default-cell-style-name"));
        }
      } else if (name == "table:table-columns" || name == "table:table-header-columns" ||
                 name == "table:table-column-group")
        collect_columns(child, depth + 1);
    }
  }

  void collect_rows(xml_node parent, bool header, int depth) {
    if (depth > deepest_nesting) return reader_.not_drawn("rows grouped too deeply");
    for (const auto& child : parent.children()) {
      const std::string_view name = child.name();
      if (name == "table:table-row") {
        int count = count_of(child, "table:number-rows-repeated", most_repeats);
        for (; count > 0; --count) {
          if (rows_.size() >= most_rows) return reader_.not_drawn("rows beyond the most");
          rows_.push_back({child, header, {}});
          collect_cells(rows_.back());
        }
      } else if (name == "table:table-header-rows")
        collect_rows(child, true, depth + 1);
      else if (name == "table:table-rows" || name == "table:table-row-group")
        collect_rows(child, header, depth + 1);
    }
  }

  /// Covered cells below a cell of several rows go on from it; those beside one are its own.
  void collect_cells(SourceRow& row) {
    int column = 0, covered_to = 0;
    for (const auto& child : row.element.children()) {
      const bool covered = is(child, "table:covered-table-cell");
      if (!covered && !is(child, "table:table-cell")) continue;
      int count = count_of(child, "table:number-columns-repeated", most_columns);
      for (; count > 0 && column < most_columns; --count, ++column) {
        if (column < covered_to && covered) continue;
        // A cell that should be covered ends the one before it.
        if (column < covered_to) row.cells.back().span = column - row.cells.back().column;
        SourceCell cell{child, column, 1, 1};
        if (covered)
          go_on(cell);
        else
          begin(cell, row);
        covered_to = column + cell.span;
        row.cells.push_back(cell);
      }
    }
  }

  void begin(SourceCell& cell, const SourceRow& row) {
    cell.span = count_of(cell.element, "table:number-columns-spanned", most_columns - cell.column);
    const auto rows = count_of(cell.element, "table:number-rows-spanned", most_rows);
    const auto here = rows_.size() - 1;
    open_[cell.column] = {here, row.cells.size(), here, here + static_cast<std::size_t>(rows)};
  }

  /// A covered cell that nothing covers stands for itself, and is empty.
  void go_on(SourceCell& cell) {
    const auto here = rows_.size() - 1;
    const auto found = open_.find(cell.column);
    if (found == open_.end()) return;
    auto& open = found->second;
    if (open.last + 1 != here || here >= open.end) return;
    auto& head = rows_[open.row].cells[open.cell];
    ++head.row_span, open.last = here;
    cell.span = head.span, cell.row_span = 0;
  }

  void read_grid() {
    const auto& standard = reader_.part->styles->standard(Family::table_column);
    std::vector<ColumnWidth> widths;
    for (const auto& e : source_columns_)
      widths.push_back(read_column_width(
          reader_.style(Family::table_column, attribute(e, "table:style-name")), standard));
    columns_ = std::max(columns_, static_cast<int>(widths.size()));
    widths.resize(static_cast<std::size_t>(columns_));
    // All shares or all lengths: the two do not mix.
    const bool shares =
        std::all_of(widths.begin(), widths.end(), [](const ColumnWidth& w) { return w.share > 0; });
    for (const auto& w : widths)
      table_.grid.push_back(shares ? twips(w.share) : std::max(w.absolute, Length{1}));
  }

  void read_row(const SourceRow& source) {
    Row row;
    const auto* style =
        reader_.style(Family::table_row, attribute(source.element, "table:style-name"));
    read_row_properties(style, reader_.part->styles->standard(Family::table_row), row);
    row.repeat_header = source.header;
    const auto layer = layers_.row(source.element);
    for (const auto& cell : source.cells) row.cells.push_back(read_cell(cell, layer));
    const int end =
        source.cells.empty() ? 0 : source.cells.back().column + source.cells.back().span;
    row.grid_after = columns_ - end;
    table_.rows.push_back(std::move(row));
  }

  Cell read_cell(const SourceCell& source, const RowLayer& row) {
    Cell cell;
    cell.column = source.column, cell.column_span = source.span, cell.row_span = source.row_span;
    layers_.look(source.element, row, source.column, cell);
    if (is(source.element, "table:covered-table-cell")) return cell;
    if (const auto table = sub_table(source.element)) {
      cell.margins = {}, cell.borders = {};
      cell.blocks.push_back({read_table(reader_, table)});
    } else
      read_blocks(reader_, source.element, nullptr, cell.blocks);
    return cell;
  }

  /// A table that takes the cell's place (19.644 table:is-sub-table).
  static xml_node sub_table(xml_node cell) {
    const auto table = cell.child("table:table");
    return boolean(attribute(table, "table:is-sub-table"), false) ? table : xml_node();
  }

  /// A cell that may go on below: its place, the last row it reaches, the row behind its last.
  struct Open {
    std::size_t row = 0, cell = 0, last = 0, end = 0;
  };

  Reader& reader_;
  Table& table_;
  TableLayers layers_;
  std::vector<xml_node> source_columns_;
  std::vector<SourceRow> rows_;
  std::map<int, Open> open_; ///< By column.
  int columns_ = 0;
};

} // namespace

Table read_table(Reader& reader, xml_node element) {
  Table table;
  table.origin = {reader.part->index, static_cast<std::uint32_t>(reader.part->next)};
  const auto* style = reader.style(Family::table, attribute(element, "table:style-name"));
  read_table_properties(style, reader.part->styles->standard(Family::table), table);
  if (boolean(attribute(element, "table:is-sub-table"), false)) {
    table.width = {document::WidthKind::percent, {}, 5000};
    table.indent = table.indent_end = table.space_before = table.space_after = {};
  }
  table.description = element.child("table:desc").text().get();
  if (table.description.empty()) table.description = element.child("table:title").text().get();
  TableReader(reader, element, table).read();
  return table;
}

} // namespace saraban::odt
