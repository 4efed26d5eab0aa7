// A PDF and its map opened: every fault of the map in one pass.
#include "base/failure.h"
#include "language/tags.h"
#include "pdf/map/read.h"
#include "pdf/open.h"
#include "pdf/scan/page_space.h"
#include "pdf/stamp/flat.h"

#include <algorithm>

namespace saraban::pdf::stamp {
namespace {

constexpr std::size_t most_compared = 3'000; // entries, for overlaps

Location place_of(const std::string& file, const map::Entry& entry) {
  Location where;
  where.file = file;
  where.line = entry.line, where.column = entry.column;
  return where;
}

std::vector<Size> page_sizes(File& file) {
  std::vector<Size> sizes;
  for (const QPDFObjectHandle& page : file.qpdf().getAllPages()) {
    const scan::PageSpace space = scan::page_space(page);
    sizes.push_back({points(space.width), points(space.height)});
  }
  return sizes;
}

void check_place(const Stamp& stamp, const std::vector<Size>& pages, Diagnostics& diagnostics) {
  const map::Entry& entry = stamp.entry;
  if (entry.page > static_cast<int>(pages.size())) {
    diagnostics.error(
        "map-unknown-page", stamp.where,
        {{"page", std::to_string(entry.page)}, {"pages", std::to_string(pages.size())}});
    return;
  }
  const Size& page = pages[static_cast<std::size_t>(entry.page - 1)];
  const Rect& r = entry.rect;
  const Length slack = points(1);
  const bool off = r.x < -slack || r.y < -slack || r.right() > page.width + slack ||
                   r.bottom() > page.height + slack;
  if (off) diagnostics.error("map-off-page", stamp.where, {{"page", std::to_string(entry.page)}});
}

/// More than a fifth of the smaller lies on the other.
bool overlap(const map::Entry& a, const map::Entry& b) {
  if (a.page != b.page || !a.when.empty() || !b.when.empty()) return false;
  const double width =
      (std::min(a.rect.right(), b.rect.right()) - std::max(a.rect.x, b.rect.x)).points();
  const double height =
      (std::min(a.rect.bottom(), b.rect.bottom()) - std::max(a.rect.y, b.rect.y)).points();
  if (width <= 0 || height <= 0) return false;
  const auto area = [](const Rect& r) { return r.width.points() * r.height.points(); };
  return width * height * 5 > std::min(area(a.rect), area(b.rect));
}

/// Text with an indent begins beside its label: what stands in the label's place is no fault.
void check_overlaps(const std::vector<Stamp>& stamps, Diagnostics& diagnostics) {
  if (stamps.size() > most_compared) return;
  for (std::size_t i = 0; i < stamps.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) {
      if (!overlap(stamps[i].entry, stamps[k].entry)) continue;
      diagnostics.warning("map-overlap", stamps[i].where,
                          {{"other", std::to_string(stamps[k].entry.line)}});
      break;
    }
}

Stamp compile(const map::Map& map, const map::Entry& entry, const std::string& file,
              Diagnostics& diagnostics) {
  Stamp stamp;
  stamp.entry = entry;
  stamp.style = style_of(map, entry);
  stamp.where = place_of(file, entry);
  stamp.value = parse_expression(entry.value, stamp.where, diagnostics);
  if (!entry.when.empty()) {
    Location where = stamp.where;
    where.tag = entry.when;
    std::string_view content = entry.when;
    if (content.starts_with("{{") && content.ends_with("}}") && content.size() >= 4)
      content = content.substr(2, content.size() - 4);
    stamp.when = language::parse_output(content, where, diagnostics);
  }
  return stamp;
}

} // namespace

std::shared_ptr<const Flat> open_flat(std::shared_ptr<const std::string> bytes,
                                      const OpenOptions& options, const MapFile& map_file,
                                      Diagnostics& diagnostics) {
  const std::shared_ptr<File> file = open(bytes, options, diagnostics);
  map::Map map = map::read(map_file.bytes, map_file.name, options.limits, diagnostics);
  std::vector<Size> pages;
  guarded(*file, [&] { pages = page_sizes(*file); });
  std::vector<Stamp> stamps;
  for (const map::Entry& entry : map.entries) {
    stamps.push_back(compile(map, entry, map_file.name, diagnostics));
    check_place(stamps.back(), pages, diagnostics);
  }
  check_overlaps(stamps, diagnostics);
  return std::make_shared<const Flat>(std::move(bytes), options, std::move(map), std::move(stamps));
}

} // namespace saraban::pdf::stamp
