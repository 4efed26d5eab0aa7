// Characters of simple fonts, and names of fonts.
#include "pdf/scan/encoding.h"

#include "base/utf8.h"
#include "pdf/scan/encoding_table.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace saraban::pdf::scan {
namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

const std::array<char16_t, 256>* table_named(const std::string& name) {
  if (name == "/WinAnsiEncoding") return &win_ansi_encoding;
  if (name == "/MacRomanEncoding") return &mac_roman_encoding;
  if (name == "/StandardEncoding") return &standard_encoding;
  return nullptr;
}

/// Fonts of the years before Unicode, whose codes are those of Windows in Thailand.
bool is_old_thai(std::string_view base_font) {
  for (const char* family : {"Angsana", "Browallia", "Cordia", "UPC", "PSK", "Sarabun"})
    if (contains(base_font, family)) return true;
  return false;
}

void fill(Encoding& encoding, const std::array<char16_t, 256>& table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    encoding[i].clear();
    if (table[i] != 0) append_utf8(encoding[i], table[i]);
  }
}

void apply_differences(QPDFObjectHandle differences, Encoding& encoding) {
  long long code = 0;
  const int count = std::min(differences.getArrayNItems(), 4096);
  for (int i = 0; i < count; ++i) {
    QPDFObjectHandle item = differences.getArrayItem(i);
    if (item.isInteger()) code = item.getIntValue();
    if (!item.isName()) continue;
    if (code >= 0 && code < 256)
      encoding[static_cast<std::size_t>(code)] = character_named(item.getName().substr(1));
    ++code;
  }
}

std::optional<char32_t> hexadecimal(std::string_view digits) {
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  if (code < 0x20 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return std::nullopt;
  return code;
}

} // namespace

std::string character_named(std::string_view glyph_name) {
  std::string text;
  const std::string_view name = glyph_name.substr(0, glyph_name.find('.'));
  const auto names = glyph_names();
  const auto at =
      std::lower_bound(names.begin(), names.end(), name,
                       [](const GlyphName& n, std::string_view wanted) { return n.name < wanted; });
  if (at != names.end() && at->name == name) {
    append_utf8(text, at->code);
  } else if (name.starts_with("uni") && name.size() >= 7) {
    for (std::size_t i = 3; i + 4 <= std::min<std::size_t>(name.size(), 19); i += 4)
      if (const auto code = hexadecimal(name.substr(i, 4))) append_utf8(text, *code);
  } else if (name.starts_with("u") && name.size() >= 5 && name.size() <= 7) {
    if (const auto code = hexadecimal(name.substr(1))) append_utf8(text, *code);
  }
  return text;
}

std::string sign_of(std::string_view base_font, std::uint32_t code) {
  code &= 0xFF;
  if (contains(base_font, "Wingdings2") || contains(base_font, "Wingdings-2") ||
      contains(base_font, "Wingdings 2")) {
    if (code == 0xA3 || code == 0x2A || code == 0x30) return "□";
    if (code == 0x52 || code == 0x53) return "☑";
    return code == 0x99 || code == 0x9A ? "○" : "";
  }
  if (contains(base_font, "Wingdings")) {
    if (code == 0xA8 || code == 0x6F || code == 0x71 || code == 0x72 || code == 0x70) return "□";
    if (code == 0xFE || code == 0xFD) return "☑";
    if (code == 0xA1 || code == 0xA2) return "○";
    if (code == 0x6C || code == 0x9F) return "●";
    return code == 0xFC ? "✓" : "";
  }
  if (contains(base_font, "Webdings")) return code == 0x63 ? "□" : "";
  if (contains(base_font, "ZapfDingbats")) {
    if (code == 0x6F || code == 0x70 || code == 0x71 || code == 0x72) return "□";
    if (code == 0x6D) return "○";
    return code == 0x33 || code == 0x34 ? "✓" : "";
  }
  if (contains(base_font, "Symbol") && !contains(base_font, "OpenSymbol"))
    return code == 0xB7 ? "•" : code == 0xA0 ? " " : "";
  return "";
}

Encoding encoding_of(const QPDFObjectHandle& font, std::string_view base_font) {
  Encoding encoding;
  QPDFObjectHandle dictionary = font;
  QPDFObjectHandle given = dictionary.getKey("/Encoding");
  const bool true_type = dictionary.getKey("/Subtype").isNameAndEquals("/TrueType");
  const auto* table = given.isName() ? table_named(given.getName()) : nullptr;
  if (given.isDictionary() && given.getKey("/BaseEncoding").isName())
    table = table_named(given.getKey("/BaseEncoding").getName());
  if (table == nullptr) table = true_type ? &win_ansi_encoding : &standard_encoding;
  fill(encoding, is_old_thai(base_font) ? thai_encoding : *table);
  if (given.isDictionary() && given.getKey("/Differences").isArray())
    apply_differences(given.getKey("/Differences"), encoding);
  return encoding;
}

FontName font_name(std::string_view base_font) {
  FontName name;
  if (base_font.size() > 7 && base_font[6] == '+') base_font.remove_prefix(7);
  std::string style(base_font.substr(std::min(base_font.find_first_of(",-"), base_font.size())));
  name.bold = contains(base_font, "Bold");
  name.italic = contains(base_font, "Italic") || contains(base_font, "Oblique");
  std::string_view family = base_font.substr(0, base_font.size() - style.size());
  for (const char* word : {"BoldItalic", "Bold", "Italic", "MT", "Regular"})
    if (family.ends_with(word) && family.size() > std::string_view(word).size())
      family.remove_suffix(std::string_view(word).size());
  for (std::size_t i = 0; i < family.size(); ++i) {
    const bool capital = family[i] >= 'A' && family[i] <= 'Z';
    const bool after_small = i > 0 && family[i - 1] >= 'a' && family[i - 1] <= 'z';
    const bool after_th = i == 2 && family.starts_with("TH");
    if (capital && (after_th || (after_small && !family.substr(i).starts_with("PSK") &&
                                 !family.substr(i).starts_with("IT"))))
      name.family += ' ';
    name.family += family[i];
  }
  return name;
}

} // namespace saraban::pdf::scan
