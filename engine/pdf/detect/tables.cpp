// Empty cells to fields: columns by their heads, rows as a list; or the label beside the cell.
#include "pdf/detect/found.h"
#include "pdf/detect/labels.h"

#include <algorithm>

namespace saraban::pdf::detect {
namespace {

using scan::Cell;

class TableReader {
public:
  TableReader(PageReading& page, std::size_t table) : page_(page), table_(page.page.tables[table]) {
    for (std::size_t i = 0; i < page.places.cells.size(); ++i)
      if (page.places.cells[i].table == table) cells_.push_back(i);
  }
  void read();

private:
  const PlacedCell& cell(std::size_t i) const { return page_.places.cells[cells_[i]]; }
  bool writable(const PlacedCell& cell) const;
  bool ticked(std::size_t place) const;
  int head_rows() const;
  std::string column_name(const Cell& of, int heads) const;
  std::string label_beside(const Cell& of) const;
  std::string row_label(const Cell& of) const;
  std::string list_name(int heads) const;
  Found field(const PlacedCell& cell, bool tick) const;
  void read_list(int heads);
  void read_labelled();
  void read_box();

  PageReading& page_;
  const scan::Table& table_;
  std::vector<std::size_t> cells_; ///< Indices into Places::cells.
};

bool TableReader::writable(const PlacedCell& cell) const {
  const Rect& r = cell.cell.rect;
  for (const scan::Picture& picture : page_.page.pictures) { // an emblem stands there
    const Point middle{picture.rect.x + picture.rect.width / 2,
                       picture.rect.y + picture.rect.height / 2};
    if (middle.x > r.x && middle.x < r.right() && middle.y > r.y && middle.y < r.bottom())
      return false;
  }
  return cell.text.empty() && !cell.has_blank && r.width >= points(10) && r.height >= points(8);
}

/// Whether a cell holds a box to tick and nothing else.
bool TableReader::ticked(std::size_t place) const {
  std::size_t rows = 0;
  for (const Row& row : page_.places.rows)
    if (row.cell == static_cast<int>(place)) {
      ++rows;
      if (row.pieces.size() != 1 || row.pieces[0].kind != PieceKind::choice) return false;
    }
  return rows == 1;
}

/// Rows at the top in which every cell has text.
int TableReader::head_rows() const {
  int heads = table_.rows;
  for (std::size_t i = 0; i < cells_.size(); ++i)
    if (cell(i).text.empty() || cell(i).has_blank || ticked(cells_[i]))
      heads = std::min(heads, cell(i).cell.row);
  return heads;
}

/// The texts above a column, from the innermost out as far as they part it from others.
std::string TableReader::column_name(const Cell& of, int heads) const {
  std::string name;
  int spans = 0;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const Cell& head = cell(i).cell;
    const bool above =
        head.row < heads && head.column <= of.column && head.column + head.column_span > of.column;
    if (!above || head.column_span == table_.columns) continue;
    const std::string own = name_of(cleaned(cell(i).text));
    if (own.empty()) continue;
    if (name.empty() || head.column_span < spans) name = own, spans = head.column_span;
  }
  return name;
}

std::string TableReader::label_beside(const Cell& of) const {
  std::string left, above;
  int left_column = -1, above_row = -1;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const Cell& other = cell(i).cell;
    if (cell(i).text.empty()) continue;
    const bool level = other.row <= of.row && other.row + other.row_span > of.row;
    if (level && other.column < of.column && other.column > left_column)
      left = cell(i).text, left_column = other.column;
    const bool over = other.column <= of.column && other.column + other.column_span > of.column;
    if (over && other.row < of.row && other.row > above_row)
      above = cell(i).text, above_row = other.row;
  }
  return left.empty() ? above : left;
}

std::string TableReader::row_label(const Cell& of) const {
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const Cell& other = cell(i).cell;
    const bool level = other.row <= of.row && other.row + other.row_span > of.row;
    if (level && other.column < of.column && numbering_length(cell(i).text + " ") == 0 &&
        !cell(i).text.empty())
      return cell(i).text;
  }
  return "";
}

