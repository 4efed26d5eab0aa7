// Dates in parts: วันที่.....เดือน..........พ.ศ....... and ...../...../.....
#include "pdf/detect/found.h"
#include "pdf/detect/labels.h"

#include <array>

namespace saraban::pdf::detect {
namespace {

constexpr std::array<const char*, 3> filters = {" | date('d')", " | date('MMMM')", " | date('y')"};

struct Part {
  std::size_t piece = 0;
  int which = 0; ///< Day, month, year.
};

bool is_blank(const Row& row, std::size_t i) {
  return i < row.pieces.size() && row.pieces[i].kind == PieceKind::blank;
}

/// The blanks of a date whose day is the blank at `day`; at most one when there is no date.
std::vector<Part> parts_from(const Row& row, std::size_t day) {
  std::vector<Part> parts{{day, 0}};
  const auto text = [&](std::size_t i) {
    return i < row.pieces.size() && row.pieces[i].kind == PieceKind::text ? row.pieces[i].text : "";
  };
  std::size_t at = day + 1;
  const std::string first = text(at);
  if (first == "/" || first == "-") {
    if (is_blank(row, at + 1)) parts.push_back({at + 1, 1});
    if (parts.size() == 2 && text(at + 2).starts_with(first)) {
      if (is_blank(row, at + 3)) parts.push_back({at + 3, 2});
    } else {
      parts.resize(1);
    }
    return parts;
  }
  if (first == "เดือน" && is_blank(row, at + 1)) {
    parts.push_back({at + 1, 1});
    const std::string year = text(at + 2);
    const bool says_year = year == "พ.ศ." || year == "พ.ศ" || year == "ปี" || year == "ปี พ.ศ." ||
                           year == "พุทธศักราช" || year == "ปี พ.ศ";
    if (says_year && is_blank(row, at + 3)) parts.push_back({at + 3, 2});
  }
  return parts;
}

} // namespace

std::vector<bool> read_dates(PageReading& page, std::size_t index) {
  const Row& row = page.places.rows[index];
  std::vector<bool> read(row.pieces.size());
  for (std::size_t i = 0; i < row.pieces.size(); ++i) {
    if (read[i] || !is_blank(row, i)) continue;
    const std::vector<Part> parts = parts_from(row, i);
    if (parts.size() < 2) continue;
    const std::string before = text_before(row, i);
    std::string name = name_of(label_of(before));
    if (name.empty() || name == "วัน" || name == "ที่") name = "วันที่";
    const std::size_t shares = ++page.reading.shared;
    for (const Part& part : parts) {
      Found found = page.field(row.pieces[part.piece].rect, map::Kind::text, name,
                               trimmed_text(text_before(row, part.piece) + " …"));
      found.filter = filters[static_cast<std::size_t>(part.which)];
      found.shares = shares;
      found.entry.style.size = row.size;
      found.entry.style.align = map::Align::center;
      page.reading.found.push_back(std::move(found));
      read[part.piece] = true;
    }
  }
  return read;
}

} // namespace saraban::pdf::detect
