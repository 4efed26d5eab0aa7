// Boxes to tick: their words, their groups, and which exclude each other.
#include "pdf/detect/found.h"
#include "pdf/detect/labels.h"

#include <algorithm>

namespace saraban::pdf::detect {
namespace {

struct Choice {
  std::size_t row = 0, piece = 0;
  std::string label;
};

using Group = std::vector<Choice>;

std::string label_at(const Row& row, std::size_t piece) {
  const bool right = piece + 1 < row.pieces.size() &&
                     row.pieces[piece + 1].kind == PieceKind::text &&
                     row.pieces[piece + 1].rect.x - row.pieces[piece].rect.right() < row.size * 3;
  if (!right) return "";
  const std::string label = cleaned(row.pieces[piece + 1].text);
  const std::vector<std::string> all = phrases(label);
  return width_in_letters(label) > 40 && !all.empty() ? all.front() : label;
}

/// Whether a choice goes on with a group: in the same row, or below its first, alike.
bool goes_on(const Group& group, const Choice& next, const std::vector<Row>& rows) {
  const Choice& last = group.back();
  if (last.row == next.row) return true;
  const Row &above = rows[last.row], &below = rows[next.row];
  const Length shift = above.pieces[group.front().piece].rect.x - below.pieces[next.piece].rect.x;
  return next.piece == 0 && group.front().piece == 0 && above.cell == below.cell &&
         shift < points(5) && shift > points(-5) &&
         below.baseline - above.baseline < below.size * 3;
}

/// One label is the other with ไม่ before it, or they are one of the pairs that everybody knows.
bool excludes(const std::string& a, const std::string& b) {
  for (const char* prefix : {"ไม่", "ยังไม่", "ไม่ได้"})
    if (b == prefix + a || a == prefix + b) return true;
  return (a == "ชาย" && b == "หญิง") || (a == "ใช่" && b == "ไม่ใช่");
}

bool is_radio(const Group& group, const std::vector<Row>& rows) {
  if (group.size() < 2) return false;
  if (rows[group[0].row].pieces[group[0].piece].round) return true;
  for (std::size_t i = 0; i + 1 < group.size(); ++i)
    if (!group[i].label.empty() && excludes(group[i].label, group[i + 1].label)) return true;
  return false;
}

void add_group(PageReading& page, const Group& group) {
  const std::vector<Row>& rows = page.places.rows;
  const Row& first_row = rows[group.front().row];
  const std::string question = name_of(label_of(text_before(first_row, group.front().piece)));
  const bool radio = is_radio(group, rows);
  const std::size_t shares = radio ? ++page.reading.shared : 0;
  for (const Choice& choice : group) {
    const Row& row = rows[choice.row];
    const Rect& box = row.pieces[choice.piece].rect;
    Rect rect = box;
    if (row.pieces[choice.piece].bracketed) // between the brackets
      rect = {box.x + row.size / 4, box.y, box.width - row.size / 2, box.height};
    Found found = page.field(rect, radio ? map::Kind::radio : map::Kind::check,
                             name_of(choice.label), trimmed_text("☐ " + choice.label));
    if (radio) {
      found.name = question.empty() ? name_of(group.front().label) + "หรือไม่" : question;
      found.shares = shares;
      std::string option = choice.label;
      std::erase(option, '\'');
      std::erase(option, '\\');
      found.entry.option = option;
      found.filter = " | radio('" + option + "')";
    } else if (!question.empty() && group.size() > 1 && !found.name.empty()) {
      found.name = question + "." + found.name;
    }
    if (found.name.empty()) found.name = question.empty() ? found.heading : question;
    page.reading.found.push_back(std::move(found));
  }
}

} // namespace

void read_choices(PageReading& page) {
  const std::vector<Row>& rows = page.places.rows;
  Group group;
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t k = 0; k < rows[i].pieces.size(); ++k) {
      if (rows[i].pieces[k].kind != PieceKind::choice) continue;
      Choice choice{i, k, label_at(rows[i], k)};
      const bool in_table = rows[i].cell >= 0 && rows[i].pieces.size() == 1;
      if (in_table) continue; // the cell's column names it
      if (!group.empty() && !goes_on(group, choice, rows)) {
        add_group(page, group);
        group.clear();
      }
      group.push_back(std::move(choice));
    }
  if (!group.empty()) add_group(page, group);
}

} // namespace saraban::pdf::detect
