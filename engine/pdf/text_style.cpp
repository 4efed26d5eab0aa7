// Default appearances: font, size and colour of a field's text.
#include "pdf/text_style.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace saraban::pdf {
namespace {

constexpr double largest = 1000;

std::optional<double> number_of(std::string_view token) {
  double n = 0;
  if (token.starts_with('+')) token.remove_prefix(1);
  const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), n);
  if (error != std::errc() || end != token.data() + token.size() || !std::isfinite(n))
    return std::nullopt;
  return n;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\0';
}

/// Names keep their slash and have their #xx decoded.
std::vector<std::string> tokens_of(std::string_view text) {
  std::vector<std::string> tokens;
  bool open = false;
  for (const char c : text) {
    if (is_space(c) || c == '[' || c == ']') {
      open = false;
      continue;
    }
    if (!open || c == '/') tokens.emplace_back();
    open = true;
    tokens.back() += c;
  }
  for (std::string& token : tokens)
    for (std::size_t at = 0; token.starts_with('/') && (at = token.find('#', at)) != token.npos;
         ++at) {
      unsigned code = 0;
      const auto digits = std::min<std::size_t>(2, token.size() - at - 1);
      const char* first = token.data() + at + 1;
      if (digits == 2 && std::from_chars(first, first + 2, code, 16).ptr == first + 2)
        token.replace(at, 3, 1, static_cast<char>(code));
    }
  return tokens;
}

std::uint8_t channel(double n) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(n, 0.0, 1.0) * 255));
}

Color color_of(const std::vector<double>& n) {
  if (n.size() == 1) return {channel(n[0]), channel(n[0]), channel(n[0])};
  if (n.size() == 3) return {channel(n[0]), channel(n[1]), channel(n[2])};
  const double light = 1 - std::clamp(n[3], 0.0, 1.0);
  return {channel((1 - n[0]) * light), channel((1 - n[1]) * light), channel((1 - n[2]) * light)};
}

/// The names that Acrobat gives to the standard fonts.
struct Abbreviation {
  std::string_view name, family;
  bool bold, italic;
};
constexpr Abbreviation abbreviations[] = {
    {"Helv", "Helvetica", false, false}, {"HeBo", "Helvetica", true, false},
    {"HeOb", "Helvetica", false, true},  {"HeBO", "Helvetica", true, true},
    {"TiRo", "Times", false, false},     {"TiBo", "Times", true, false},
    {"TiIt", "Times", false, true},      {"TiBI", "Times", true, true},
    {"Cour", "Courier", false, false},   {"CoBo", "Courier", true, false},
    {"CoOb", "Courier", false, true},    {"CoBO", "Courier", true, true},
};

bool has_subset_prefix(std::string_view name) {
  return name.size() > 7 && name[6] == '+' &&
         std::all_of(name.begin(), name.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

QPDFObjectHandle font_in(QPDFObjectHandle resources, const std::string& name) {
  if (!resources.isDictionary()) return QPDFObjectHandle::newNull();
  QPDFObjectHandle fonts = resources.getKey("/Font");
  return fonts.isDictionary() ? fonts.getKey("/" + name) : QPDFObjectHandle::newNull();
}

} // namespace

TextStyle parse_default_appearance(std::string_view operators) {
  TextStyle style;
  std::vector<std::string> operands;
  for (std::string& token : tokens_of(operators)) {
    if (token == "Tf" && operands.size() >= 2) {
      const std::string& font = operands[operands.size() - 2];
      if (font.starts_with('/')) style.font = font.substr(1);
      style.size = std::clamp(std::abs(number_of(operands.back()).value_or(0)), 0.0, largest);
    }
    const std::size_t channels = token == "g" ? 1 : token == "rg" ? 3 : token == "k" ? 4 : 0;
    if (channels != 0 && operands.size() >= channels) {
      std::vector<double> values;
      std::string text;
      for (std::size_t i = operands.size() - channels; i < operands.size(); ++i) {
        values.push_back(number_of(operands[i]).value_or(0));
        text += operands[i] + " ";
      }
      style.color = color_of(values);
      style.color_operators = text + token;
    }
    if (number_of(token) || token.starts_with('/'))
      operands.push_back(std::move(token));
    else
      operands.clear();
  }
  return style;
}

font::Request request_of(std::string_view base_font) {
  if (has_subset_prefix(base_font)) base_font.remove_prefix(7);
  for (const Abbreviation& known : abbreviations)
    if (base_font == known.name) return {std::string(known.family), known.bold, known.italic};
  const std::size_t cut = std::min(base_font.find_first_of(",-"), base_font.size());
  std::string family(base_font.substr(0, cut));
  const std::string style = lower(base_font.substr(cut));
  for (const std::string_view end : {"PSMT", "MT", "PS"})
    if (family.size() > end.size() && family.ends_with(end)) {
      family.resize(family.size() - end.size());
      break;
    }
  font::Request request{family, false, false};
  request.bold = style.find("bold") != style.npos || style.find("black") != style.npos;
  request.italic = style.find("italic") != style.npos || style.find("oblique") != style.npos;
  return request;
}

TextStyle text_style(const Widget& widget, QPDFObjectHandle form) {
  const bool has_form = form.isDictionary();
  QPDFObjectHandle appearance = attribute(widget.chain, "/DA");
  if (!appearance.isString() && has_form) appearance = form.getKey("/DA");
  TextStyle style =
      parse_default_appearance(appearance.isString() ? appearance.getStringValue() : "");
  QPDFObjectHandle font =
      has_form ? font_in(form.getKey("/DR"), style.font) : QPDFObjectHandle::newNull();
  if (!font.isDictionary()) font = font_in(attribute(widget.chain, "/DR"), style.font);
  QPDFObjectHandle base =
      font.isDictionary() ? font.getKey("/BaseFont") : QPDFObjectHandle::newNull();
  const std::string name = base.isName() ? name_text(base.getName()) : style.font;
  style.request = request_of(name.empty() ? "Helvetica" : name);
  return style;
}

} // namespace saraban::pdf
