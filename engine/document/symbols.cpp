// Characters of symbol fonts as Unicode.
#include "document/symbols.h"

#include "base/utf8.h"
#include "document/symbols_table.h"

namespace saraban::document {
namespace {

using SymbolTable = std::array<char32_t, 224>;

const SymbolTable* table_of(std::string_view family) {
  if (family == "Symbol") return &symbol_table;
  if (family == "Wingdings") return &wingdings_table;
  if (family == "Wingdings 2") return &wingdings2_table;
  if (family == "Wingdings 3") return &wingdings3_table;
  if (family == "Webdings") return &webdings_table;
  return nullptr;
}

} // namespace

bool is_symbol_font(std::string_view family) {
  return table_of(family) != nullptr;
}

std::string from_symbol_font(std::string_view text, std::string_view family) {
  const auto* table = table_of(family);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode_utf8(text, at);
    at += decoded.length;
    char32_t code = decoded.code;
    const bool is_private = code >= 0xF020 && code <= 0xF0FF;
    const auto* used = table == nullptr && is_private ? &symbol_table : table;
    const char32_t byte = is_private ? code - 0xF000 : code;
    if (used != nullptr && byte >= 0x20 && byte <= 0xFF && (*used)[byte - 0x20] != 0)
      code = (*used)[byte - 0x20];
    append_utf8(out, code);
  }
  return out;
}

} // namespace saraban::document
