// A paragraph ready to be broken: its characters as measured units in logical order.
#pragma once

#include "document/document.h"
#include "layout/paragraph/styles.h"
#include "text/breaks.h"

#include <string>
#include <utility>
#include <vector>

namespace saraban::layout {

enum class UnitKind : std::uint8_t {
  word,           ///< Glyphs between two places where a line may end or the style changes.
  space,          ///< Spaces: hang over a line's end, and open when it is justified.
  control,        ///< A zero-width character that is not drawn.
  tab,            ///< Tab, PositionalTab or, when `is_label`, the suffix of the list label.
  line_break,     ///< Any document::Break.
  inline_drawing, ///< Stands on the baseline.
  blank,          ///< Dots to write on; one without a width of its own takes what the line leaves.
  mark            ///< Takes no room: anchors, notes, bookmarks, links, form fields.
};

struct Unit {
  UnitKind kind = UnitKind::word;
  text::Opportunity break_after = text::Opportunity::none;
  bool is_label = false;
  bool soft_hyphen = false;                 ///< A hyphen is drawn when the line ends after it.
  std::uint32_t start = 0, end = 0;         ///< Bytes in Prepared::text.
  std::uint32_t source = 0;                 ///< Index into Paragraph::inlines, for all but text.
  const Style* style = nullptr;             ///< Of marks: of what stands before.
  const text::ShapedWord* glyphs = nullptr; ///< Of words and spaces.
  Length width;                             ///< Character spacing is in it; 0 for tabs.
  Length height;                            ///< Of inline drawings.
  const document::AxisPosition* in_line = nullptr; ///< Of inline drawings not on the baseline.
};

struct Prepared {
  const document::Paragraph* paragraph = nullptr;
  const document::ParagraphFormat* format = nullptr;
  std::string text; ///< As shown: label, fields, note marks and capitals are in it.
  /// Ranges of `text` that the document's text does not have (findings.h): label, note marks.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> uncounted;
  std::string counted; ///< `text` without them; empty when there are none.
  std::vector<Unit> units;
  const Style* mark = nullptr; ///< Of the paragraph mark: gives an empty line its height.
  bool has_fields = false, has_links = false, has_form_fields = false;
};

} // namespace saraban::layout
