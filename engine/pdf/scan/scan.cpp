// Marks to what a reader sees.
#include "pdf/scan/scan.h"

#include "pdf/scan/interpret.h"
#include "pdf/scan/rules.h"

#include <fmt/format.h>

namespace saraban::pdf::scan {
namespace {

std::string place(const Rect& r) {
  return fmt::format("{:.1f} {:.1f} {:.1f} {:.1f}", r.x.points(), r.y.points(), r.width.points(),
                     r.height.points());
}

Location page_location(Location where, std::size_t page) {
  where.place.push_back({"page", static_cast<int>(page + 1), ""});
  return where;
}

} // namespace

ScannedPage scan_page(const PageMarks& marks) {
  ScannedPage page;
  page.size = marks.size;
  page.fonts = marks.fonts;
  page.lines = text_lines(marks.glyphs);
  page.rules = whole_rules(marks.rules);
  page.tables = tables_of(page.rules, marks.boxes);
  for (const Box& box : marks.boxes)
    if (box.shape == Shape::round) page.rounds.push_back(box);
  page.pictures = marks.pictures;
  return page;
}

std::vector<ScannedPage> scan(QPDF& pdf, const Location& where, Diagnostics& diagnostics) {
  std::vector<ScannedPage> pages;
  const std::vector<QPDFObjectHandle>& all = pdf.getAllPages();
  for (std::size_t i = 0; i < all.size(); ++i) {
    PageMarks marks;
    try {
      marks = interpret(all[i]);
    } catch (const std::exception& fault) {
      diagnostics.warning("pdf-page-unreadable", page_location(where, i),
                          {{"reason", fault.what()}});
    }
    if (marks.truncated) diagnostics.warning("pdf-page-too-large", page_location(where, i));
    pages.push_back(scan_page(marks));
  }
  return pages;
}

std::string print(const ScannedPage& page) {
  std::string out =
      fmt::format("page {:.1f} {:.1f}\n", page.size.width.points(), page.size.height.points());
  for (const TextLine& line : page.lines)
    out += fmt::format("  text {:.1f} {:.1f} {:.1f} size={:.1f} {} \"{}\"\n", line.left().points(),
                       line.baseline.points(), (line.right() - line.left()).points(),
                       line.size.points(), page.fonts.at(line.characters.front().font).family,
                       text_between(line, 0, line.characters.size()));
  for (const Rule& rule : page.rules)
    out += fmt::format("  {} {:.1f} {:.1f} {:.1f}{}\n",
                       rule.axis == Axis::horizontal ? "rule" : "upright", rule.from.x.points(),
                       rule.from.y.points(), rule.length().points(),
                       rule.pattern == Pattern::broken ? " broken" : "");
  for (const Table& table : page.tables) {
    out += fmt::format("  table {} rows={} columns={}\n", place(table.rect), table.rows,
                       table.columns);
    for (const Cell& cell : table.cells)
      out += fmt::format("    cell {} {} spans {} {}: {}\n", cell.row, cell.column, cell.row_span,
                         cell.column_span, place(cell.rect));
  }
  for (const Box& box : page.rounds) out += "  round " + place(box.rect) + "\n";
  for (const Picture& picture : page.pictures) out += "  picture " + place(picture.rect) + "\n";
  return out;
}

} // namespace saraban::pdf::scan
