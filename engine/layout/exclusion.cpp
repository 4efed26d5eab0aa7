// Free parts of a band beside floats: boxes, and polygons by scan line.
#include "layout/exclusion.h"

#include <algorithm>
#include <optional>

namespace saraban::layout {

namespace {

constexpr Length narrowest = twips(1440);

bool touches(const Exclusion& exclusion, Length top, Length bottom) {
  if (exclusion.wrap == document::Wrap::none_in_front ||
      exclusion.wrap == document::Wrap::none_behind)
    return false;
  return exclusion.box.y < bottom && exclusion.box.bottom() > top;
}

/// Where the outline lies between top and bottom: its extent in x over the edges' parts inside.
std::optional<Interval> extent(const std::vector<Point>& polygon, Length top, Length bottom) {
  std::optional<Interval> found;
  const auto take = [&found](Length x) {
    if (!found) found = Interval{x, x};
    found->left = std::min(found->left, x);
    found->right = std::max(found->right, x);
  };
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    Point a = polygon[i], b = polygon[(i + 1) % polygon.size()];
    if (a.y > b.y) std::swap(a, b);
    if (b.y < top || a.y > bottom) continue;
    const auto at = [&](Length y) {
      if (a.y == b.y) return a.x;
      const double part = static_cast<double>((y - a.y).emu) / static_cast<double>((b.y - a.y).emu);
      return a.x + Length{static_cast<std::int64_t>(static_cast<double>((b.x - a.x).emu) * part)};
    };
    take(at(std::max(a.y, top)));
    take(at(std::min(b.y, bottom)));
    if (a.y == b.y) take(b.x);
  }
  return found;
}

/// What one exclusion takes from the column in this band.
std::optional<Interval> taken(const Exclusion& exclusion, Interval column, Length top,
                              Length bottom) {
  if (!touches(exclusion, top, bottom)) return std::nullopt;
  if (exclusion.wrap == document::Wrap::top_and_bottom) return column;
  Interval hole{exclusion.box.x, exclusion.box.right()};
  if (!exclusion.polygon.empty()) {
    const std::optional<Interval> part = extent(exclusion.polygon, top, bottom);
    if (!part) return std::nullopt;
    hole = *part;
  }
  if (hole.right <= column.left || hole.left >= column.right) return std::nullopt;
  const Length left_room = hole.left - column.left, right_room = column.right - hole.right;
  switch (exclusion.side) {
  case document::WrapSide::both:
    break;
  case document::WrapSide::left:
    hole.right = column.right;
    break;
  case document::WrapSide::right:
    hole.left = column.left;
    break;
  case document::WrapSide::largest:
    (left_room >= right_room ? hole.right : hole.left) =
        left_room >= right_room ? column.right : column.left;
    break;
  }
  return hole;
}

void subtract(std::vector<Interval>& parts, Interval hole) {
  std::vector<Interval> rest;
  for (const Interval& part : parts) {
    if (hole.right <= part.left || hole.left >= part.right) {
      rest.push_back(part);
      continue;
    }
    if (hole.left > part.left) rest.push_back({part.left, hole.left});
    if (hole.right < part.right) rest.push_back({hole.right, part.right});
  }
  parts = std::move(rest);
}

} // namespace

std::vector<Interval> free_parts(const std::vector<Exclusion>& exclusions, Interval column,
                                 Length top, Length bottom) {
  std::vector<Interval> parts{column};
  bool torn = false;
  for (const Exclusion& exclusion : exclusions) {
    if (const std::optional<Interval> hole = taken(exclusion, column, top, bottom)) {
      subtract(parts, *hole);
      torn = true;
    }
  }
  if (torn)
    std::erase_if(parts, [](const Interval& part) { return part.right - part.left < narrowest; });
  return parts;
}

Length below(const std::vector<Exclusion>& exclusions, Interval column, Length top, Length bottom) {
  std::optional<Length> next;
  for (const Exclusion& exclusion : exclusions) {
    if (!taken(exclusion, column, top, bottom)) continue;
    const Length end = exclusion.box.bottom();
    if (end > top && (!next || end < *next)) next = end;
  }
  return next.value_or(top);
}

} // namespace saraban::layout
