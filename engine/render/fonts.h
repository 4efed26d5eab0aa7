// The fonts of a PDF file: one subset a face, written when all text is known.
#pragma once

#include "page/page.h"
#include "render/embed/subset.h"
#include "render/objects.h"

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::render {

/// Type 0 fonts with CIDFontType2 descendants and Identity-H: codes are the subset's glyphs
/// (ISO 32000-1, 9.7).
class Fonts {
public:
  /// Borrows the faces.
  explicit Fonts(const page::Pages& pages);

  struct Shown {
    std::size_t font = 0; ///< Its resource name is "F" and this number.
    embed::Subset::Placed placed;
    double width = 0; ///< The advance in thousandths of an em, as the file says it.
  };
  /// A face's number (page::GlyphRun::face) must have passed `has_face`.
  bool has_face(std::uint32_t face) const;
  Shown place(std::uint32_t face, std::span<const page::Glyph> glyphs, std::string_view text);
  int units_per_em(std::uint32_t face) const;
  std::uint32_t glyph_of(std::uint32_t face, char32_t code) const; ///< 0 when absent.

  /// A font for text that other programs will type: Latin 1 and Thai, a glyph for each character
  /// that the face has and no clusters. The number of the font object.
  static int write_characters(const std::shared_ptr<const font::Face>& face, Objects& objects);

  /// Writes all fonts; the entries of a resource dictionary's /Font.
  std::string write(Objects& objects) const;

private:
  const page::Pages& pages_;
  std::vector<std::size_t> subset_of_face_; ///< By face: its current subset, + 1; 0 for none yet.
  std::deque<embed::Subset> subsets_;
};

} // namespace saraban::render
