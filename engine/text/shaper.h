// Runs of characters to glyphs, remembering every word shaped.
#pragma once

#include "font/fonts.h"
#include "text/script.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::text {

/// In design units of the face, y upwards.
struct ShapedGlyph {
  std::uint32_t id = 0;
  std::int32_t advance = 0, x_offset = 0, y_offset = 0;
  std::uint32_t cluster = 0; ///< Byte of the word where its cluster starts.
};

/// A word's glyphs, left to right.
struct ShapedWord {
  std::vector<ShapedGlyph> glyphs;
  std::int64_t advance = 0;   ///< Sum, in design units.
  std::uint32_t clusters = 0; ///< Places where spacing may go: bases with their marks.
  bool missing = false;       ///< A character has no glyph in this face.
};

enum class Kerning : std::uint8_t { off, on };

/// Shapes by HarfBuzz. A word is shaped once for each face, script and kerning; what is returned
/// stays valid as long as the shaper. One thread.
class Shaper {
public:
  Shaper();
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  /// `word` is at most 4,096 bytes of UTF-8 of one script; the choice's face and advances must
  /// outlive the shaper.
  const ShapedWord& shape(const font::Choice& choice, Script script, Kerning kerning,
                          std::string_view word);
  std::size_t word_count() const; ///< Remembered.

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace saraban::text
