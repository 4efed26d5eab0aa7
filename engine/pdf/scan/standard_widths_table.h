// Widths of the standard fonts of PDF.
#pragma once

#include <array>
#include <cstdint>

namespace saraban::pdf::scan {

/// In thousandths, of U+0020 to U+00FF, then of … – — ‘ ’ “ ” •; 0 unknown.
using StandardWidths = std::array<std::uint16_t, 232>;

extern const StandardWidths helvetica_widths, helvetica_bold_widths, times_widths,
    times_bold_widths, times_italic_widths, times_bold_italic_widths;

} // namespace saraban::pdf::scan
