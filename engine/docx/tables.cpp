// Tables: rows, cells, spans, and what styles, tables and cells say about each cell (ECMA-376 Part
// 1, 17.4).
#include "docx/frames.h"
#include "docx/paragraphs.h"
#include "docx/part/elements.h"
#include "docx/table_layers.h"

#include <algorithm>

namespace saraban::docx {
namespace {

using document::Cell;
using document::Row;
using document::Table;
using pugi::xml_node;

/// Word knows 63 columns; more than this cannot be laid out by anybody.
constexpr int most_columns = 512;

int count_of(xml_node e, int least) {
  return static_cast<int>(
      std::clamp<std::int64_t>(integer_or(value(e), least), least, most_columns));
}

enum class Merge { none, restart, proceed };

struct SourceCell {
  xml_node element, properties, control; ///< control: the w:sdt round the cell.
  int column = 0, span = 1;
  Merge merge = Merge::none;
};

struct SourceRow {
  xml_node element, properties;
  int before = 0, after = 0;
  std::vector<SourceCell> cells;
};

void collect_cells(xml_node parent, xml_node control, SourceRow& row, int& column) {
  for (const auto& child : parent.children()) {
    const std::string_view name = child.name();
    if (name == "w:tc") {
      SourceCell cell{child, child.child("w:tcPr"), control, column, 1, Merge::none};
      if (cell.properties.child("w:cellDel")) continue;
      cell.span = std::min(count_of(cell.properties.child("w:gridSpan"), 1),
                           std::max(most_columns - column, 1));
      if (const auto merge = cell.properties.child("w:vMerge"))
        cell.merge = value(merge) == "restart" ? Merge::restart : Merge::proceed;
      column += cell.span;
      if (column <= most_columns) row.cells.push_back(cell);
    } else if (name == "w:sdt")
      collect_cells(child.child("w:sdtContent"), child, row, column);
    else if (name == "w:customXml" || name == "w:ins" || name == "w:moveTo")
      collect_cells(child, control, row, column);
    else if (name == "mc:AlternateContent")
      collect_cells(chosen_branch(child), control, row, column);
  }
}

void collect_rows(xml_node parent, std::vector<SourceRow>& rows) {
  for (const auto& child : parent.children()) {
    const std::string_view name = child.name();
    if (name == "w:tr") {
      SourceRow row{child, child.child("w:trPr"), 0, 0, {}};
      if (row.properties.child("w:del")) continue;
      row.before = count_of(row.properties.child("w:gridBefore"), 0);
      row.after = count_of(row.properties.child("w:gridAfter"), 0);
      int column = row.before;
      collect_cells(child, {}, row, column);
      rows.push_back(std::move(row));
    } else if (name == "w:sdt")
      collect_rows(child.child("w:sdtContent"), rows);
    else if (name == "w:customXml" || name == "w:ins" || name == "w:moveTo")
      collect_rows(child, rows);
    else if (name == "mc:AlternateContent")
      collect_rows(chosen_branch(child), rows);
  }
}

/// Word leaves the stored length on each side of a cell: twice between two of them.
Length cell_spacing(const SourceRow& source, const TableLayers& layers) {
  Length half = layers.table.cell_spacing.value_or(Length{});
  if (const auto spacing = source.properties.child("w:tblCellSpacing"))
    half = length_or(attribute(spacing, "w:w"), half);
  return std::max(half, Length{}) * 2;
}

void read_row_properties(const SourceRow& source, const TableLayers& layers, Row& row) {
  const auto& e = source.properties;
  row.grid_before = source.before, row.grid_after = source.after;
  if (const auto w = e.child("w:wBefore")) row.before_width = read_width(w);
  if (const auto w = e.child("w:wAfter")) row.after_width = read_width(w);
  if (const auto height = e.child("w:trHeight")) {
    row.height = std::max(length_or(value(height), {}), Length{});
    const auto rule = attribute(height, "w:hRule");
    row.height_rule = rule == "exact"  ? document::LineRule::exact
                      : rule == "auto" ? document::LineRule::multiple
                                       : document::LineRule::at_least;
  }
  if (const auto split = e.child("w:cantSplit")) row.cannot_split = on_off(split);
  if (const auto header = e.child("w:tblHeader")) row.repeat_header = on_off(header);
  row.cell_spacing = cell_spacing(source, layers);
}

document::TextDirection direction_of(std::string_view text) {
  if (text == "btLr" || text == "lr") return document::TextDirection::bottom_to_top;
  if (text == "tbRl" || text == "tbRlV" || text == "rl" || text == "rlV")
    return document::TextDirection::top_to_bottom;
  return document::TextDirection::horizontal;
}

void read_cell_content(Reader& reader, const SourceCell& source, const CellLook* look, Cell& cell) {
  const auto paragraphs = source.element.children("w:p");
  const bool single = std::distance(paragraphs.begin(), paragraphs.end()) == 1;
  if (source.control && single)
    if (auto field = form_field_of(source.control)) {
      reader.pending.emplace_back(std::move(*field));
      reader.pending_end.emplace_back(document::FormFieldEnd{});
    }
  read_blocks(reader, source.element, look, cell.blocks);
}

class TableReader {
public:
  TableReader(Reader& reader, xml_node element, Table& table)
      : reader_(reader), table_(table),
        layers_(read_table_layers(reader.shared, element.child("w:tblPr"))) {
    collect_rows(element, rows_);
    for (const auto& row : rows_) {
      int end = row.cells.empty() ? row.before : row.cells.back().column + row.cells.back().span;
      columns_ = std::max(columns_, end + row.after);
      cells_apart_ = cells_apart_ || cell_spacing(row, layers_) > Length{};
    }
  }

