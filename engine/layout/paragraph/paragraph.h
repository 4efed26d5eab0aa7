// Paragraphs to lines: prepared once (fonts, glyphs, legal breaks), broken as often as needed.
#pragma once

#include "document/document.h"
#include "layout/paragraph/context.h"
#include "layout/paragraph/line.h"

#include <memory>
#include <string_view>
#include <vector>

namespace saraban::layout {

/// collect → itemise → shape, independent of any width (layout/prepared.h). The paragraph must stay
/// where it is as long as this is used.
struct Prepared;
using PreparedParagraph = std::shared_ptr<const Prepared>;

PreparedParagraph prepare(const document::Paragraph& paragraph, Context& context);

/// Fields show what Context::fields said when it was prepared: prepare again when that changes.
bool has_fields(const Prepared& paragraph);
/// What findings.h counts bytes of: text as it is, fields as shown, tabs and breaks one byte each,
/// drawings and notes none.
std::string_view text_of(const Prepared& paragraph);
const document::ParagraphFormat& format_of(const Prepared& paragraph);

/// Where the next line begins; starts at the paragraph's beginning.
struct Cursor {
  std::size_t position = 0; ///< Into the prepared units; means nothing outside.
  bool first = true;        ///< No line was made yet: first-line indent, label.
  bool done = false;        ///< Nothing is left; a paragraph has at least one line.
};

enum class Progress {
  forced, ///< A line always takes something, however narrow it is.
  if_fits ///< An empty line (start == end, not done) when not even one break unit fits.
};

/// The room for one line. Indents of the paragraph are taken off the column, then what floats leave
/// free (`left` to `right`) is intersected with the rest. On a line torn by a float call next_line
/// once for each free part and give all parts the largest height and baseline.
struct LineSpace {
  Length column_width;
  std::optional<Length> left, right; ///< Free part, from the column's left edge; none: all of it.
  Length grid_pitch;                 ///< Section's LineGrid; 0 for none (and in tables).
  Progress progress = Progress::forced;
};

/// The line at `cursor`, which moves on behind it. First fit, as Word breaks.
Line next_line(const Prepared& paragraph, Cursor& cursor, const LineSpace& space, Context& context);
/// A good guess of the next line's height, to ask for the room before it is known.
Length line_height_at(const Prepared& paragraph, const Cursor& cursor, Length grid_pitch,
                      const Context& context);
/// Of the first line, by the same guess: what its rule keeps free below it.
Length first_line_gap(const Prepared& paragraph, const Context& context);
/// All lines in columns of one width.
std::vector<Line> break_lines(const Prepared& paragraph, const LineSpace& space, Context& context);

/// Widths for tables that fit their content: of the widest unbreakable unit, and of the paragraph
/// on one line (broken only where it says so). Indents are inside.
struct NaturalWidths {
  Length minimum, maximum;
};
NaturalWidths natural_widths(const Prepared& paragraph, Context& context);

} // namespace saraban::layout
