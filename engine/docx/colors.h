// Colours: theme, highlight names, shading patterns (ECMA-376 Part 1, 17.3.2.6, 17.3.5, 20.1.6.2).
#pragma once

#include "base/color.h"

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace saraban::docx {

/// A theme's colours by scheme name (dk1, accent1, hlink …) and the document's mapping of text and
/// background to them.
struct ThemeColors {
  std::map<std::string, Color, std::less<>> scheme;
  std::map<std::string, std::string, std::less<>> mapping; ///< bg1 → light1 …

  /// `name` in either vocabulary: "accent1", "text1", "tx1", "dark1", "dk1"; nothing for others.
  std::optional<Color> find(std::string_view name) const;
};

void read_color_scheme(pugi::xml_node theme_elements, ThemeColors& out);
void read_color_mapping(pugi::xml_node settings, ThemeColors& out);

struct TextColor {
  Color color = black;
  bool automatic = true;
  bool operator==(const TextColor&) const = default;
};

/// From attributes like w:val, w:themeColor, w:themeTint, w:themeShade of an element, given the
/// first one's name; `prefix` is "theme" or "themeFill".
TextColor read_color(pugi::xml_node element, const char* plain, const char* prefix,
                     const ThemeColors& theme);
/// CT_Shd: a pattern is shown as the mixture of its two colours; nothing for none.
std::optional<Color> read_shading(pugi::xml_node shd, const ThemeColors& theme);
/// ST_HighlightColor; nothing for "none".
std::optional<Color> highlight_color(std::string_view name);
/// DrawingML colour: the first colour child of `parent`, with its transformations.
std::optional<Color> read_drawing_color(pugi::xml_node parent, const ThemeColors& theme,
                                        std::optional<Color> placeholder = {});

Color mixed(Color a, Color b, int percent_of_b);

} // namespace saraban::docx
