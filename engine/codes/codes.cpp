// Kinds of codes by name; QR codes by libqrencode, barcodes by the module that knows them.
#include "codes/codes.h"

#include "base/module.h"
#include "codes/module.h"

#include <array>
#include <memory>
#include <qrencode.h>
#include <utility>

namespace saraban::codes {
namespace {

constexpr std::array<std::pair<const char*, Kind>, 13> names{{{"code128", Kind::code128},
                                                              {"code39", Kind::code39},
                                                              {"ean13", Kind::ean13},
                                                              {"ean8", Kind::ean8},
                                                              {"upca", Kind::upca},
                                                              {"itf", Kind::itf},
                                                              {"i25", Kind::itf},
                                                              {"codabar", Kind::codabar},
                                                              {"gs1-128", Kind::gs1_128},
                                                              {"gs1_128", Kind::gs1_128},
                                                              {"datamatrix", Kind::data_matrix},
                                                              {"pdf417", Kind::pdf417},
                                                              {"aztec", Kind::aztec}}};

} // namespace

std::optional<Symbol> qr_code(const std::string& text) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeData(static_cast<int>(text.size()),
                        reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M),
      QRcode_free);
  if (!code) return std::nullopt;
  Symbol symbol;
  symbol.columns = symbol.rows = code->width;
  symbol.quiet = 4; // 9.1
  for (int i = 0; i < code->width * code->width; ++i)
    symbol.dark.push_back((code->data[i] & 1) != 0);
  return symbol;
}

std::optional<Kind> kind_of(const std::string& name) {
  for (const auto& [known, kind] : names)
    if (name == known) return kind;
  return std::nullopt;
}

std::vector<std::string> kind_names() {
  std::vector<std::string> all;
  for (const auto& [name, kind] : names) all.emplace_back(name);
  return all;
}

bool is_linear(Kind kind) {
  return kind != Kind::data_matrix && kind != Kind::pdf417 && kind != Kind::aztec;
}

std::optional<Symbol> barcode(Kind kind, const std::string& text) {
  using Entry = Encode*();
  static Encode* const encode = reinterpret_cast<Entry*>(open_module(codes_file, encode_symbol))();
  return encode(kind, text);
}

} // namespace saraban::codes