  const TableLayers& layers() const { return layers_; }
  bool cells_apart() const { return cells_apart_; }

  void read_rows() {
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      Row row;
      read_row_properties(rows_[r], layers_, row);
      const auto exceptions =
          read_table_properties(rows_[r].element.child("w:tblPrEx"), reader_.shared.theme);
      for (const auto& cell : rows_[r].cells) row.cells.push_back(read_cell(cell, r, exceptions));
      const auto parts = layers_.parts_of({static_cast<int>(r), 0, 1}, extent());
      if (layers_.cannot_split(parts)) row.cannot_split = true;
      table_.rows.push_back(std::move(row));
    }
    merge_rows();
  }

private:
  TableExtent extent() const { return {static_cast<int>(rows_.size()), columns_, cells_apart_}; }

  Cell read_cell(const SourceCell& source, std::size_t r, const TableProperties& exceptions) {
    const CellPlace place{static_cast<int>(r), source.column, source.span};
    const auto own = read_cell_properties(source.properties, reader_.shared.theme);
    const auto parts = layers_.parts_of(place, extent());
    const auto look = layers_.resolve(place, extent(), parts, exceptions, own);
    Cell cell;
    cell.column = source.column, cell.column_span = source.span;
    cell.width = read_width(source.properties.child("w:tcW"));
    cell.margins = look.margins, cell.borders = look.borders;
    cell.background = look.background;
    cell.vertical_alignment = look.vertical_alignment;
    cell.no_wrap = look.no_wrap;
    cell.direction = direction_of(value(source.properties.child("w:textDirection")));
    if (const auto fit = source.properties.child("w:tcFitText")) cell.fit_text = on_off(fit);
    if (source.merge != Merge::proceed || !has_cell_above(source, r))
      read_cell_content(reader_, source, layers_.text_look(reader_, parts), cell);
    return cell;
  }

  const SourceCell* cell_at(std::size_t r, int column) const {
    const auto& cells = rows_[r].cells;
    const auto found =
        std::find_if(cells.begin(), cells.end(), [&](const auto& c) { return c.column == column; });
    return found == cells.end() ? nullptr : &*found;
  }

  /// A merged cell goes on only below one that is merged too; else it stands for itself.
  bool has_cell_above(const SourceCell& source, std::size_t r) const {
    const auto* above = r == 0 ? nullptr : cell_at(r - 1, source.column);
    return above && above->merge != Merge::none;
  }

  /// Cells that go on from above give their height, and their lower line, to the first.
  void merge_rows() {
    std::vector<Cell*> heads(static_cast<std::size_t>(most_columns) + 1, nullptr);
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      std::vector<Cell*> next(heads.size(), nullptr);
      for (std::size_t c = 0; c < rows_[r].cells.size(); ++c) {
        const auto& source = rows_[r].cells[c];
        auto& cell = table_.rows[r].cells[c];
        const auto column = static_cast<std::size_t>(source.column);
        if (source.merge == Merge::none) continue;
        const bool goes_on = source.merge == Merge::proceed && heads[column] != nullptr;
        next[column] = goes_on ? heads[column] : &cell;
        if (!goes_on) continue;
        cell.row_span = 0;
        ++next[column]->row_span;
        next[column]->borders.bottom = cell.borders.bottom;
      }
      heads = std::move(next);
    }
  }

  Reader& reader_;
  Table& table_;
  TableLayers layers_;
  std::vector<SourceRow> rows_;
  int columns_ = 0;
  bool cells_apart_ = false;
};

void read_grid(xml_node element, Table& table) {
  for (const auto& column : element.child("w:tblGrid").children("w:gridCol")) {
    if (table.grid.size() >= static_cast<std::size_t>(most_columns)) break;
    table.grid.push_back(std::max(length_or(attribute(column, "w:w"), {}), Length{}));
  }
}

void set_table_properties(const TableProperties& p, Table& table) {
  table.width = p.width.value_or(document::Width{});
  table.fixed_layout = p.fixed_layout.value_or(false);
  table.alignment = p.alignment.value_or(document::Alignment::start);
  table.indent = p.indent.value_or(Length{});
  if (p.right_to_left.value_or(false)) table.direction = document::Direction::right_to_left;
  const auto border = [](const std::optional<document::Border>& b) {
    return b.value_or(document::Border{});
  };
  table.borders.top = border(p.borders.top), table.borders.right = border(p.borders.right);
  table.borders.bottom = border(p.borders.bottom), table.borders.left = border(p.borders.left);
  table.borders.inside_horizontal = border(p.borders.inside_horizontal);
  table.borders.inside_vertical = border(p.borders.inside_vertical);
}

} // namespace

Table read_table(Reader& reader, xml_node element) {
  Table table;
  const auto properties = element.child("w:tblPr");
  const auto next = reader.part->next;
  table.origin = {reader.part->index, static_cast<std::uint32_t>(next)};
  read_grid(element, table);
  TableReader rows(reader, element, table);
  set_table_properties(rows.layers().table, table);
  // [MS-OI29500] 2.1.160: from mode 15 on the indent is the border's, before it the text's.
  table.indent_to_border = reader.shared.settings.compatibility >= 15;
  if (const auto floating = properties.child("w:tblpPr")) {
    table.floating = read_floating_table(floating);
    table.floating->allow_overlap = value(properties.child("w:tblOverlap")) != "never";
  }
  table.description = value(properties.child("w:tblDescription"));
  if (rows.cells_apart()) table.border_model = document::BorderModel::separate;
  rows.read_rows();
  return table;
}

} // namespace saraban::docx
