// Reading WordprocessingML's simple types from elements and attributes.
#include "docx/part/elements.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace saraban::docx {
namespace {

constexpr Length longest = points(28'346); // 10 m

Length clamped(double emu_value) {
  const auto limit = static_cast<double>(longest.emu);
  if (!(emu_value > -limit)) return -longest;
  if (emu_value > limit) return longest;
  return {static_cast<std::int64_t>(emu_value < 0 ? emu_value - 0.5 : emu_value + 0.5)};
}

constexpr double emu_of(Unit unit) {
  switch (unit) {
  case Unit::twip:
    return 635;
  case Unit::half_point:
    return 6350;
  case Unit::eighth_point:
    return 1587.5;
  case Unit::point:
    return 12700;
  case Unit::emu:
    return 1;
  }
  return 1;
}

/// ST_UniversalMeasure (22.9.2.15).
std::optional<double> emu_of(std::string_view suffix) {
  constexpr Word<double> suffixes[] = {{"pt", 12700},  {"cm", 360000}, {"mm", 36000},
                                       {"in", 914400}, {"pc", 152400}, {"pi", 152400},
                                       {"px", 9525}};
  return meaning(suffix, suffixes);
}

bool says_nothing_about_looks(const char* name) {
  return std::strcmp(name, "w:rPr") == 0 || std::strcmp(name, "w:sectPr") == 0 ||
         std::strcmp(name, "w:pPrChange") == 0 || std::strcmp(name, "w:rPrChange") == 0;
}

std::uint64_t hash_text(std::uint64_t seed, const char* text) {
  std::size_t size = std::strlen(text);
  while (size >= 8) {
    std::uint64_t word;
    std::memcpy(&word, text, 8);
    seed = mix(seed, word);
    text += 8, size -= 8;
  }
  std::uint64_t word = 0;
  std::memcpy(&word, text, size);
  return mix(seed, word | static_cast<std::uint64_t>(size + 1) << 56);
}

std::uint64_t hash_node(std::uint64_t seed, pugi::xml_node element) {
  seed = hash_text(seed, element.name());
  for (const auto& a : element.attributes()) seed = hash_text(hash_text(seed, a.name()), a.value());
  for (const auto& child : element.children())
    if (!says_nothing_about_looks(child.name())) seed = hash_node(seed, child);
  return mix(seed, 1);
}

} // namespace

std::string_view attribute(pugi::xml_node element, const char* name) {
  return element.attribute(name).value();
}

std::string_view value(pugi::xml_node element) {
  return element.attribute("w:val").value();
}

bool is(pugi::xml_node element, std::string_view name) {
  return name == element.name();
}

bool on_off_text(std::string_view text, bool when_empty) {
  if (text.empty()) return when_empty;
  return text != "0" && text != "false" && text != "off" && text != "f";
}

bool on_off(pugi::xml_node element) {
  return on_off_text(value(element), true);
}

std::optional<std::int64_t> integer(std::string_view text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number != number) return std::nullopt;
  return static_cast<std::int64_t>(std::clamp(number, -2147483648.0, 2147483647.0));
}

std::int64_t integer_or(std::string_view text, std::int64_t otherwise) {
  return integer(text).value_or(otherwise);
}

std::optional<std::uint32_t> hexadecimal(std::string_view text) {
  std::uint32_t number = 0;
  const auto* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number, 16);
  if (text.empty() || result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return number;
}

std::optional<Length> length(std::string_view text, Unit unit) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number != number) return std::nullopt;
  std::string_view suffix(end, static_cast<std::size_t>(text.data() + text.size() - end));
  return clamped(number * emu_of(suffix).value_or(emu_of(unit)));
}

Length length_or(std::string_view text, Length otherwise, Unit unit) {
  return length(text, unit).value_or(otherwise);
}

std::optional<int> fiftieths_of_percent(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number != number) return std::nullopt;
  if (text.ends_with('%')) number *= 50;
  return static_cast<int>(std::clamp(number, 0.0, 100'000.0));
}

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = (a ^ b) * 0x9E3779B97F4A7C15u;
  x = (x ^ (x >> 29)) * 0xBF58476D1CE4E5B9u;
  return x ^ (x >> 32) ^ a << 7;
}

std::uint64_t content_hash(pugi::xml_node element) {
  std::uint64_t seed = 0x5A8AB4;
  for (const auto& child : element.children())
    if (!says_nothing_about_looks(child.name())) seed = hash_node(seed, child);
  return seed;
}

} // namespace saraban::docx
