// Space between paragraphs.
#pragma once

#include "document/document.h"

namespace saraban::layout {

/// Where a paragraph stands among its neighbours; null at an end or beside a table.
struct Neighbours {
  const document::ParagraphFormat* previous = nullptr;
  const document::ParagraphFormat* next = nullptr;
  bool starts_cell = false; ///< Automatic spacing collapses at the start of a cell.
};

/// Spacing before and after of one paragraph: contextual and automatic spacing resolved.
Length space_before(const document::ParagraphFormat& format,
                    const document::ParagraphFormat* previous);
Length space_after(const document::ParagraphFormat& format, const document::ParagraphFormat* next);

/// Between two blocks: the larger of after and before, or both (Settings::word_spacing_rules).
Length space_between(const document::ParagraphFormat* previous,
                     const document::ParagraphFormat* next, const document::Settings& settings);

/// A space below one thing and one above the next.
Length joined(Length after, Length before, const document::Settings& settings);

/// Adjacent paragraphs whose borders and indents are equal share one box (ECMA-376 17.3.1.24).
bool share_borders(const document::ParagraphFormat& a, const document::ParagraphFormat& b);
bool has_borders(const document::Borders& borders);

} // namespace saraban::layout
