// A page before its text: margins, header, footer, columns.
#pragma once

#include "layout/flow.h"

namespace saraban::layout {

enum class Parity { odd, even };

struct PageFrame {
  const document::Section* section = nullptr;
  Size size;
  Rect margins; ///< As the section says: what positions are relative to.
  Rect body;    ///< Between header and footer.
  Rect inner;   ///< `margins`, or `body` where Settings::stories_inside_margins.
  Parity parity = Parity::odd;
};

enum class PageKind { first_of_section, other };

/// The text area by margins, gutter and mirroring. Never without height or width.
PageFrame frame_of(const document::Section& section, Parity parity,
                   const document::Settings& settings);

/// Header and footer of this page, on the page; the frame's body gives way to them.
std::vector<Fragment> lay_header_and_footer(PageFrame& frame, PageKind kind, Context& context);

/// Borders round a page (ECMA-376 17.6.10).
void draw_page_borders(std::vector<page::Item>& items, const PageFrame& frame, PageKind kind);

struct ColumnPlace {
  Length left, width; ///< From the text area's left edge.
};
/// The columns of a section, from left to right, in an area `width` wide.
std::vector<ColumnPlace> columns_of(const document::Section& section, Length width);

Surroundings surroundings_of(const PageFrame& frame, const ColumnPlace& column);

} // namespace saraban::layout
