// Every message's words, in Thai and in English, one table.
#pragma once

#include "base/diagnostics.h"
#include "base/environment.h"

#include <string>
#include <vector>

namespace saraban {

struct MessageText {
  std::string_view code, english, thai;     ///< With {argument} places.
  std::string_view english_hint, thai_hint; ///< May be empty.
};

/// All messages, sorted by code; a diagnostic whose code is not here is our own bug (asserted in
/// tests).
const std::vector<MessageText>& message_table();
/// "error[unknown-filter] letter.docx, table 2, row 3: no filter “bahtext” in {{ … }}; did you mean
/// …?"
std::string format_diagnostic(const Diagnostic& diagnostic, Language language);
/// The place alone: "letter.docx, page header, paragraph 2".
std::string format_location(const Location& location, Language language);
/// One JSON object, stable keys: severity, code, message, hint, file, place, line, column, path,
/// tag, excerpt.
std::string diagnostic_json(const Diagnostic& diagnostic, Language language);

} // namespace saraban
