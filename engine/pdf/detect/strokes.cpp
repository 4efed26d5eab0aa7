// Rules to write on: what they are not, and what of them is free.
#include "pdf/detect/strokes.h"

#include <algorithm>

namespace saraban::pdf::detect {
namespace {

using scan::Axis;
using scan::Pattern;
using scan::Rule;
using scan::ScannedPage;
using scan::TextLine;

constexpr Length shortest = points(18);

bool is_side_of_cell(const Rule& rule, const ScannedPage& page) {
  const auto near = [](Length a, Length b) { return a - b < points(2) && b - a < points(2); };
  for (const scan::Table& table : page.tables)
    for (const scan::Cell& cell : table.cells) {
      const Rect& r = cell.rect;
      const bool over = rule.from.x < r.right() - points(1) && r.x < rule.to.x - points(1);
      if (over && (near(rule.from.y, r.y) || near(rule.from.y, r.bottom()))) return true;
    }
  return false;
}

struct Span {
  Length from, to;
};

/// Where letters stand on a rule, joined where they are close.
std::vector<Span> covered(const Rule& rule, const TextLine& line) {
  std::vector<Span> spans;
  for (const scan::Character& one : line.characters) {
    if (one.is_space() || one.right <= rule.from.x || one.left >= rule.to.x) continue;
    if (!spans.empty() && one.left - spans.back().to < line.size)
      spans.back().to = std::max(spans.back().to, one.right);
    else
      spans.push_back({one.left, one.right});
  }
  return spans;
}

/// The line that stands on a rule, if any does.
const TextLine* line_on(const Rule& rule, const ScannedPage& page) {
  const TextLine* best = nullptr;
  for (const TextLine& line : page.lines) {
    const Length below = rule.from.y - line.baseline;
    if (below < -line.size / 4 || below > line.size * 55 / 100) continue;
    if (best == nullptr || below < rule.from.y - best->baseline) best = &line;
  }
  return best;
}

Length sum(const std::vector<Span>& spans) {
  Length all;
  for (const Span& span : spans) all += span.to - span.from;
  return all;
}

/// A solid rule across the page with nothing like it near, or a short one above small text:
/// it parts what is above it from what is below.
bool is_separator(const Rule& rule, const std::vector<Rule>& all, const ScannedPage& page,
                  const Places& places) {
  if (rule.pattern == Pattern::broken) return false;
  const auto same = [&](const Rule& other) {
    const Length off = other.from.y - rule.from.y;
    const Length shift = std::max(other.from.x - rule.from.x, rule.to.x - other.to.x);
    return off != Length{} && off < points(45) && off > points(-45) && shift < points(8) &&
           shift > points(-8);
  };
  if (std::any_of(all.begin(), all.end(), same)) return false;
  Length left = page.size.width, right;
  for (const TextLine& line : page.lines)
    left = std::min(left, line.left()), right = std::max(right, line.right());
  if (rule.length() * 10 > (right - left) * 8) return true;
  for (const TextLine& line : page.lines) {
    const Length below = line.baseline - rule.from.y;
    const bool next = below > Length{} && below < places.body_size * 2;
    if (next && rule.from.x < left + points(4) && line.size * 10 < places.body_size * 9)
      return true;
  }
  return false;
}

void add(const Rule& rule, Span free, Length baseline, std::vector<Stroke>& out) {
  if (free.to - free.from < shortest) return;
  Piece piece;
  piece.kind = PieceKind::blank;
  piece.rect = {free.from, rule.from.y, free.to - free.from, Length{}};
  out.push_back({std::move(piece), baseline});
}

void add_free_parts(const Rule& rule, const TextLine& line, std::vector<Stroke>& out) {
  const std::vector<Span> spans = covered(rule, line);
  const Length below = rule.from.y - line.baseline;
  const bool decorates = rule.pattern == Pattern::solid && below * 100 > line.size * 35;
  if (!spans.empty() && (decorates || sum(spans) * 10 > rule.length() * 7)) return;
  Length at = rule.from.x;
  for (const Span& span : spans) {
    add(rule, {at, span.from}, line.baseline, out);
    at = span.to;
  }
  add(rule, {at, rule.to.x}, line.baseline, out);
}

} // namespace

std::vector<Stroke> strokes_of(const ScannedPage& page, const Places& places) {
  std::vector<Rule> free;
  for (const Rule& rule : page.rules)
    if (rule.axis == Axis::horizontal && rule.length() >= shortest && !is_side_of_cell(rule, page))
      free.push_back(rule);
  std::vector<Stroke> out;
  for (const Rule& rule : free) {
    const TextLine* line = line_on(rule, page);
    if (line != nullptr && line->left() < rule.to.x + points(100)) {
      const bool beside = covered(rule, *line).empty();
      if (!(beside && is_separator(rule, free, page, places) && line->right() < rule.from.x))
        add_free_parts(rule, *line, out);
    } else if (!is_separator(rule, free, page, places)) {
      add(rule, {rule.from.x, rule.to.x}, rule.from.y - places.body_size / 10, out);
    }
  }
  return out;
}

} // namespace saraban::pdf::detect
