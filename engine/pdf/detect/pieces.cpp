// A page as rows of pieces.
#include "pdf/detect/pieces.h"

#include "base/utf8.h"
#include "pdf/detect/boxes.h"
#include "pdf/detect/leaders.h"
#include "pdf/detect/strokes.h"

#include <algorithm>
#include <map>

namespace saraban::pdf::detect {
namespace {

using scan::ScannedPage;
using scan::TextLine;

bool is_thai(std::string_view text, std::size_t at) {
  const char32_t code = decode_utf8(text, at).code;
  return code >= 0x0E01 && code <= 0x0E4E;
}

/// Thai goes on in the next line without a space.
void append_words(std::string& text, const std::string& more) {
  const bool thai = text.size() >= 3 && is_thai(text, text.size() - 3) && is_thai(more, 0);
  text += (text.empty() || thai ? "" : " ") + more;
}

/// A line cut where it goes from one cell into another.
void add_rows(const TextLine& line, Places& places) {
  const auto cell_of = [&](std::size_t i) {
    const scan::Character& one = line.characters[i];
    return cell_at(places.cells,
                   {one.left + (one.right - one.left) / 2, line.baseline - line.size / 4});
  };
  const std::size_t count = line.characters.size();
  for (std::size_t begin = 0; begin < count;) {
    const int cell = cell_of(begin);
    std::size_t end = begin + 1;
    while (end < count && (line.characters[end].is_space() || cell_of(end) == cell)) ++end;
    Row row;
    row.baseline = line.baseline, row.size = line.size, row.cell = cell;
    row.pieces = pieces_of_line(line, begin, end);
    if (cell >= 0) {
      PlacedCell& placed = places.cells[static_cast<std::size_t>(cell)];
      append_words(placed.text, text_between(line, begin, end));
      while (placed.text.ends_with(' ')) placed.text.pop_back();
    }
    if (!row.pieces.empty()) places.rows.push_back(std::move(row));
    begin = end;
  }
}

bool overlaps(const Rect& a, const Rect& b) {
  return a.x < b.right() - points(1) && b.x < a.right() - points(1);
}

/// Puts a piece that is no text into the row it stands in, or makes a row of it.
void place(Piece piece, Length baseline, Places& places) {
  const Point middle{piece.rect.x + piece.rect.width / 2, piece.rect.y + piece.rect.height / 2};
  const int cell = cell_at(places.cells, middle);
  Row* best = nullptr;
  Length best_off;
  for (Row& row : places.rows) {
    const Length off = row.baseline < baseline ? baseline - row.baseline : row.baseline - baseline;
    if (row.cell != cell || off > row.size * 6 / 10) continue;
    if (best == nullptr || off < best_off) best = &row, best_off = off;
  }
  if (best == nullptr) {
    Row row;
    row.baseline = baseline, row.cell = cell;
    row.size = piece.size = places.body_size;
    if (piece.kind == PieceKind::blank)
      piece.rect.y = baseline - row.size, piece.rect.height = row.size * 5 / 4;
    row.pieces.push_back(std::move(piece));
    places.rows.push_back(std::move(row));
    return;
  }
  for (const Piece& other : best->pieces)
    if (other.kind != PieceKind::text && overlaps(other.rect, piece.rect)) return; // found already
  piece.size = best->size;
  if (piece.kind == PieceKind::blank)
    piece.rect.y = best->baseline - best->size, piece.rect.height = best->size * 5 / 4;
  const auto at = std::find_if(best->pieces.begin(), best->pieces.end(),
                               [&](const Piece& other) { return other.rect.x > piece.rect.x; });
  best->pieces.insert(at, std::move(piece));
}

Length body_size(const ScannedPage& page) {
  std::map<Length, std::size_t> counts;
  for (const TextLine& line : page.lines) counts[line.size] += line.characters.size();
  Length size = points(12);
  std::size_t most = 0;
  for (const auto& [each, count] : counts)
    if (count > most) size = each, most = count;
  return size;
}

} // namespace

Places places_of(const ScannedPage& page) {
  Places places;
  places.body_size = body_size(page);
  Boxes boxes = boxes_of(page);
  places.cells = std::move(boxes.cells);
  for (const TextLine& line : page.lines) add_rows(line, places);
  for (Stroke& stroke : strokes_of(page, places))
    place(std::move(stroke.piece), stroke.baseline, places);
  for (std::vector<Piece>* pieces : {&boxes.choices, &boxes.combs})
    for (Piece& piece : *pieces) {
      const Length middle = piece.rect.y + piece.rect.height / 2;
      const Length baseline = middle + std::min(piece.rect.height, places.body_size) * 3 / 10;
      place(std::move(piece), baseline, places);
    }
  std::stable_sort(places.rows.begin(), places.rows.end(),
                   [](const Row& a, const Row& b) { return a.baseline < b.baseline; });
  for (const Row& row : places.rows)
    for (const Piece& piece : row.pieces)
      if (row.cell >= 0 && piece.kind != PieceKind::text)
        places.cells[static_cast<std::size_t>(row.cell)].has_blank = true;
  return places;
}

} // namespace saraban::pdf::detect
