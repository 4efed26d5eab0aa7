// One line of a paragraph: where its ink goes, relative to its own top left corner.
#pragma once

#include "base/geometry.h"
#include "document/document.h"
#include "page/page.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace saraban::layout {

/// A drawing that stands in the line like a character; who places the line paints it
/// (layout/drawing) after the line's items.
struct InlineDrawing {
  std::uint32_t drawing = 0; ///< Index into Document::drawings.
  Rect box;                  ///< Of Drawing::size, relative as all of the line.
};

/// A drawing whose anchor stands in the line: laid out beside it by who places the line.
struct AnchoredDrawing {
  std::uint32_t drawing = 0;
  Length x; ///< Of the character place of the anchor (RelativeTo::character).
};

/// x counts from the column's left edge (indents are inside), y from the line's top.
struct Line {
  Length height;          ///< Distance to the next line's top; spacing rule and grid are in it.
  Length gap;             ///< Below it, where another line or paragraph follows.
  Length baseline;        ///< From the line's top.
  Length left, width;     ///< Of what stands on it, without the spaces hanging at its end.
  Length ascent, descent; ///< Natural, about the baseline: before the spacing rule.
  std::vector<page::Item> items; ///< Backgrounds, glyphs, rules, links, destinations, fields;
                                 ///< tags only for label and link (balanced within the line).
  std::vector<InlineDrawing> drawings;
  std::vector<AnchoredDrawing> anchors;
  std::vector<std::uint32_t> notes; ///< Indexes into Document::notes, in order.
  std::size_t start = 0, end = 0;   ///< Bytes in the paragraph's text (document/findings.h).
  std::optional<document::BreakKind> break_after; ///< The break that ended it.
  bool first = false, last = false;               ///< Of its paragraph.
};

} // namespace saraban::layout
