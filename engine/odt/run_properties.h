// What one place says about characters: a style, a default, a list level (ODF 1.3 Part 3, 17.5
// style:text-properties).
#pragma once

#include "document/format.h"
#include "odt/fonts.h"

#include <array>
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>

namespace saraban::odt {

/// A font size, or a share of (percent) or a difference to (relative) the parent's.
struct FontSize {
  enum class Kind { absolute, percent, relative } kind = Kind::absolute;
  Length length; ///< For absolute and relative.
  double percent = 100;
};

/// What holds for the characters of one kind of script: western, Asian, complex.
struct FaceProperties {
  std::optional<std::string> family, language;
  std::optional<FontSize> size;
  std::optional<bool> bold, italic;
};
enum Slot { western, asian, complex_script, slot_count };

/// style:text-position.
struct TextPosition {
  document::VerticalPosition automatic = document::VerticalPosition::baseline;
  double raise_percent = 0, size_percent = 100;
};

/// Absent members are not said.
struct RunProperties {
  std::array<FaceProperties, slot_count> faces;
  std::optional<std::optional<Color>> color; ///< No colour: automatic.
  std::optional<std::optional<Color>> background;
  std::optional<document::Underline> underline;
  std::optional<std::optional<Color>> underline_color;
  std::optional<document::Strike> strike;
  std::optional<document::Caps> caps; ///< none and all; small ones are apart.
  std::optional<bool> small_caps, hidden, outline, shadow, emboss, imprint, kerning;
  std::optional<TextPosition> position;
  std::optional<Length> spacing;
  std::optional<int> scale_percent;
  std::optional<document::Border> border;
};

RunProperties read_run_properties(pugi::xml_node text_properties, const FontFaces& fonts);
/// What `over` says replaces what `base` says; sizes in percent are of the base's.
void overlay(RunProperties& base, const RunProperties& over);

document::RunFormat to_format(const RunProperties& properties);

/// "0.06pt solid #000000" with its style:border-line-width beside it (20.183, 20.253).
document::Border read_border(std::string_view text, std::string_view line_width);

} // namespace saraban::odt
