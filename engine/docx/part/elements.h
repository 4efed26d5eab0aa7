// Reading WordprocessingML's simple types from elements and attributes (ECMA-376 Part 1, 17.18 and
// 22.9).
#pragma once

#include "base/length.h"

#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string_view>

namespace saraban::docx {

/// What a bare number means where the attribute also takes "12pt" and the like.
enum class Unit { twip, half_point, eighth_point, point, emu };

/// "" when absent.
std::string_view attribute(pugi::xml_node element, const char* name);
/// The element's own w:val.
std::string_view value(pugi::xml_node element);
bool is(pugi::xml_node element, std::string_view name);

/// ST_OnOff: an element without w:val is on.
bool on_off(pugi::xml_node element);
bool on_off_text(std::string_view text, bool when_empty);
/// Absent or malformed: nothing. Beyond ±2^31: the nearest.
std::optional<std::int64_t> integer(std::string_view text);
std::int64_t integer_or(std::string_view text, std::int64_t otherwise);
std::optional<std::uint32_t> hexadecimal(std::string_view text);
/// ST_TwipsMeasure and its like: a number in `unit` or a universal measure; beyond ±10 m: the
/// nearest.
std::optional<Length> length(std::string_view text, Unit unit = Unit::twip);
Length length_or(std::string_view text, Length otherwise, Unit unit = Unit::twip);
/// "50%" or a whole number of fiftieths of a percent, as fiftieths.
std::optional<int> fiftieths_of_percent(std::string_view text);

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

/// A hash of what an element holds: names, attributes and text; children that say nothing about
/// looks (revisions, a paragraph's mark and section) are left out.
std::uint64_t content_hash(pugi::xml_node element);
std::uint64_t mix(std::uint64_t a, std::uint64_t b);

/// True when names use an unusual prefix that the root element declares for a namespace of ours;
/// `bytes` is the part's text.
bool has_unusual_prefixes(const pugi::xml_document& document, std::string_view bytes);
/// Renames elements and attributes to the usual prefixes (w, r, wp, a, pic, wps, wpg, mc, v, o, m,
/// w14, wp14, w15), so that names can be compared as text.
void use_usual_prefixes(pugi::xml_document& document);

} // namespace saraban::docx
