// Theme fonts by name and script; embedded fonts, de-obfuscated.
#include "docx/fonts.h"

#include "docx/part/elements.h"
#include "docx/part/parts.h"
#include "package/xml.h"

#include <algorithm>
#include <array>

namespace saraban::docx {
namespace {

void read_collection(pugi::xml_node element, ThemeFonts::Collection& out) {
  out.latin = attribute(element.child("a:latin"), "typeface");
  out.east_asian = attribute(element.child("a:ea"), "typeface");
  out.complex = attribute(element.child("a:cs"), "typeface");
  for (const auto& font : element.children("a:font"))
    out.by_script[std::string(attribute(font, "script"))] = attribute(font, "typeface");
}

/// The script codes that Word writes into themes, by language.
std::string_view script_of(std::string_view language) {
  constexpr Word<std::string_view> words[] = {
      {"th", "Thai"}, {"ar", "Arab"}, {"he", "Hebr"}, {"ja", "Jpan"}, {"ko", "Hang"},
      {"hi", "Deva"}, {"km", "Khmr"}, {"lo", "Laoo"}, {"vi", "Viet"}, {"bn", "Beng"},
      {"ta", "Taml"}, {"te", "Telu"}, {"fa", "Arab"}, {"ur", "Arab"}, {"gu", "Gujr"},
      {"bo", "Tibt"}, {"si", "Sinh"}, {"ka", "Geor"}, {"am", "Ethi"},
  };
  if (language == "zh-TW" || language == "zh-HK") return "Hant";
  if (language.starts_with("zh")) return "Hans";
  return meaning_or(language.substr(0, 2), std::string_view(), words);
}

std::string chosen(const std::string& typeface, const ThemeFonts::Collection& fonts,
                   std::string_view language) {
  if (!typeface.empty()) return typeface;
  const auto found = fonts.by_script.find(script_of(language));
  return found == fonts.by_script.end() ? std::string() : found->second;
}

/// The sixteen bytes of "{GUID}" as the key is laid over the font: last byte first (17.8.1).
std::optional<std::array<unsigned char, 16>> key_of(std::string_view guid) {
  std::string digits;
  std::copy_if(guid.begin(), guid.end(), std::back_inserter(digits),
               [](char c) { return c != '{' && c != '}' && c != '-'; });
  if (digits.size() != 32) return std::nullopt;
  std::array<unsigned char, 16> key{};
  for (std::size_t i = 0; i < 16; ++i) {
    const auto byte = hexadecimal(std::string_view(digits).substr(2 * (15 - i), 2));
    if (!byte) return std::nullopt;
    key[i] = static_cast<unsigned char>(*byte);
  }
  return key;
}

/// The first 32 bytes are combined with the key, twice.
std::shared_ptr<const std::string> clear_bytes(const std::shared_ptr<const std::string>& bytes,
                                               std::string_view guid) {
  const auto key = key_of(guid);
  if (!key || bytes->size() < 32) return bytes;
  auto clear = *bytes;
  for (std::size_t i = 0; i < 32; ++i)
    clear[i] = static_cast<char>(static_cast<unsigned char>(clear[i]) ^ (*key)[i % 16]);
  return std::make_shared<const std::string>(std::move(clear));
}

struct Embedding {
  const char* element;
  bool bold, italic;
};
constexpr Embedding embeddings[] = {{"w:embedRegular", false, false},
                                    {"w:embedBold", true, false},
                                    {"w:embedItalic", false, true},
                                    {"w:embedBoldItalic", true, true}};

} // namespace

std::string ThemeFonts::family(std::string_view name) const {
  const bool is_major = name.starts_with("major");
  if (!is_major && !name.starts_with("minor")) return {};
  const auto& fonts = is_major ? major : minor;
  const auto slot = name.substr(5);
  if (slot == "EastAsia") return chosen(fonts.east_asian, fonts, east_asian_language);
  if (slot == "Bidi") return chosen(fonts.complex, fonts, complex_language);
  return fonts.latin;
}

void read_font_scheme(pugi::xml_node theme_elements, ThemeFonts& out) {
  const auto scheme = theme_elements.child("a:fontScheme");
  read_collection(scheme.child("a:majorFont"), out.major);
  read_collection(scheme.child("a:minorFont"), out.minor);
}

void read_theme_languages(pugi::xml_node settings, ThemeFonts& out) {
  const auto languages = settings.child("w:themeFontLang");
  out.east_asian_language = attribute(languages, "w:eastAsia");
  out.complex_language = attribute(languages, "w:bidi");
}

std::vector<EmbeddedFont> embedded_fonts(const package::Package& package, const Limits& limits) {
  std::vector<EmbeddedFont> fonts;
  const auto document = open_main_part(package, limits);
  const auto table = open_related(package, document, "fontTable", limits);
  if (!table.xml) return fonts;
  for (const auto& font : table.xml->document_element().children("w:font"))
    for (const auto& kind : embeddings) {
      const auto element = font.child(kind.element);
      const auto* target = table.find(attribute(element, "r:id"));
      if (!element || !target || target->external) continue;
      const auto bytes = package.part(target->target);
      if (!bytes) continue;
      fonts.push_back({std::string(attribute(font, "w:name")), kind.bold, kind.italic,
                       clear_bytes(bytes, attribute(element, "w:fontKey"))});
    }
  return fonts;
}

} // namespace saraban::docx
