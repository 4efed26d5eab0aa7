// A run format and a character's kind to a face at a size, resolved once for each document.
#pragma once

#include "document/document.h"
#include "font/fonts.h"
#include "text/script.h"
#include "text/shaper.h"

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <vector>

namespace saraban::layout {

/// Faces in the order of their first use: indexes of page::GlyphRun::face.
class FaceTable {
public:
  std::uint32_t index_of(const std::shared_ptr<const font::Face>& face);
  const std::vector<std::shared_ptr<const font::Face>>& faces() const { return faces_; }

private:
  std::vector<std::shared_ptr<const font::Face>> faces_;
  std::map<const font::Face*, std::uint32_t> indexes_; ///< Looked up, never listed.
};

/// How the characters of one kind in one run format are drawn.
struct Style {
  const document::RunFormat* format = nullptr;
  const font::Choice* choice = nullptr;
  font::Request request;
  std::uint32_t face = 0; ///< Into the FaceTable.
  Length size;            ///< Nominal: superscript and small capitals are in it.
  Length drawn;           ///< Of the glyphs: a substitute's scale is in it too.
  Length raise;           ///< Baseline moved up by this.
  Length ascent, descent; ///< Of its line, about its own baseline.
  Length leading;         ///< External; Word has it above the ascent.
  text::Kerning kerning = text::Kerning::off;

  /// Design units of the face as drawn.
  Length width_of(std::int64_t units) const;
};

enum class Capitals : std::uint8_t { full, reduced }; ///< reduced: small capitals.

/// Styles by format, slot and size of capitals. References stay valid as long as the table.
class StyleTable {
public:
  StyleTable(const document::Document& document, const font::Fonts& fonts, FaceTable& faces);

  const Style& style(document::FormatIndex format, text::Slot slot, Capitals capitals);
  /// `style` with the face that has `code`; `style` itself when no face has it.
  const Style& fallback(const Style& style, char32_t code);

private:
  const Style& make(const document::RunFormat& format, text::Slot slot, Capitals capitals);
  void set_face(Style& style, const font::Choice& choice);
  const font::Choice& with_own_widths(const font::Choice& choice);

  const document::Document& document_;
  const font::Fonts& fonts_;
  FaceTable& faces_;
  std::deque<Style> styles_;
  std::map<const font::Choice*, font::Choice> own_widths_; ///< Stand-ins with their own widths.
  std::vector<std::array<const Style*, 8>> known_;         ///< By format, then slot and capitals.
  std::map<std::pair<const Style*, const font::Choice*>, const Style*> fallbacks_;
};

} // namespace saraban::layout
