// What a PDF file promises beyond ISO 32000-1.
#pragma once

#include <optional>
#include <string_view>

namespace saraban {

struct PdfStandard {
  enum class Archive {
    none,
    a_2u, ///< ISO 19005-2, level U: looks the same for ever, text reads back.
    a_2a  ///< Level A: tagged besides.
  } archive = Archive::none;
  bool universal_access = false; ///< ISO 14289-1 (PDF/UA-1).
  bool operator==(const PdfStandard&) const = default;
};

/// "a-2u", "a-2a", "ua-1", or two of them with a comma between; nothing for other text.
std::optional<PdfStandard> parse_pdf_standard(std::string_view text);

} // namespace saraban
