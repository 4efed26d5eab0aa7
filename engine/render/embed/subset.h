// An embedded font in the making: each cluster of glyphs is one glyph of it.
#pragma once

#include "font/face.h"
#include "page/page.h"
#include "render/embed/glyphs.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace saraban::render::embed {

/// A cluster (base, marks, their offsets) is drawn by one composite glyph, so that no reader can
/// tear it apart. Where its text goes on with a non-spacing mark, readers would give the glyph no
/// width: then the glyph stands for the first character and a blank one after it for the rest.
class Subset {
public:
  explicit Subset(std::shared_ptr<const font::Face> face);

  struct Placed {
    std::uint16_t code = 0;
    std::uint16_t blank = 0;  ///< To be shown right after it; 0 for none.
    std::int32_t advance = 0; ///< Of the glyph in the file, design units.
  };
  /// The glyph of a cluster, made when it is new. Nothing when the font is full.
  std::optional<Placed> place(std::span<const page::Glyph> glyphs, std::string_view text);

  struct Entry {
    std::vector<page::Glyph> parts; ///< Offsets are from the cluster's start; none for a blank.
    std::string text;               ///< What it reads as.
    std::int32_t advance = 0;
  };
  /// By code; the first is .notdef.
  const std::vector<Entry>& entries() const { return entries_; }
  const font::Face& face() const { return *face_; }
  const Glyphs& glyphs() const { return glyphs_; }

private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  struct Single {
    std::uint32_t text = 0; ///< Its bytes, at most 4; 0 for no entry.
    Placed placed;
  };
  Placed add(std::span<const page::Glyph> glyphs, std::string_view text);
  std::uint16_t blank(std::string_view text);

  std::shared_ptr<const font::Face> face_;
  Glyphs glyphs_;
  std::vector<Entry> entries_;
  std::vector<Single> singles_; ///< By glyph: a lone unshifted glyph, the usual case.
  std::unordered_map<std::string, Placed, Hash, std::equal_to<>> clusters_;
  std::unordered_map<std::string, std::uint16_t, Hash, std::equal_to<>> blanks_;
  std::string key_;
};

/// The TrueType file of a subset: head hhea maxp hmtx loca glyf, glyph numbers are the codes.
struct FontFile {
  std::string bytes;
  std::array<int, 4> box{}; ///< Left, bottom, right, top; design units.
};
FontFile font_file(const Subset& subset);

} // namespace saraban::render::embed
