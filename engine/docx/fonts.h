// Fonts that a document names through its theme, and fonts embedded in it.
#pragma once

#include "docx/read.h"

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace saraban::docx {

/// The theme's major and minor fonts (ECMA-376 Part 1, 20.1.4.1.16), with the languages that choose
/// among them (w:themeFontLang).
struct ThemeFonts {
  struct Collection {
    std::string latin, east_asian, complex;
    std::map<std::string, std::string, std::less<>> by_script; ///< "Thai" → typeface.
  };
  Collection major, minor;
  std::string east_asian_language, complex_language;

  /// A value of w:asciiTheme and its like; "" for unknown ones.
  std::string family(std::string_view name) const;
};

void read_font_scheme(pugi::xml_node theme_elements, ThemeFonts& out);
void read_theme_languages(pugi::xml_node settings, ThemeFonts& out);

} // namespace saraban::docx
