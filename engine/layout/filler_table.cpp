// Tables in a flow: header rows again on every page, rows until one does not fit.
#include "layout/filler.h"

#include "layout/border.h"
#include "layout/cache.h"
#include "layout/spacing.h"

#include <algorithm>

namespace saraban::layout {

namespace {

bool keeps_with_next(const document::Row& row, const document::Document& document) {
  for (const document::Cell& cell : row.cells) {
    if (cell.blocks.empty()) continue;
    const auto* paragraph = std::get_if<document::Paragraph>(&cell.blocks.front().content);
    return paragraph && document.paragraph_formats[paragraph->format].keep_next;
  }
  return false;
}

/// What goes on below `row`: cells over several rows that began before this page.
std::vector<OpenCell> still_open(const TableGrid& grid, const std::vector<OpenCell>& open,
                                 std::size_t row) {
  std::vector<OpenCell> rest;
  for (const OpenCell& one : open) {
    const document::Cell& cell = grid.table->rows[one.row].cells[one.cell];
    if (one.row + grid.rows_of(one.row, cell) > row + 1) rest.push_back(one);
  }
  return rest;
}

Length line_below_thickness(const TableGrid& grid) {
  return line_above_thickness(grid, grid.table->rows.size());
}

} // namespace

RowRoom Filler::row_room(std::size_t table_start, Length height, bool repeated) const {
  const auto top_of = [this, table_start, repeated](std::size_t row) {
    Length first = y_;
    bool found = false;
    for (std::size_t i = table_start; i < pieces_.size(); ++i) {
      const auto& piece = std::get<RowPiece>(pieces_[i].content);
      if (piece.repeated != repeated) continue;
      if (!found) first = pieces_[i].top;
      found = true;
      if (piece.row == row) return pieces_[i].top;
      if (piece.row > row) break;
    }
    return first;
  };
  return {region_, y_, height, top_of};
}

/// A row that a float stands in the way of goes below it.
void Filler::move_below_floats(const TableGrid& grid) {
  if (exclusions_.empty()) return;
  const Length left = region_.origin.x + grid.left;
  const Interval row{left + twips(1), std::max(left + grid.width() - twips(1), left + twips(2))};
  for (int round = 0; round < 100; ++round) {
    const Length top = region_.origin.y + y_;
    const Length down = below(exclusions_, row, top, top + twips(20));
    if (down <= top) return;
    y_ = down - region_.origin.y;
  }
}

void Filler::add_row(const std::shared_ptr<const TableGrid>& grid, const Position& at,
                     std::size_t table_start, bool repeated) {
  move_below_floats(*grid);
  LaidRow laid = lay_row(grid, *at.table, row_room(table_start, unbounded, repeated), context_);
  const document::Row& row = grid->table->rows[laid.piece.row];
  laid.piece.repeated = repeated;
  FlowPiece piece;
  piece.start = at;
  piece.top = y_;
  piece.bottom = y_ + laid.piece.height;
  piece.fits_to = piece.bottom;
  piece.keep_with_next = keeps_with_next(row, context_.document);
  piece.notes = std::move(laid.notes);
  const bool after_header =
      pieces_.size() > table_start && laid.piece.row > 0 &&
      (std::get<RowPiece>(pieces_.back().content).repeated || laid.piece.row <= grid->header_rows);
  piece.may_break_before = !repeated && !after_header;
  if (pieces_.size() == table_start) piece.may_break_before = true;
  if (!repeated) {
    auto next = std::make_shared<TablePosition>();
    next->row = laid.piece.row + 1;
    next->open = still_open(*grid, at.table->open, laid.piece.row);
    piece.next = at;
    piece.next.table = std::move(next);
  } else {
    piece.next = at;
  }
  piece.content = std::move(laid.piece);
  y_ = piece.bottom;
  pieces_.push_back(std::move(piece));
}

void Filler::lay_header_rows(const std::shared_ptr<const TableGrid>& grid, const Position& at) {
  const std::size_t start = pieces_.size();
  const Length top = y_;
  for (std::size_t row = 0; row < grid->header_rows; ++row) {
    Position header = at;
    auto position = std::make_shared<TablePosition>();
    position->row = row;
    header.table = std::move(position);
    add_row(grid, header, start, true);
    pieces_.back().start = at;
    pieces_.back().next = at;
  }
  if (y_ - top <= region_.height / 2) return;
  pieces_.resize(start);
  y_ = top;
}

Length Filler::gap_above_table(const Position& at, const document::Table& table) const {
  const document::Settings& settings = context_.document.settings;
  if (pieces_.empty()) return keeps_space_at_top() ? table.space_before : Length{};
  const FlowPiece& last = pieces_.back();
  const document::ParagraphFormat* previous = at.block > 0 ? format_at(at.block - 1) : nullptr;
  const Length after = previous ? space_after(*previous, nullptr) : last.space_after;
  return joined(after, table.space_before, settings) + last.line_gap;
}

void Filler::lay_table(Position& at) {
  const auto& table = std::get<document::Table>(blocks_[at.block].content);
  const std::shared_ptr<const TableGrid> grid = grid_of(table, region_.width, context_);
  const Position next_block{at.block + 1, {}, {}, {}};
  if (table.rows.empty() || grid->columns == 0) {
    at = next_block;
    return;
  }
  const bool at_top = pieces_.empty() && region_.overflow == Overflow::allowed;
  if (!at.table && region_.breaks == Breaks::obeyed && !at_top) {
    if (table.column_break_before) forced_ = Stop::column_break;
    if (table.page_break_before) forced_ = Stop::page_break;
    if (forced_) return;
  }
  if (!at.table) y_ += gap_above_table(at, table);
  if (!at.table) at.table = std::make_shared<TablePosition>();
  const std::size_t start = pieces_.size();
  if (start == 0 && grid->header_rows > 0 && at.table->row >= grid->header_rows)
    lay_header_rows(grid, at);
  while (at.table->row < table.rows.size() && !overflow_ && !full_) {
    add_row(grid, at, start, false);
    at = pieces_.back().next;
    check_fit();
  }
  if (at.table->row < table.rows.size()) return;
  at = next_block;
  FlowPiece& last = pieces_.back();
  last.next = at;
  last.space_after = table.space_after;
  last.bottom += line_below_thickness(*grid);
  last.keep_with_next = last.keep_with_next || table.keep_next;
  y_ = last.bottom;
  break_after(at, table.page_break_after, table.column_break_after);
}

} // namespace saraban::layout
