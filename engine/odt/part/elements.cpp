// Reading OpenDocument's data types from elements and attributes.
#include "odt/part/elements.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace saraban::odt {
namespace {

constexpr double longest_emu = 360'000'000'0.0; // 10 m

std::optional<double> emu_of(std::string_view unit) {
  constexpr Word<double> units[] = {{"cm", 360000}, {"mm", 36000},  {"in", 914400},
                                    {"pt", 12700},  {"pc", 152400}, {"px", 9525},
                                    {"em", 152400}, {"ex", 76200},  {"inch", 914400}};
  return meaning(unit, units);
}

/// A number at the start of the text, which is taken off.
std::optional<double> take_number(std::string_view& text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || !std::isfinite(number)) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
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

std::uint64_t hash_node(std::uint64_t seed, pugi::xml_node node) {
  seed = hash_text(hash_text(seed, node.name()), node.value());
  for (const auto& a : node.attributes()) seed = hash_text(hash_text(seed, a.name()), a.value());
  for (const auto& child : node.children()) seed = hash_node(seed, child);
  return mix(seed, 1);
}

} // namespace

std::string_view attribute(pugi::xml_node element, const char* name) {
  return element.attribute(name).value();
}

bool is(pugi::xml_node element, std::string_view name) {
  return name == element.name();
}

bool boolean(std::string_view text, bool otherwise) {
  return boolean(text).value_or(otherwise);
}

std::optional<bool> boolean(std::string_view text) {
  if (text == "true" || text == "1") return true;
  if (text == "false" || text == "0") return false;
  return std::nullopt;
}

std::optional<std::int64_t> integer(std::string_view text) {
  const auto number = take_number(text);
  if (!number) return std::nullopt;
  return static_cast<std::int64_t>(std::clamp(*number, -2147483648.0, 2147483647.0));
}

std::int64_t integer_or(std::string_view text, std::int64_t otherwise) {
  return integer(text).value_or(otherwise);
}

std::optional<Length> length(std::string_view text) {
  text = trimmed(text);
  const auto number = take_number(text);
  if (!number) return std::nullopt;
  const auto unit = emu_of(text);
  if (!unit && (!text.empty() || *number != 0)) return std::nullopt;
  const double exact = std::clamp(*number * unit.value_or(0), -longest_emu, longest_emu);
  const double hundredths = std::round(exact / 360.0);
  return twips(static_cast<std::int64_t>(std::round(hundredths * 1440.0 / 2540.0)));
}

Length length_or(std::string_view text, Length otherwise) {
  return length(text).value_or(otherwise);
}

std::optional<double> percent(std::string_view text) {
  text = trimmed(text);
  const auto number = take_number(text);
  if (!number || text != "%") return std::nullopt;
  return std::clamp(*number, -100'000.0, 100'000.0);
}

std::optional<Color> color(std::string_view text) {
  text = trimmed(text);
  if (!text.starts_with('#')) return std::nullopt;
  return parse_hex_color(text);
}

std::string_view next_word(std::string_view& text) {
  text = trimmed(text);
  const auto end = std::min(text.find(' '), text.size());
  const auto word = text.substr(0, end);
  text = trimmed(text.substr(end));
  return word;
}

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = (a ^ b) * 0x9E3779B97F4A7C15u;
  x = (x ^ (x >> 29)) * 0xBF58476D1CE4E5B9u;
  return x ^ (x >> 32) ^ a << 7;
}

std::uint64_t content_hash(pugi::xml_node element) {
  return hash_node(0x5A8AB4, element);
}

} // namespace saraban::odt
