// Pages of a PDF as their readers see them: lines of text, rules, tables, boxes, pictures.
#pragma once

#include "base/diagnostics.h"
#include "pdf/scan/grid.h"
#include "pdf/scan/lines.h"

#include <qpdf/QPDF.hh>

namespace saraban::pdf::scan {

struct ScannedPage {
  Size size; ///< As shown.
  std::vector<FontName> fonts;
  std::vector<TextLine> lines;
  std::vector<Rule> rules;
  std::vector<Table> tables;
  std::vector<Box> rounds; ///< Circles and other curved outlines.
  std::vector<Picture> pictures;
};

ScannedPage scan_page(const PageMarks& marks);

/// All pages. A page that cannot be read, or holds more than can be looked at, gives a warning
/// ("pdf-page-unreadable", "pdf-page-too-large") and what was found before.
std::vector<ScannedPage> scan(QPDF& pdf, const Location& where, Diagnostics& diagnostics);

/// For tests: a line for each thing, in points with one decimal.
std::string print(const ScannedPage& page);

} // namespace saraban::pdf::scan
