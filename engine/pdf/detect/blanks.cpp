// One blank to one field: what it is called, and what kind of value goes there.
#include "pdf/detect/found.h"
#include "pdf/detect/labels.h"

#include <algorithm>
#include <array>

namespace saraban::pdf::detect {
namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// Words that count something: what they count belongs to the name.
bool counts(std::string_view label) {
  // clang-format off
  static constexpr std::array<std::string_view, 8> words = {
      "จำนวน", "รวม", "เป็นเงิน", "รวมจำนวน", "ประมาณ", "คือ", "ได้แก่", "รวมเป็นเงิน"};
  // clang-format on
  return std::find(words.begin(), words.end(), label) != words.end();
}

/// A little off the label at the left, and off the dots below.
Rect clear_of_dots(const map::Entry& entry, Length size) {
  const Length inset = entry.lines > 1 ? Length{} : std::min(size / 8, entry.rect.width / 8);
  const Rect& r = entry.rect;
  return {r.x + inset, r.y - size / 16, r.width - inset * 2, r.height};
}

class BlankReader {
public:
  BlankReader(PageReading& page, std::size_t row, std::size_t piece)
      : page_(page), rows_(page.places.rows), row_(rows_[row]), index_(piece), row_index_(row),
        piece_(row_.pieces[piece]), before_(text_before(row_, piece)),
        after_(word_after(row_, piece)) {}

  void read(const std::vector<std::size_t>& stack);

private:
  bool read_amount_in_words(Found& found);
  std::string signature_name();
  std::string name();
  std::string name_above() const;
  void lay_out(Found& found, const std::vector<std::size_t>& stack) const;
  void as_comb(Found& found) const;
  bool in_brackets() const {
    const bool open = piece_.bracketed || before_.ends_with("(");
    return open && (piece_.bracketed || after_.starts_with(")"));
  }

