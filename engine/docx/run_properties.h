// What one place says about characters: a style, a default, a run (ECMA-376 Part 1, 17.3.2).
#pragma once

#include "document/format.h"
#include "docx/colors.h"
#include "docx/fonts.h"

#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>

namespace saraban::docx {

struct Theme {
  ThemeColors colors;
  ThemeFonts fonts;
  std::vector<Length> line_widths; ///< a:lnStyleLst.

  /// Of line style `index`, from 1 (20.1.4.2.19).
  Length line_width(int index) const;
};

/// Properties that styles of different kinds combine by exclusive or (17.7.3).
enum class Toggle {
  bold,
  bold_complex,
  italic,
  italic_complex,
  caps,
  small_caps,
  strike,
  emboss,
  imprint,
  outline,
  shadow,
  vanish,
  count
};

struct Toggles {
  std::uint16_t said = 0, on = 0; ///< A bit each.
  void set(Toggle t, bool value);
  std::optional<bool> get(Toggle t) const;
};

/// Absent members are not said.
struct RunProperties {
  std::optional<std::string> ascii, high_ansi, east_asian, complex; ///< Families.
  std::optional<Length> size, size_complex;
  Toggles toggles;
  std::optional<bool> double_strike, use_complex, right_to_left, snap_to_grid;
  std::optional<TextColor> color;
  std::optional<std::optional<Color>> highlight, shading;
  std::optional<document::Underline> underline;
  std::optional<std::optional<Color>> underline_color;
  std::optional<document::VerticalPosition> vertical;
  std::optional<Length> raise, spacing, kerning_from;
  std::optional<int> scale_percent;
  std::optional<document::Border> border;
  std::optional<std::string> language, language_east_asian, language_complex;
  std::string style; ///< w:rStyle: its id.
};

RunProperties read_run_properties(pugi::xml_node rpr, const Theme& theme);
/// What `over` says replaces what `base` says.
void overlay(RunProperties& base, const RunProperties& over);
/// One style's toggles on top of those of another kind (17.7.3).
void combine(RunProperties& base, const RunProperties& over);

document::RunFormat to_format(const RunProperties& properties);

/// CT_Border. `space` is in points.
document::Border read_border(pugi::xml_node element, const Theme& theme);

} // namespace saraban::docx
