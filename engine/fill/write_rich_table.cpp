// Tables of rich text: spans become a grid, columns are as wide as what they hold.
#include "fill/write_rich.h"

#include <algorithm>

namespace saraban::fill {
namespace {

constexpr std::size_t most_columns = 63;
constexpr Length usual_width = twips(9070); ///< Of the text on A4 with 3 and 2 cm beside it.

/// A cell of the grid: of the table's own, or covered by the one above.
struct GridCell {
  const rich::Cell* cell = nullptr; ///< Null: there is none, an empty one is written.
  std::size_t column = 0;
  int columns = 1, rows = 1;
  bool continues = false;
};
using Grid = std::vector<std::vector<GridCell>>;

/// For each column how many further rows the cell above covers.
struct Covered {
  int rows = 0, columns = 0; ///< The second at the first column of the cell only.
  const rich::Cell* cell = nullptr;
};

std::size_t columns_of(const rich::Table& table) {
  std::size_t most = 1;
  for (const rich::Row& row : table.rows) {
    std::size_t count = 0;
    for (const rich::Cell& cell : row.cells) count += static_cast<std::size_t>(cell.columns);
    most = std::max(most, count);
  }
  return std::min(most, most_columns);
}

/// How many of the columns from `first` on are free.
int free_from(const std::vector<Covered>& covered, std::size_t first, int wanted) {
  int free = 0;
  while (free < wanted && first + static_cast<std::size_t>(free) < covered.size() &&
         covered[first + static_cast<std::size_t>(free)].rows == 0)
    ++free;
  return free;
}

std::vector<GridCell> grid_row(const rich::Row& row, int rows_left, std::vector<Covered>& covered) {
  std::vector<GridCell> cells;
  auto next = row.cells.begin();
  for (std::size_t column = 0; column < covered.size();) {
    Covered& above = covered[column];
    if (above.rows > 0) {
      const int columns = std::max(above.columns, 1);
      cells.push_back({above.cell, column, columns, 1, true});
      for (int i = 0; i < columns; ++i) --covered[column + static_cast<std::size_t>(i)].rows;
      column += static_cast<std::size_t>(columns);
      continue;
    }
    if (next == row.cells.end()) {
      cells.push_back({nullptr, column++, 1, 1, false});
      continue;
    }
    const int columns = std::max(1, free_from(covered, column, next->columns));
    const int rows = std::min(next->rows, rows_left);
    cells.push_back({&*next, column, columns, rows, false});
    for (int i = 0; rows > 1 && i < columns; ++i)
      covered[column + static_cast<std::size_t>(i)] = {rows - 1, i == 0 ? columns : 0, &*next};
    column += static_cast<std::size_t>(columns);
    ++next;
  }
  return cells;
}

Grid grid_of(const rich::Table& table) {
  std::vector<Covered> covered(columns_of(table));
  Grid grid;
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    grid.push_back(grid_row(table.rows[i], static_cast<int>(table.rows.size() - i), covered));
  return grid;
}

std::size_t characters_of(const rich::Blocks& blocks) {
  std::size_t longest = 0;
  for (const rich::Block& block : blocks) {
    const auto* paragraph = std::get_if<rich::Paragraph>(&block.content);
    std::size_t count = paragraph ? 0 : 20;
    for (std::size_t i = 0; paragraph && i < paragraph->content.size(); ++i) {
      const auto* text = std::get_if<rich::Text>(&paragraph->content[i]);
      const auto begins = [](char c) { return (c & 0xC0) != 0x80; };
      count += text ? static_cast<std::size_t>(
                          std::count_if(text->text.begin(), text->text.end(), begins))
                    : 10;
    }
    longest = std::max(longest, count);
  }
  return longest;
}

std::vector<Length> widths_of(const Grid& grid, std::size_t columns) {
  constexpr std::size_t narrowest = 4, widest = 40;
  std::vector<std::size_t> weights(columns, narrowest);
  for (const auto& row : grid)
    for (const GridCell& cell : row)
      if (cell.cell && cell.columns == 1)
        weights[cell.column] =
            std::max(weights[cell.column], std::min(characters_of(cell.cell->blocks), widest));
  std::size_t total = 0;
  for (const std::size_t weight : weights) total += weight;
  std::vector<Length> widths;
  for (const std::size_t weight : weights)
    widths.push_back(
        usual_width.scaled(static_cast<std::int64_t>(weight), static_cast<std::int64_t>(total)));
  return widths;
}

bool is_header(const rich::Row& row) {
  return row.header || std::all_of(row.cells.begin(), row.cells.end(),
                                   [](const rich::Cell& cell) { return cell.header; });
}

std::size_t header_rows(const rich::Table& table) {
  std::size_t count = 0;
  while (count < table.rows.size() && is_header(table.rows[count])) ++count;
  return count == table.rows.size() ? 0 : count;
}

} // namespace

void RichWriter::block(const rich::Table& table, Around& around) {
  if (table.rows.empty()) return;
  if (around.stands == RichParagraph::Stands::first_of_item) {
    empty_paragraph(around);
    around.stands = RichParagraph::Stands::in_item;
  }
  if (!around.list.empty() && !markup_.rich.lists_hold_tables) {
    has_text_ = false;
    const ParagraphForm form = markup_.rich.paragraph(facts_, place_, shape_of({}, around));
    out_ += form.open;
    as_text(rich::Block{table}, "");
    out_ += form.close;
    return;
  }
  RichTable shape;
  const Grid grid = grid_of(table);
  shape.columns = widths_of(grid, columns_of(table));
  shape.header_rows = header_rows(table);
  out_ += markup_.rich.table_open(facts_, place_, shape);
  rows(table, shape);
  out_ += markup_.rich.table_close;
}

void RichWriter::rows(const rich::Table& table, const RichTable& shape) {
  const Grid grid = grid_of(table);
  for (std::size_t i = 0; i < grid.size(); ++i) {
    const bool header = i < shape.header_rows;
    const RichRow row{header, header && i == 0, header && i + 1 == shape.header_rows};
    out_ += markup_.rich.row_open(row);
    for (const GridCell& one : grid[i]) {
      RichCell cell;
      cell.header = header || (one.cell && one.cell->header);
      cell.columns = one.columns, cell.rows = one.rows;
      cell.continues = one.continues;
      for (int c = 0; c < one.columns; ++c)
        cell.width += shape.columns[one.column + static_cast<std::size_t>(c)];
      if (one.cell) cell.shading = one.cell->shading;
      out_ += markup_.rich.cell_open(place_, cell);
      Around inside;
      inside.stands = RichParagraph::Stands::in_cell;
      inside.header = cell.header;
      if (one.cell) inside.alignment = one.cell->alignment;
      if (!one.cell || one.continues || one.cell->blocks.empty())
        empty_paragraph(inside);
      else
        blocks(one.cell->blocks, inside);
      out_ += markup_.rich.cell_close(cell);
    }
    out_ += markup_.rich.row_close(row);
  }
}

} // namespace saraban::fill
