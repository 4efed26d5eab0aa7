// Pieces of strokes to whole rules.
#include "pdf/scan/rules.h"

#include <algorithm>

namespace saraban::pdf::scan {
namespace {

constexpr Length same_line = emu(9'500);    // 0.75 pt across
constexpr Length touching = emu(19'050);    // 1.5 pt along
constexpr Length piece = emu(12'700 * 8);   // dots and dashes are no longer
constexpr Length dot_gap = emu(12'700 * 6); // between two of them

Length across(const Rule& rule) {
  return rule.axis == Axis::horizontal ? rule.from.y : rule.from.x;
}
Length start(const Rule& rule) {
  return rule.axis == Axis::horizontal ? rule.from.x : rule.from.y;
}
Length end(const Rule& rule) {
  return rule.axis == Axis::horizontal ? rule.to.x : rule.to.y;
}

void extend(Rule& rule, Length to) {
  Length& at = rule.axis == Axis::horizontal ? rule.to.x : rule.to.y;
  at = std::max(at, to);
}

/// Whether `next` goes on where `rule`, whose last piece is `last`, ends.
bool goes_on(const Rule& rule, const Rule& last, const Rule& next) {
  const Length gap = start(next) - end(rule);
  if (gap <= touching) return true;
  return gap <= dot_gap && last.length() <= piece && next.length() <= piece;
}

/// Pieces of one line, sorted by their start.
void join(std::vector<Rule>& line, std::vector<Rule>& out) {
  std::stable_sort(line.begin(), line.end(),
                   [](const Rule& a, const Rule& b) { return start(a) < start(b); });
  int gaps = 0;
  const auto finish = [&] {
    Rule& rule = out.back();
    if (gaps > 2) rule.pattern = Pattern::broken;
    const bool dot = rule.length() < points(4);
    if (dot) out.pop_back();
  };
  const Rule* last = nullptr;
  for (const Rule& next : line) {
    if (last != nullptr && goes_on(out.back(), *last, next)) {
      if (start(next) > end(out.back()) + emu(2'540)) ++gaps;
      if (next.length() > piece && next.pattern == Pattern::solid && gaps <= 2)
        out.back().pattern = Pattern::solid;
      extend(out.back(), end(next));
    } else {
      if (last != nullptr) finish();
      out.push_back(next);
      gaps = 0;
    }
    last = &next;
  }
  if (last != nullptr) finish();
  line.clear();
}

void join_axis(Axis axis, const std::vector<Rule>& pieces, std::vector<Rule>& out) {
  std::vector<Rule> sorted;
  for (const Rule& rule : pieces)
    if (rule.axis == axis) sorted.push_back(rule);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Rule& a, const Rule& b) { return across(a) < across(b); });
  std::vector<Rule> line;
  for (Rule& rule : sorted) {
    if (!line.empty() && across(rule) - across(line.front()) > same_line) join(line, out);
    line.push_back(rule);
  }
  if (!line.empty()) join(line, out);
}

} // namespace

std::vector<Rule> whole_rules(const std::vector<Rule>& pieces) {
  std::vector<Rule> out;
  join_axis(Axis::horizontal, pieces, out);
  join_axis(Axis::vertical, pieces, out);
  return out;
}

} // namespace saraban::pdf::scan
