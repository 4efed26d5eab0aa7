// Number and date formats that forms ask for by the JavaScript that all viewers know.
#pragma once

#include "pdf/fields.h"

#include <string>

namespace saraban::pdf {

struct FormattedText {
  std::string value; ///< What the field holds.
  std::string shown; ///< What is drawn.
};

/// AFNumber_Format and AFPercent_Format: the value stays a plain number and is shown grouped;
/// AFDate_Format(Ex): an ISO date is written by the pattern. Text that is no number or date, and
/// every other script, changes nothing. No script is run.
FormattedText formatted_text(const Field& field, const std::string& text);

} // namespace saraban::pdf
