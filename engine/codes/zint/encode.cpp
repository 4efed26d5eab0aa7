// Encoding barcodes.
#include "codes/zint/encode.h"

#include <algorithm>
#include <memory>
#include <zint.h>

namespace saraban::codes::zint {
namespace {

constexpr std::size_t most_bytes = 4'000; ///< More than any symbol holds.

int symbology(Kind kind) {
  switch (kind) {
  case Kind::code39:
    return BARCODE_CODE39;
  case Kind::ean13:
  case Kind::ean8:
    return BARCODE_EANX;
  case Kind::upca:
    return BARCODE_UPCA;
  case Kind::itf:
    return BARCODE_C25INTER;
  case Kind::codabar:
    return BARCODE_CODABAR;
  case Kind::gs1_128:
    return BARCODE_GS1_128;
  case Kind::data_matrix:
    return BARCODE_DATAMATRIX;
  case Kind::pdf417:
    return BARCODE_PDF417;
  case Kind::aztec:
    return BARCODE_AZTEC;
  default:
    return BARCODE_CODE128;
  }
}

/// The digits that the symbol's standard asks for, with or without the check digit.
bool fits(Kind kind, std::size_t length) {
  if (kind == Kind::ean13) return length == 12 || length == 13;
  if (kind == Kind::ean8) return length == 7 || length == 8;
  return length > 0 && length <= most_bytes;
}

int quiet_zone(Kind kind) {
  if (kind == Kind::data_matrix) return 1;
  if (kind == Kind::aztec) return 0;
  return kind == Kind::pdf417 ? 2 : 10;
}

/// Rows as high as the symbol wants them; a linear one has one.
Symbol symbol_of(const zint_symbol& made, Kind kind) {
  Symbol symbol;
  symbol.columns = made.width;
  symbol.quiet = quiet_zone(kind);
  for (int row = 0; row < made.rows; ++row) {
    const int times = is_linear(kind) ? 1 : std::max(1, static_cast<int>(made.row_height[row]));
    for (int i = 0; i < times; ++i)
      for (int column = 0; column < made.width; ++column)
        symbol.dark.push_back((made.encoded_data[row][column / 8] >> column % 8 & 1) != 0);
    symbol.rows += times;
  }
  return symbol;
}

} // namespace

std::optional<Symbol> encode(Kind kind, const std::string& text) {
  if (!fits(kind, text.size())) return std::nullopt;
  const std::unique_ptr<zint_symbol, decltype(&ZBarcode_Delete)> made(ZBarcode_Create(),
                                                                      ZBarcode_Delete);
  made->symbology = symbology(kind);
  made->input_mode = kind == Kind::gs1_128 ? GS1_MODE : UNICODE_MODE;
  const int result =
      ZBarcode_Encode(made.get(), reinterpret_cast<const unsigned char*>(text.data()),
                      static_cast<int>(text.size()));
  if (result >= ZINT_ERROR || made->rows < 1 || made->width < 1) return std::nullopt;
  return symbol_of(*made, kind);
}

} // namespace saraban::codes::zint
