// Pieces of strokes to whole rules.
#pragma once

#include "pdf/scan/marks.h"

namespace saraban::pdf::scan {

/// Pieces on one line that touch, or follow each other evenly as dots and dashes do, are one rule;
/// those that lie on each other, too. Top to bottom, left to right; dots alone are gone.
std::vector<Rule> whole_rules(const std::vector<Rule>& pieces);

} // namespace saraban::pdf::scan