/// A title across the table, else the heading above it.
std::string TableReader::list_name(int heads) const {
  std::string name;
  for (std::size_t i = 0; i < cells_.size(); ++i)
    if (cell(i).cell.row < heads && cell(i).cell.column_span == table_.columns)
      name = name_of(heading_of(cell(i).text));
  if (name.empty()) name = page_.reading.heading;
  if (name.empty() || width_in_letters(name) > 30) name = "ตาราง";
  std::string unique = name;
  const auto& lists = page_.reading.lists;
  for (int n = 2; std::find(lists.begin(), lists.end(), unique) != lists.end(); ++n)
    unique = name + std::to_string(n);
  page_.reading.lists.push_back(unique);
  return unique;
}

Found TableReader::field(const PlacedCell& placed, bool tick) const {
  const Rect& r = placed.cell.rect;
  const Length inset = points(2);
  const Rect rect{r.x + inset, r.y + inset / 2, r.width - inset * 2, r.height - inset};
  const bool tall = r.height * 10 > page_.places.body_size * 30;
  Found found = page_.field(rect, tick ? map::Kind::check : map::Kind::text, "", "");
  found.entry.style.size = page_.places.body_size;
  if (tall && !tick) found.entry.kind = map::Kind::multiline;
  found.entry.style.raise = tall && !tick ? map::Raise::top : map::Raise::middle;
  return found;
}

void TableReader::read_list(int heads) {
  std::string list;
  std::vector<int> rows; // of the list, in order
  for (std::size_t i = 0; i < cells_.size(); ++i)
    if (cell(i).cell.row >= heads && (rows.empty() || rows.back() != cell(i).cell.row))
      rows.push_back(cell(i).cell.row);
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const bool tick = ticked(cells_[i]);
    if (cell(i).cell.row < heads || (!writable(cell(i)) && !tick)) continue;
    Found found = field(cell(i), tick);
    const std::string column = column_name(cell(i).cell, heads);
    const std::string label = row_label(cell(i).cell);
    if (label.starts_with("รวม")) {
      found.name = name_of(cleaned(label) + column);
    } else {
      if (list.empty()) list = list_name(heads);
      found.list = list;
      found.row =
          static_cast<int>(std::find(rows.begin(), rows.end(), cell(i).cell.row) - rows.begin());
      found.name = column.empty() ? "ช่อง" + std::to_string(cell(i).cell.column + 1) : column;
    }
    found.entry.note = trimmed_text(label + " | " + column);
    page_.reading.found.push_back(std::move(found));
  }
}

void TableReader::read_labelled() {
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const bool tick = ticked(cells_[i]);
    if (!writable(cell(i)) && !tick) continue;
    Found found = field(cell(i), tick);
    const std::string label = label_beside(cell(i).cell);
    found.name = name_of(label_of(label));
    found.entry.note = label;
    if (found.name.empty()) found.name = found.heading;
    page_.reading.found.push_back(std::move(found));
  }
}

/// A box alone: a picture's place, or room to write.
void TableReader::read_box() {
  const PlacedCell& box = cell(0);
  const Rect& r = box.cell.rect;
  const std::string& text = box.text;
  const bool picture = text.find("รูปถ่าย") != std::string::npos ||
                       text.find("ติดรูป") != std::string::npos || text.find("Photo") == 0;
  if (picture && r.width < points(250)) {
    Found found = page_.field(r, map::Kind::image, "รูปถ่าย", text);
    page_.reading.found.push_back(std::move(found));
    return;
  }
  if (!writable(box) || r.width < points(36)) return;
  Found found = field(box, false);
  found.name = page_.reading.heading;
  for (const Row& row : page_.places.rows) { // the words left of it, or right above
    const bool level = row.cell < 0 && row.baseline > r.y && row.baseline < r.bottom();
    const Length over = r.y - row.baseline;
    const bool above = row.cell < 0 && over > Length{} && over < row.size * 2 &&
                       row.left() < r.right() && row.right() > r.x;
    for (const Piece& piece : row.pieces) {
      const bool before =
          level && piece.rect.right() <= r.x + points(2) && r.x - piece.rect.right() < row.size * 4;
      if (piece.kind != PieceKind::text || !(before || above)) continue;
      const std::string name = name_of(label_of(piece.text));
      if (!name.empty()) found.name = name, found.entry.note = piece.text;
    }
  }
  page_.reading.found.push_back(std::move(found));
}

void TableReader::read() {
  if (cells_.empty()) return;
  if (cells_.size() == 1) return read_box();
  const int heads = head_rows();
  if (heads == 0) return read_labelled();
  if (heads < table_.rows) read_list(heads);
}

} // namespace

void read_table(PageReading& page, std::size_t table) {
  TableReader(page, table).read();
}

} // namespace saraban::pdf::detect
