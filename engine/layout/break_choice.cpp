// Which break of a region is taken: keep-with-next, keep-lines, widows and orphans.
#include "layout/piece.h"

namespace saraban::layout {

namespace {

const LinePiece* line_of(const FlowPiece& piece) {
  return std::get_if<LinePiece>(&piece.content);
}

bool same_paragraph(const FlowPiece& a, const FlowPiece& b) {
  const LinePiece *first = line_of(a), *second = line_of(b);
  return first && second && first->paragraph == second->paragraph;
}

/// Lines of the paragraph at `k` that stand before it and from it on are enough. How many follow is
/// known only where its end was laid; else there are enough.
bool leaves_enough_lines(const std::vector<FlowPiece>& pieces, std::size_t k) {
  const document::ParagraphFormat& format = format_of(*line_of(pieces[k])->prepared);
  std::size_t first = k, end = k;
  while (first > 0 && same_paragraph(pieces[first - 1], pieces[k])) --first;
  while (end < pieces.size() && same_paragraph(pieces[end], pieces[k])) ++end;
  const auto before = static_cast<int>(k - first), after = static_cast<int>(end - k);
  const bool ends = line_of(pieces[end - 1])->parts.back().last;
  return before >= format.orphan_lines && (!ends || after >= format.widow_lines);
}

bool may_break_inside(const std::vector<FlowPiece>& pieces, std::size_t k) {
  const document::ParagraphFormat& format = format_of(*line_of(pieces[k])->prepared);
  if (format.keep_lines) return false;
  return !format.widow_control || leaves_enough_lines(pieces, k);
}

bool may_break_before(const std::vector<FlowPiece>& pieces, std::size_t k) {
  if (!pieces[k].may_break_before) return false;
  if (same_paragraph(pieces[k - 1], pieces[k])) return may_break_inside(pieces, k);
  return !pieces[k - 1].keep_with_next;
}

} // namespace

std::size_t choose_break(const std::vector<FlowPiece>& pieces, std::size_t overflow) {
  for (std::size_t k = overflow; k > 0; --k)
    if (may_break_before(pieces, k)) return k;
  return 0;
}

} // namespace saraban::layout
