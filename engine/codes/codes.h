// QR codes and barcodes as dark and light modules, and as outlines that have no seams.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace saraban::codes {

/// A grid of modules; of a linear barcode one row, as high as one likes. Without quiet zone.
struct Symbol {
  int columns = 0, rows = 0;
  int quiet = 0; ///< Modules that must stay light on each side (left and right of a linear one).
  std::vector<bool> dark; ///< Row by row.
  bool is_dark(int column, int row) const {
    return column >= 0 && row >= 0 && column < columns && row < rows &&
           dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                static_cast<std::size_t>(column)];
  }
};

/// ISO/IEC 18004, error correction M; nothing when the text is too long for one.
std::optional<Symbol> qr_code(const std::string& text);

enum class Kind {
  code128,
  code39,
  ean13,
  ean8,
  upca,
  itf,
  codabar,
  gs1_128,
  data_matrix,
  pdf417,
  aztec
};
/// "code128", "ean13", "datamatrix" …; nothing for other names.
std::optional<Kind> kind_of(const std::string& name);
/// Those names, for messages.
std::vector<std::string> kind_names();
bool is_linear(Kind kind);

/// Nothing when that kind cannot say the text: letters in EAN, a wrong check digit. Throws Failure
/// (machine: "module-missing").
std::optional<Symbol> barcode(Kind kind, const std::string& text);

struct Corner {
  int column = 0, row = 0; ///< Of the grid's lines.
};
/// Closed paths round the dark areas, to be filled by the even-odd or the non-zero rule.
std::vector<std::vector<Corner>> outlines(const Symbol& symbol);

} // namespace saraban::codes