  PageReading& page_;
  const std::vector<Row>& rows_;
  const Row& row_;
  std::size_t index_, row_index_;
  const Piece& piece_;
  std::string before_, after_;
};

/// "งบประมาณ.....บาท (.....บาทถ้วน)": the second is the first in words.
bool BlankReader::read_amount_in_words(Found& found) {
  const bool spelled = contains(before_, "ตัวอักษร");
  if (!spelled &&
      !(before_.ends_with("(") && (after_.starts_with("บาท") || after_.starts_with(")"))))
    return false;
  std::vector<Found>& all = page_.reading.found;
  if (all.empty() || index_ < 2) return false;
  Found& amount = all.back();
  const Piece& number = row_.pieces[index_ - 2];
  const Rect& place = amount.entry.rect;
  const bool same_row = number.kind == PieceKind::blank && amount.entry.page == page_.number &&
                        place.x >= number.rect.x && place.right() <= number.rect.right() &&
                        place.bottom() > number.rect.y && place.y < number.rect.bottom();
  if (!same_row || !word_after(row_, index_ - 2).starts_with("บาท")) return false;
  if (amount.shares == 0) amount.shares = ++page_.reading.shared;
  if (amount.filter.empty()) amount.filter = " | number";
  found.name = amount.name, found.heading = amount.heading, found.shares = amount.shares;
  found.filter = after_.starts_with("บาท") ? " | thaiwords" : " | bahttext";
  return true;
}

/// Of signatures and of the names in brackets below them; "" for other blanks.
std::string BlankReader::signature_name() {
  const std::string role = name_of(cleaned(after_));
  if (contains(before_, "ลงชื่อ") || contains(before_, "ลายมือชื่อ") ||
      (cleaned(before_) == "ชื่อ" && role.starts_with("ผู้"))) {
    page_.reading.role =
        role.starts_with("ผู้") || role.starts_with("กรรมการ") || role.starts_with("ประธาน") ? role
                                                                                           : "";
    return "ลงชื่อ" + page_.reading.role;
  }
  const bool alone = in_brackets() && cleaned(before_).empty() && row_.pieces.size() <= 3;
  if (alone) return "ชื่อ" + (page_.reading.role.empty() ? "ผู้ลงนาม" : page_.reading.role);
  return "";
}

/// Of the words right above, when nothing is to be written there.
std::string BlankReader::name_above() const {
  for (std::size_t i = row_index_; i-- > 0;) {
    const Row& above = rows_[i];
    if (above.cell != row_.cell) continue;
    if (row_.baseline - above.baseline > row_.size * 3) return "";
    if (row_.baseline - above.baseline < row_.size / 2) continue;
    for (const Piece& piece : above.pieces) {
      const bool over = piece.rect.x < piece_.rect.right() && piece_.rect.x < piece.rect.right();
      if (piece.kind != PieceKind::text || !over) continue;
      if (above.pieces.size() > 1 && &piece != &above.pieces.back()) return "";
      return name_of(label_of(piece.text));
    }
    return "";
  }
  return "";
}

std::string BlankReader::name() {
  if (std::string signature = signature_name(); !signature.empty()) return signature;
  const std::string label = label_of(before_);
  std::string name = name_of(label);
  const std::vector<std::string> all = phrases(label);
  if (!all.empty() && counts(all.back())) {
    const std::string unit = name_of(cleaned(after_));
    if (all.size() == 1 && !unit.empty()) name += unit;
  }
  if (!name.empty()) return name;
  name = name_of(cleaned(after_));
  if (width_in_letters(name) > 3 && !name.starts_with("บาท")) return name;
  name = name_above();
  return name;
}

void BlankReader::lay_out(Found& found, const std::vector<std::size_t>& stack) const {
  if (stack.empty()) return;
  Rect& rect = found.entry.rect;
  Length left = rect.x, right = rect.right();
  for (const std::size_t i : stack) {
    left = std::min(left, rows_[i].pieces[0].rect.x);
    right = std::max(right, rows_[i].pieces[0].rect.right());
  }
  const Length last = rows_[stack.back()].baseline;
  found.entry.kind = map::Kind::multiline;
  found.entry.lines = static_cast<int>(stack.size()) + 1;
  found.entry.pitch = (last - row_.baseline) / static_cast<std::int64_t>(stack.size());
  found.entry.indent = rect.x - left > points(4) ? rect.x - left : Length{};
  rect = {left, rect.y, right - left, last + row_.size / 4 - rect.y};
}

void BlankReader::as_comb(Found& found) const {
  found.entry.kind = map::Kind::comb;
  found.entry.cells = static_cast<int>(piece_.boxes.size());
  const Length step = piece_.rect.width / static_cast<std::int64_t>(piece_.boxes.size());
  for (std::size_t i = 0; i < piece_.boxes.size(); ++i) {
    const Length off = piece_.boxes[i].x - piece_.rect.x - step * static_cast<std::int64_t>(i);
    if (off > points(1.5) || off < points(-1.5)) found.entry.boxes = piece_.boxes;
  }
}

void BlankReader::read(const std::vector<std::size_t>& stack) {
  Found found = page_.field(piece_.rect, map::Kind::text, "", "");
  found.entry.note = trimmed_text(before_ + " … " + after_);
  found.entry.style.size = row_.size;
  if (piece_.bracketed) {
    found.entry.rect.x += row_.size / 3;
    found.entry.rect.width -= row_.size * 2 / 3;
  }
  if (!read_amount_in_words(found)) {
    found.name = name();
    const bool signature = found.name.starts_with("ลงชื่อ");
    if (signature) found.entry.kind = map::Kind::image;
    if (found.name.empty()) {
      found.name = page_.reading.heading;
      found.heading.clear();
    }
  }
  if (piece_.kind == PieceKind::comb) {
    as_comb(found);
  } else {
    if (in_brackets() && stack.empty()) found.entry.style.align = map::Align::center;
    lay_out(found, stack);
    found.entry.rect = clear_of_dots(found.entry, row_.size);
  }
  page_.reading.found.push_back(std::move(found));
}

} // namespace

void read_blank(PageReading& page, std::size_t row, std::size_t piece,
                const std::vector<std::size_t>& stack) {
  BlankReader(page, row, piece).read(stack);
}

} // namespace saraban::pdf::detect
