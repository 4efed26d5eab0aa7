// A page from top to bottom: headings, blanks, and the lines below that go on with them.
#include "pdf/detect/found.h"
#include "pdf/detect/labels.h"

#include <algorithm>

namespace saraban::pdf::detect {
namespace {

bool near(Length a, Length b, Length by) {
  return a - b <= by && b - a <= by;
}

bool only_blank(const Row& row) {
  return row.pieces.size() == 1 && row.pieces[0].kind == PieceKind::blank &&
         !row.pieces[0].bracketed;
}

/// Whole blank lines right below a row whose last piece is a blank, evenly spaced.
std::vector<std::size_t> stack_below(const std::vector<Row>& rows, std::size_t first) {
  std::vector<std::size_t> stack;
  const Row& top = rows[first];
  const Piece& start = top.pieces.back();
  if (start.kind != PieceKind::blank || start.bracketed) return stack;
  Length above = top.baseline, pitch;
  for (std::size_t i = first + 1; i < rows.size(); ++i) {
    const Row& row = rows[i];
    if (row.cell != top.cell) continue;
    const Length gap = row.baseline - above;
    const Rect& rect = row.pieces[0].rect;
    const bool even = stack.empty() ? gap * 10 >= top.size * 8 && gap * 10 <= top.size * 26
                                    : near(gap, pitch, pitch / 7 + points(1));
    if (!even || !only_blank(row) || !near(rect.right(), start.rect.right(), points(14))) break;
    const bool level =
        stack.empty() || near(rect.x, rows[stack.back()].pieces[0].rect.x, points(8));
    if (!level || rect.x > start.rect.x + points(8)) break;
    if (stack.empty()) pitch = gap;
    stack.push_back(i);
    above = row.baseline;
  }
  return stack;
}

Length left_margin(const Places& places) {
  Length left = points(1e4);
  for (const Row& row : places.rows)
    if (row.cell < 0) left = std::min(left, row.left());
  return left;
}

/// "๑๐. ผู้เสนอโครงการ งบประมาณ....": what is below stands under "ผู้เสนอโครงการ".
void note_heading(const PageReading& page, const Row& row, Length margin) {
  const Piece& first = row.pieces.front();
  if (row.cell >= 0 || first.kind != PieceKind::text) return;
  const bool numbered = numbering_length(first.text) > 0;
  const bool bold = page.page.fonts.at(first.font).bold && row.pieces.size() == 1 &&
                    near(row.left(), margin, points(36));
  if (!numbered && !bold) return;
  const std::string name = name_of(heading_of(first.text));
  if (!name.empty()) page.reading.heading = name, page.reading.role.clear();
}

} // namespace

Found PageReading::field(const Rect& rect, map::Kind kind, std::string name,
                         std::string note) const {
  Found found;
  found.entry.page = number;
  found.entry.rect = rect;
  found.entry.kind = kind;
  found.entry.note = std::move(note);
  found.name = std::move(name);
  found.heading = reading.heading;
  found.top = rect.y;
  return found;
}

std::string text_before(const Row& row, std::size_t piece) {
  if (piece == 0 || row.pieces[piece - 1].kind != PieceKind::text) return "";
  const Piece& text = row.pieces[piece - 1];
  if (row.pieces[piece].rect.x - text.rect.right() > text.size * 4) return "";
  if (piece < 2 || row.pieces[piece - 2].kind == PieceKind::choice || !text.joined)
    return text.text;
  const std::vector<std::string> all = phrases(text.text);
  if (all.size() < 2) return text.text;
  return trimmed_text(std::string_view(text.text).substr(all.front().size())); // without the unit
}

std::string word_after(const Row& row, std::size_t piece) {
  if (piece + 1 >= row.pieces.size() || row.pieces[piece + 1].kind != PieceKind::text) return "";
  const Piece& text = row.pieces[piece + 1];
  if (text.rect.x - row.pieces[piece].rect.right() > text.size * 2) return "";
  const std::vector<std::string> all = phrases(text.text);
  return all.empty() ? "" : all.front();
}

void read_page(PageReading& page) {
  const std::vector<Row>& rows = page.places.rows;
  const Length margin = left_margin(page.places);
  std::vector<bool> taken(rows.size());
  std::size_t table = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (; table < page.page.tables.size() && page.page.tables[table].rect.y < rows[i].baseline;
         ++table)
      read_table(page, table);
    if (taken[i]) continue;
    note_heading(page, rows[i], margin);
    const std::vector<bool> dates = read_dates(page, i);
    for (std::size_t k = 0; k < rows[i].pieces.size(); ++k) {
      const PieceKind kind = rows[i].pieces[k].kind;
      if (dates[k] || (kind != PieceKind::blank && kind != PieceKind::comb)) continue;
      std::vector<std::size_t> stack;
      if (k + 1 == rows[i].pieces.size()) stack = stack_below(rows, i);
      for (const std::size_t below : stack) taken[below] = true;
      read_blank(page, i, k, stack);
    }
  }
  for (; table < page.page.tables.size(); ++table) read_table(page, table);
  read_choices(page);
}

} // namespace saraban::pdf::detect
