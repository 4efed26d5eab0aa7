// Standards by name.
#include "base/pdf_standard.h"

#include <algorithm>

namespace saraban {

std::optional<PdfStandard> parse_pdf_standard(std::string_view text) {
  PdfStandard standard;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    const std::string_view name = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (name == "a-2u")
      standard.archive = std::max(standard.archive, PdfStandard::Archive::a_2u);
    else if (name == "a-2a")
      standard.archive = PdfStandard::Archive::a_2a;
    else if (name == "ua-1")
      standard.universal_access = true;
    else
      return std::nullopt;
  }
  return standard == PdfStandard{} ? std::nullopt : std::optional(standard);
}

} // namespace saraban
