// Colours of text, borders and shading, from themes and names.
#include "docx/colors.h"

#include "docx/part/elements.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace saraban::docx {
namespace {

struct Hsl {
  double h = 0, s = 0, l = 0;
};

Hsl to_hsl(Color c) {
  const double r = c.red / 255.0, g = c.green / 255.0, b = c.blue / 255.0;
  const double high = std::max({r, g, b}), low = std::min({r, g, b}), d = high - low;
  Hsl out{0, 0, (high + low) / 2};
  if (d == 0) return out;
  out.s = out.l > 0.5 ? d / (2 - high - low) : d / (high + low);
  if (high == r)
    out.h = (g - b) / d + (g < b ? 6 : 0);
  else if (high == g)
    out.h = (b - r) / d + 2;
  else
    out.h = (r - g) / d + 4;
  out.h /= 6;
  return out;
}

double channel(double p, double q, double t) {
  t -= std::floor(t);
  if (t < 1.0 / 6) return p + (q - p) * 6 * t;
  if (t < 0.5) return q;
  if (t < 2.0 / 3) return p + (q - p) * (2.0 / 3 - t) * 6;
  return p;
}

std::uint8_t byte(double x) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(x, 0.0, 1.0) * 255));
}

Color to_rgb(Hsl c, std::uint8_t alpha) {
  c.l = std::clamp(c.l, 0.0, 1.0), c.s = std::clamp(c.s, 0.0, 1.0);
  const double q = c.l < 0.5 ? c.l * (1 + c.s) : c.l + c.s - c.l * c.s, p = 2 * c.l - q;
  return {byte(channel(p, q, c.h + 1.0 / 3)), byte(channel(p, q, c.h)),
          byte(channel(p, q, c.h - 1.0 / 3)), alpha};
}

/// 17.3.2.6: the tint or shade byte scales the luminance towards white or black.
Color tinted(Color color, std::string_view tint, std::string_view shade) {
  auto hsl = to_hsl(color);
  if (const auto n = hexadecimal(tint))
    hsl.l = hsl.l * (*n / 255.0) + (1 - *n / 255.0);
  else if (const auto m = hexadecimal(shade))
    hsl.l *= *m / 255.0;
  else
    return color;
  return to_rgb(hsl, color.alpha);
}

/// Word writes the plain colour beside the theme's, rounded its own way: that is what it shows.
bool is_rounding_of(Color written, Color exact) {
  const auto near = [](int a, int b) { return a - b <= 2 && b - a <= 2; };
  return near(written.red, exact.red) && near(written.green, exact.green) &&
         near(written.blue, exact.blue);
}

/// Names of settings' and runs' vocabulary to the scheme's.
std::string_view scheme_name(std::string_view name) {
  constexpr Word<std::string_view> words[] = {
      {"dark1", "dk1"},  {"light1", "lt1"},      {"dark2", "dk2"},
      {"light2", "lt2"}, {"hyperlink", "hlink"}, {"followedHyperlink", "folHlink"},
  };
  return meaning_or(name, name, words);
}

std::string_view mapping_name(std::string_view name) {
  constexpr Word<std::string_view> words[] = {
      {"text1", "t1"}, {"background1", "bg1"}, {"text2", "t2"}, {"background2", "bg2"},
      {"tx1", "t1"},   {"tx2", "t2"},          {"t1", "t1"},    {"t2", "t2"},
      {"bg1", "bg1"},  {"bg2", "bg2"},
  };
  return meaning_or(name, std::string_view(), words);
}

std::string_view standard_mapping(std::string_view name) {
  constexpr Word<std::string_view> words[] = {
      {"t1", "dk1"}, {"bg1", "lt1"}, {"t2", "dk2"}, {"bg2", "lt2"}};
  return meaning_or(name, std::string_view(), words);
}

/// Share of the pattern's own colour, in percent (17.18.78).
int pattern_percent(std::string_view pattern) {
  if (pattern == "solid") return 100;
  if (pattern.starts_with("pct"))
    return static_cast<int>(std::clamp<std::int64_t>(integer_or(pattern.substr(3), 0), 0, 100));
  if (pattern.starts_with("thin")) return 25;
  const bool plain = pattern.empty() || pattern == "clear" || pattern == "nil";
  return plain ? 0 : 50;
}

/// Transformations that DrawingML colours carry (20.1.2.3), in their order.
Color transformed(Color color, pugi::xml_node element) {
  for (const auto& child : element.children()) {
    const std::string_view name = child.name();
    const double share = static_cast<double>(integer_or(attribute(child, "val"), 0)) / 100'000;
    auto hsl = to_hsl(color);
    if (name == "a:lumMod")
      hsl.l *= share;
    else if (name == "a:lumOff")
      hsl.l += share;
    else if (name == "a:satMod")
      hsl.s *= share;
    else if (name == "a:satOff")
      hsl.s += share;
    else if (name == "a:shade")
      hsl.l *= share;
    else if (name == "a:tint")
      hsl.l = hsl.l * share + (1 - share);
    else if (name == "a:hueOff")
      hsl.h += share * 100'000 / 21'600'000;
    else if (name == "a:alpha") {
      color.alpha = byte(share);
      continue;
    } else
      continue;
    color = to_rgb(hsl, color.alpha);
  }
  return color;
}

