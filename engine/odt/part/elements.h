// Reading OpenDocument's data types from elements and attributes (ODF 1.3 Part 3, 18).
#pragma once

#include "base/color.h"
#include "base/length.h"

#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace saraban::odt {

/// "" when absent.
std::string_view attribute(pugi::xml_node element, const char* name);
bool is(pugi::xml_node element, std::string_view name);

/// "true" or "false"; absent or malformed: `otherwise`.
bool boolean(std::string_view text, bool otherwise);
std::optional<bool> boolean(std::string_view text);
/// Absent or malformed: nothing. Beyond ±2^31: the nearest.
std::optional<std::int64_t> integer(std::string_view text);
std::int64_t integer_or(std::string_view text, std::int64_t otherwise);
/// A number and its unit (18.3.18); beyond ±10 m: the nearest. Rounded as LibreOffice does, which
/// keeps hundredths of a millimetre, then twips.
std::optional<Length> length(std::string_view text);
Length length_or(std::string_view text, Length otherwise);
/// "58%" as 58; nothing for what does not end in a percent sign.
std::optional<double> percent(std::string_view text);
/// "#rrggbb"; nothing for "transparent" and the like.
std::optional<Color> color(std::string_view text);

/// One word of an enumeration.
template <class Enum>
struct Word {
  std::string_view text;
  Enum meaning;
};
template <class Enum, std::size_t n>
std::optional<Enum> meaning(std::string_view text, const Word<Enum> (&words)[n]) {
  for (const auto& word : words)
    if (word.text == text) return word.meaning;
  return std::nullopt;
}
template <class Enum, std::size_t n>
Enum meaning_or(std::string_view text, Enum otherwise, const Word<Enum> (&words)[n]) {
  return meaning(text, words).value_or(otherwise);
}

/// The word before the first space, which is taken off the text.
std::string_view next_word(std::string_view& text);

/// A hash of what an element holds: names, attributes and text.
std::uint64_t content_hash(pugi::xml_node element);
std::uint64_t mix(std::uint64_t a, std::uint64_t b);

/// True when names use an unusual prefix that the root element declares for a namespace of ours;
/// `bytes` is the part's text.
bool has_unusual_prefixes(const pugi::xml_document& document, std::string_view bytes);
/// Renames elements and attributes to the usual prefixes (office, text, style, table, draw, fo,
/// svg, xlink, dc, meta, number, form, config, loext …), so that names can be compared as text.
void use_usual_prefixes(pugi::xml_document& document);

} // namespace saraban::odt
