// Reading style attributes.
#include "rich/html/declarations.h"

#include "base/color.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace saraban::rich::html {
namespace {

constexpr std::pair<std::string_view, std::string_view> color_names[] = {
    {"aqua", "00FFFF"},    {"black", "000000"},     {"blue", "0000FF"},      {"brown", "A52A2A"},
    {"cyan", "00FFFF"},    {"darkblue", "00008B"},  {"darkgreen", "006400"}, {"darkred", "8B0000"},
    {"fuchsia", "FF00FF"}, {"gold", "FFD700"},      {"gray", "808080"},      {"green", "008000"},
    {"grey", "808080"},    {"lightgray", "D3D3D3"}, {"lightgrey", "D3D3D3"}, {"lime", "00FF00"},
    {"magenta", "FF00FF"}, {"maroon", "800000"},    {"navy", "000080"},      {"olive", "808000"},
    {"orange", "FFA500"},  {"pink", "FFC0CB"},      {"purple", "800080"},    {"red", "FF0000"},
    {"silver", "C0C0C0"},  {"teal", "008080"},      {"white", "FFFFFF"},     {"yellow", "FFFF00"}};

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// The leading number; `rest` is what stands behind it.
std::optional<double> number_of(std::string_view text, std::string_view& rest) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  rest = trimmed(text.substr(static_cast<std::size_t>(end - text.data())));
  return value;
}

std::string color_of_function(std::string_view value) {
  const std::size_t open = value.find('(');
  std::array<int, 3> parts{};
  std::string_view rest = value.substr(open + 1);
  for (int& part : parts) {
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == ',')) rest.remove_prefix(1);
    auto number = number_of(rest, rest);
    if (!number) return {};
    if (rest.starts_with('%')) number = *number * 2.55, rest.remove_prefix(1);
    part = static_cast<int>(std::clamp(*number, 0.0, 255.0));
  }
  return fmt::format("{:02X}{:02X}{:02X}", parts[0], parts[1], parts[2]);
}

void follow_decoration(std::string_view value, Marks& marks) {
  if (value.find("underline") != std::string_view::npos) marks.underline = true;
  if (value.find("line-through") != std::string_view::npos) marks.strike = true;
  if (value == "none") marks.underline = marks.strike = false;
}

void follow_size(std::string_view value, Marks& marks) {
  const auto size = length_of(value);
  if (!size || *size <= Length{}) return;
  marks.half_points = static_cast<int>(std::clamp(size->points() * 2 + 0.5, 2.0, 1000.0));
}

void follow_font(std::string_view value, Marks& marks) {
  std::string_view first = trimmed(value.substr(0, value.find(',')));
  if (first.size() > 2 && (first.front() == '\'' || first.front() == '"'))
    first = first.substr(1, first.size() - 2);
  if (first == "monospace")
    marks.code = true;
  else if (first != "serif" && first != "sans-serif" && first != "inherit" && first.size() < 100)
    marks.font = first;
}

void follow(std::string_view name, std::string_view value, State& state) {
  Marks& marks = state.marks;
  const std::string word = lower(value);
  if (name == "font-weight")
    marks.bold = word.starts_with("bold") || (word.size() == 3 && word >= "600" && word < "999");
  else if (name == "font-style")
    marks.italic = word == "italic" || word == "oblique";
  else if (name == "text-decoration" || name == "text-decoration-line")
    follow_decoration(word, marks);
  else if (name == "vertical-align")
    marks.superscript = word == "super", marks.subscript = word == "sub";
  else if (name == "color")
    marks.color = color_of(word);
  else if (name == "background-color" || name == "background")
    marks.highlight = color_of(word);
  else if (name == "font-size")
    follow_size(word, marks);
  else if (name == "font-family")
    follow_font(value, marks);
  else if (name == "text-align")
    state.alignment = alignment_of(word);
  else if (name == "white-space")
    state.keeps_space = word.starts_with("pre");
}

template <class Act>
void each_declaration(std::string_view declarations, Act act) {
  while (!declarations.empty()) {
    const std::size_t end = std::min(declarations.find(';'), declarations.size());
    const std::string_view one = declarations.substr(0, end);
    declarations.remove_prefix(std::min(end + 1, declarations.size()));
    const std::size_t colon = one.find(':');
    if (colon == std::string_view::npos) continue;
    act(lower(trimmed(one.substr(0, colon))), trimmed(one.substr(colon + 1)));
  }
}

} // namespace

std::string color_of(std::string_view value) {
  value = trimmed(value);
  if (value.starts_with('#') && value.size() == 4)
    return color_of(std::string{'#', value[1], value[1], value[2], value[2], value[3], value[3]});
  if (const auto hex = parse_hex_color(value))
    return fmt::format("{:02X}{:02X}{:02X}", hex->red, hex->green, hex->blue);
  if (value.starts_with("rgb")) return color_of_function(value);
  const std::string name = lower(value);
  for (const auto& [known, hex] : color_names)
    if (known == name) return std::string(hex);
  return {};
}

Alignment alignment_of(std::string_view value) {
  const std::string word = lower(value);
  if (word == "center") return Alignment::center;
  if (word == "right" || word == "end") return Alignment::end;
  if (word == "justify") return Alignment::justify;
  return word == "left" || word == "start" ? Alignment::start : Alignment::as_is;
}

std::optional<Length> length_of(std::string_view value) {
  std::string_view unit;
  const auto number = number_of(trimmed(value), unit);
  if (!number || *number < 0 || *number > 100'000) return std::nullopt;
  const double inch = unit == "in"                   ? 1.0
                      : unit == "cm"                 ? 1 / 2.54
                      : unit == "mm"                 ? 1 / 25.4
                      : unit == "pt"                 ? 1 / 72.0
                      : unit == "px" || unit.empty() ? 1 / 96.0
                                                     : 0.0;
  if (inch == 0.0) return std::nullopt;
  return points(*number * inch * 72);
}

std::string_view declared(std::string_view declarations, std::string_view property) {
  std::string_view found;
  each_declaration(declarations, [&](const std::string& name, std::string_view value) {
    if (name == property) found = value;
  });
  return found;
}

void follow_style(std::string_view declarations, State& state) {
  each_declaration(declarations, [&](const std::string& name, std::string_view value) {
    follow(name, value, state);
  });
}

} // namespace saraban::rich::html
