// A flat form to a map: pages read, paths settled, style and order.
#include "pdf/detect/detect.h"

#include "base/utf8.h"
#include "pdf/detect/found.h"
#include "pdf/detect/paths.h"

#include <algorithm>
#include <map>

namespace saraban::pdf::detect {
namespace {

using scan::ScannedPage;

/// The family and size of most of the characters.
map::Style usual_style(const std::vector<ScannedPage>& pages) {
  std::map<std::pair<std::string, Length>, std::size_t> counts;
  for (const ScannedPage& page : pages)
    for (const scan::TextLine& line : page.lines)
      for (const scan::Character& one : line.characters)
        ++counts[{page.fonts.at(one.font).family, one.size}];
  map::Style style;
  std::size_t most = 0;
  for (const auto& [face, count] : counts) {
    if (count <= most) continue;
    most = count;
    if (!face.first.empty()) style.font = face.first;
    style.size = half_points((face.second.emu + 3175) / 6350);
  }
  return style;
}

std::optional<thai::Digits> digits_of(const std::vector<ScannedPage>& pages) {
  std::size_t thai = 0, arabic = 0;
  for (const ScannedPage& page : pages)
    for (const scan::TextLine& line : page.lines)
      for (const scan::Character& one : line.characters) {
        const char32_t code = decode_utf8(one.text, 0).code;
        thai += code >= 0x0E50 && code <= 0x0E59 ? 1 : 0;
        arabic += code >= '0' && code <= '9' ? 1 : 0;
      }
  if (thai == 0 && arabic == 0) return std::nullopt;
  return thai >= arabic ? thai::Digits::thai : thai::Digits::arabic;
}

/// Sizes as near to the usual one as rounding are not worth a word.
void settle_style(map::Entry& entry, const map::Style& usual) {
  if (!entry.style.size) return;
  const Length size = half_points((entry.style.size->emu + 3175) / 6350);
  entry.style.size = size;
  if (usual.size && size - *usual.size < points(0.8) && *usual.size - size < points(0.8))
    entry.style.size.reset();
}

void sort_found(std::vector<Found>& found) {
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    if (a.entry.page != b.entry.page) return a.entry.page < b.entry.page;
    const Length off = a.top - b.top;
    if (off != Length{}) return off < Length{};
    return a.entry.rect.x < b.entry.rect.x;
  });
}

/// Lines of a table of contents: leaders to a page number at the right.
bool lists_contents(const Row& row) {
  const std::size_t n = row.pieces.size();
  if (n < 3 || row.pieces[n - 2].kind != PieceKind::blank) return false;
  const std::string& last = row.pieces[n - 1].text;
  if (row.pieces[n - 1].kind != PieceKind::text || row.pieces[n - 3].kind != PieceKind::text)
    return false;
  const std::u32string digits = to_utf32(last);
  return digits.size() <= 4 && std::all_of(digits.begin(), digits.end(), [](char32_t c) {
           return (c >= '0' && c <= '9') || (c >= 0x0E50 && c <= 0x0E59);
         });
}

/// Three lines of contents or more on a page are no fields.
void drop_contents(Places& places) {
  const auto count = std::count_if(places.rows.begin(), places.rows.end(), lists_contents);
  if (count < 3) return;
  for (Row& row : places.rows)
    if (lists_contents(row)) row.pieces.erase(row.pieces.end() - 2);
}

} // namespace

map::Map detect(const std::vector<ScannedPage>& pages) {
  Reading reading;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    Places places = places_of(pages[i]);
    drop_contents(places);
    PageReading page{pages[i], places, static_cast<int>(i + 1), reading};
    read_page(page);
  }
  sort_found(reading.found);
  map::Map out;
  out.style = usual_style(pages);
  out.digits = digits_of(pages);
  settle_paths(reading.found);
  for (Found& found : reading.found) {
    settle_style(found.entry, out.style);
    out.entries.push_back(std::move(found.entry));
  }
  return out;
}

} // namespace saraban::pdf::detect