std::optional<Color> preset_color(std::string_view name) {
  constexpr Word<Color> words[] = {
      {"black", {0, 0, 0, 255}},        {"white", {255, 255, 255, 255}},
      {"red", {255, 0, 0, 255}},        {"green", {0, 128, 0, 255}},
      {"blue", {0, 0, 255, 255}},       {"yellow", {255, 255, 0, 255}},
      {"cyan", {0, 255, 255, 255}},     {"magenta", {255, 0, 255, 255}},
      {"gray", {128, 128, 128, 255}},   {"grey", {128, 128, 128, 255}},
      {"silver", {192, 192, 192, 255}}, {"orange", {255, 165, 0, 255}},
      {"navy", {0, 0, 128, 255}},       {"maroon", {128, 0, 0, 255}},
      {"purple", {128, 0, 128, 255}},   {"teal", {0, 128, 128, 255}},
      {"lime", {0, 255, 0, 255}},       {"olive", {128, 128, 0, 255}},
      {"aqua", {0, 255, 255, 255}},     {"fuchsia", {255, 0, 255, 255}},
      {"gold", {255, 215, 0, 255}},     {"pink", {255, 192, 203, 255}},
  };
  return meaning(name, words);
}

std::optional<Color> base_color(pugi::xml_node child, const ThemeColors& theme,
                                std::optional<Color> placeholder) {
  const std::string_view name = child.name();
  if (name == "a:srgbClr") return parse_hex_color(attribute(child, "val"));
  if (name == "a:sysClr") return parse_hex_color(attribute(child, "lastClr"));
  if (name == "a:prstClr") return preset_color(attribute(child, "val"));
  if (name == "a:schemeClr") {
    if (attribute(child, "val") == "phClr") return placeholder;
    return theme.find(attribute(child, "val"));
  }
  return std::nullopt;
}

} // namespace

std::optional<Color> ThemeColors::find(std::string_view name) const {
  auto wanted = scheme_name(name);
  if (const auto mapped = mapping_name(name); !mapped.empty()) {
    const auto found = mapping.find(mapped);
    wanted = found == mapping.end() ? standard_mapping(mapped) : scheme_name(found->second);
  }
  const auto found = scheme.find(wanted);
  if (found == scheme.end()) return std::nullopt;
  return found->second;
}

void read_color_scheme(pugi::xml_node theme_elements, ThemeColors& out) {
  for (const auto& entry : theme_elements.child("a:clrScheme").children()) {
    const std::string_view name = entry.name();
    if (const auto color = read_drawing_color(entry, out); color && name.starts_with("a:"))
      out.scheme[std::string(name.substr(2))] = *color;
  }
}

void read_color_mapping(pugi::xml_node settings, ThemeColors& out) {
  for (const auto& a : settings.child("w:clrSchemeMapping").attributes()) {
    const std::string_view name = a.name();
    if (name.starts_with("w:")) out.mapping[std::string(name.substr(2))] = a.value();
  }
}

TextColor read_color(pugi::xml_node element, const char* plain, const char* prefix,
                     const ThemeColors& theme) {
  const std::string base = std::string("w:") + prefix;
  const std::string name = base == "w:theme" ? "w:themeColor" : base;
  const auto written = parse_hex_color(attribute(element, plain));
  if (const auto color = theme.find(attribute(element, name.c_str()))) {
    const auto shown = tinted(*color, attribute(element, (base + "Tint").c_str()),
                              attribute(element, (base + "Shade").c_str()));
    return {written && is_rounding_of(*written, shown) ? *written : shown, false};
  }
  if (written) return {*written, false};
  return {};
}

std::optional<Color> read_shading(pugi::xml_node shd, const ThemeColors& theme) {
  if (!shd) return std::nullopt;
  const int percent = pattern_percent(value(shd));
  const auto fill = read_color(shd, "w:fill", "themeFill", theme);
  const auto front = read_color(shd, "w:color", "theme", theme);
  if (percent == 0 || value(shd) == "nil")
    return fill.automatic ? std::nullopt : std::optional(fill.color);
  return mixed(fill.automatic ? white : fill.color, front.color, percent);
}

std::optional<Color> highlight_color(std::string_view name) {
  constexpr Word<Color> words[] = {
      {"black", {0, 0, 0, 255}},          {"blue", {0, 0, 255, 255}},
      {"cyan", {0, 255, 255, 255}},       {"green", {0, 255, 0, 255}},
      {"magenta", {255, 0, 255, 255}},    {"red", {255, 0, 0, 255}},
      {"yellow", {255, 255, 0, 255}},     {"white", {255, 255, 255, 255}},
      {"darkBlue", {0, 0, 128, 255}},     {"darkCyan", {0, 128, 128, 255}},
      {"darkGreen", {0, 128, 0, 255}},    {"darkMagenta", {128, 0, 128, 255}},
      {"darkRed", {128, 0, 0, 255}},      {"darkYellow", {128, 128, 0, 255}},
      {"darkGray", {128, 128, 128, 255}}, {"lightGray", {192, 192, 192, 255}},
  };
  return meaning(name, words);
}

std::optional<Color> read_drawing_color(pugi::xml_node parent, const ThemeColors& theme,
                                        std::optional<Color> placeholder) {
  for (const auto& child : parent.children())
    if (const auto color = base_color(child, theme, placeholder)) return transformed(*color, child);
  return std::nullopt;
}

Color mixed(Color a, Color b, int percent_of_b) {
  const auto channel_of = [&](int x, int y) {
    return static_cast<std::uint8_t>((x * (100 - percent_of_b) + y * percent_of_b + 50) / 100);
  };
  return {channel_of(a.red, b.red), channel_of(a.green, b.green), channel_of(a.blue, b.blue), 255};
}

} // namespace saraban::docx
