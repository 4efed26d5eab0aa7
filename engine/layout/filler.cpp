// The flow of blocks into a region: lay until it overflows, cut at the best break, paint.
#include "layout/filler.h"

#include "layout/cache.h"
#include "layout/notes.h"

#include <algorithm>

namespace saraban::layout {

namespace {

constexpr int most_restarts = 6;
/// Laying a row may lay its cells more than once: nesting beyond this depth is counted, not free.
constexpr int deep = 5;
constexpr int most_deep_fills = 200'000;
constexpr std::size_t unreached = static_cast<std::size_t>(-1);

bool is_header(const RowPiece& row) {
  return row.repeated || row.row < row.grid->header_rows;
}

/// A cell over several rows has its last row here.
bool ends_span(const RowPiece& row) {
  const TableGrid& grid = *row.grid;
  for (std::size_t column = 0; column < grid.columns; ++column) {
    const CellPlace& place = grid.place(row.row, column);
    const document::Cell* cell = grid.cell_at(row.row, column);
    if (cell && place.row < row.row && place.row + grid.rows_of(place.row, *cell) == row.row + 1)
      return true;
  }
  return false;
}

} // namespace

Filled fill(std::span<const document::Block> blocks, const Position& from, const Region& region,
            Context& context) {
  if (region.depth > deepest) return {};
  if (region.depth > deep && ++context.cache->deep_fills > most_deep_fills) return {};
  return Filler(blocks, region, context).run(from);
}

Filled Filler::run(const Position& from) {
  for (int attempt = 0; attempt < most_restarts; ++attempt) {
    reset();
    lay_all(from);
    if (!restart_) break;
  }
  if (forget_unreached()) {
    reset();
    lay_all(from);
  }
  restart_ = false;
  Filled filled;
  const std::size_t end = cut(filled);
  return finish(end, std::move(filled));
}

/// Floats placed by an earlier attempt stay: text above their anchors flows round them too.
void Filler::reset() {
  pieces_.clear();
  exclusions_ = region_.exclusions;
  for (const std::uint32_t key : float_order_) {
    PlacedFloat& placed = floats_[key];
    placed.piece = unreached;
    if (placed.exclusion) exclusions_.push_back(*placed.exclusion);
  }
  y_ = {};
  notes_height_ = region_.notes_height;
  notes_before_.clear();
  overflow_.reset();
  full_.reset();
  forced_.reset();
  restart_ = false;
}

/// A float whose own room pushed its anchor off the page keeps nothing free here.
bool Filler::forget_unreached() {
  bool found = false;
  for (auto& [key, placed] : floats_) {
    if (placed.piece != unreached || !placed.exclusion) continue;
    placed.exclusion.reset();
    found = true;
  }
  return found;
}

void Filler::lay_all(const Position& from) {
  Position at = from;
  while (at.block < blocks_.size() && !overflow_ && !full_ && !forced_ && !restart_) {
    if (is_float(blocks_[at.block]))
      lay_float(at);
    else if (std::holds_alternative<document::Paragraph>(blocks_[at.block].content))
      lay_paragraph(at);
    else
      lay_table(at);
    check_fit();
  }
  next_ = at;
}

Length Filler::limit_after(std::size_t piece) const {
  return region_.height - notes_before_[piece];
}

/// Checks the pieces added since the last call against the room that notes leave.
void Filler::check_fit() {
  if (region_.height >= unbounded || overflow_) return;
  for (std::size_t i = notes_before_.size(); i < pieces_.size(); ++i) {
    const FlowPiece& piece = pieces_[i];
    Length with_notes = notes_height_;
    if (region_.notes == Notes::below_text)
      with_notes += notes_height(piece.notes, region_.width, with_notes, context_);
    notes_before_.push_back(with_notes);
    if (piece.fits_to <= region_.height - with_notes) {
      notes_height_ = with_notes;
      continue;
    }
    const bool room_for_part =
        with_notes > notes_height_ &&
        piece.fits_to + least_notes_height(piece.notes, region_.width, notes_height_, context_) <=
            region_.height - notes_height_;
    (room_for_part ? full_ : overflow_) = i;
    return;
  }
}

/// How many pieces stay; sets where the rest begins and why.
std::size_t Filler::cut(Filled& filled) {
  if (overflow_) {
    const std::size_t first =
        static_cast<std::size_t>(std::find_if(pieces_.begin(), pieces_.end(),
                                              [](const FlowPiece& piece) {
                                                const auto* row =
                                                    std::get_if<RowPiece>(&piece.content);
                                                return !row || !is_header(*row);
                                              }) -
                                 pieces_.begin());
    filled.stop = Stop::full;
    const bool at_start = *overflow_ <= first && region_.overflow == Overflow::allowed;
    if (split_row(*overflow_, at_start, filled)) return *overflow_ + 1;
    std::size_t end = choose_break(pieces_, *overflow_);
    if (end == 0 && region_.overflow == Overflow::allowed)
      end = std::max(*overflow_, std::min(first + 1, pieces_.size()));
    filled.next = end < pieces_.size() ? pieces_[end].start : next_;
    return end;
  }
  if (full_) {
    filled.stop = Stop::full;
    filled.next = pieces_[*full_].next;
    if (filled.next.block >= blocks_.size()) filled.stop = Stop::finished;
    return *full_ + 1;
  }
  filled.stop = forced_.value_or(Stop::finished);
  filled.next = next_;
  return pieces_.size();
}

/// Puts the part of a row that fits in the row's place.
bool Filler::split_row(std::size_t index, bool forced, Filled& filled) {
  auto* row = std::get_if<RowPiece>(&pieces_[index].content);
  if (!row || row->repeated) return false;
  const document::Row& source = row->grid->table->rows[row->row];
  if (source.height_rule == document::LineRule::exact) return false;
  if (!forced && (source.cannot_split || is_header(*row))) return false;
  const Length room = region_.height - notes_height_ - pieces_[index].top;
  if (room <= row->line_above) return false;
  std::size_t start = index;
  while (start > 0 && pieces_[start - 1].start.block == pieces_[index].start.block) --start;
  LaidRow part =
      lay_row(row->grid, *pieces_[index].start.table, row_room(start, room, false), context_);
  const bool spans_go_on = row->height - row->line_above > room && forced && ends_span(*row);
  if (!part.taken || (part.rest.empty() && !spans_go_on)) return false;
  if (part.rest.empty()) {
    part.piece.height = room;
    part.piece.ends = false;
  }
  auto position = std::make_shared<TablePosition>();
  position->row = row->row;
  position->inside_row = true;
  position->open = part.rest;
  filled.next = pieces_[index].start;
  filled.next.table = std::move(position);
  pieces_[index].bottom = pieces_[index].top + part.piece.height;
  pieces_[index].notes = part.notes;
  pieces_[index].content = std::move(part.piece);
  return true;
}

/// What the last paragraph of a cell keeps free below it.
void Filler::end_cell(const FlowPiece& last, Filled& filled) const {
  const document::Settings& settings = context_.document.settings;
  const auto* line = std::get_if<LinePiece>(&last.content);
  if (!settings.space_after_in_cells) filled.space_after = {};
  if (line && settings.line_gap_in_cells &&
      format_of(*line->prepared).line.rule == document::LineRule::multiple)
    filled.space_after += filled.line_gap;
}

Filled Filler::finish(std::size_t end, Filled filled) {
  filled.empty = end == 0;
  for (std::size_t i = 0; i < end; ++i)
    filled.notes.insert(filled.notes.end(), pieces_[i].notes.begin(), pieces_[i].notes.end());
  filled.fragment.size.width = region_.width;
  paint(end, filled);
  add_layers(end, filled.fragment);
  Length& height = filled.fragment.size.height;
  if (end > 0) height = std::max(height, pieces_[end - 1].bottom);
  if (filled.stop == Stop::finished && end > 0) {
    filled.space_after = pieces_[end - 1].space_after;
    filled.line_gap = pieces_[end - 1].line_gap;
    if (region_.around.in_cell) end_cell(pieces_[end - 1], filled);
    height += filled.space_after;
  }
  if (region_.around.in_cell) { // A cell holds its floats.
    for (const auto& [key, placed] : floats_)
      if (placed.exclusion && placed.piece < end)
        height = std::max(height, placed.box.bottom() - region_.origin.y);
  }
  filled.exclusions = exclusions_;
  return filled;
}

} // namespace saraban::layout
