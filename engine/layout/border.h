// Border lines: which of two wins, how thick they are, and the rules that draw them.
#pragma once

#include "document/format.h"
#include "page/page.h"

#include <vector>

namespace saraban::layout {

/// Of the whole line, with all its strokes and gaps; 0 for none.
Length thickness(const document::Border& border);

/// Two adjacent cells' lines on one edge: the heavier, then the more elaborate, then the darker one
/// (ECMA-376 17.4.66).
const document::Border& stronger(const document::Border& a, const document::Border& b);

/// Draws a border whose middle runs from `from` to `to`, horizontally or vertically.
void draw_border(std::vector<page::Item>& items, const document::Border& border, Point from,
                 Point to);

/// Draws the four sides round `box`: lines lie outside it, at their own space.
void draw_box(std::vector<page::Item>& items, const document::Borders& borders, const Rect& box);

page::Dash dash_of(document::LineStyle style);

/// One line of `border`'s width from corner to corner of a cell.
void draw_diagonal(std::vector<page::Item>& items, const document::Border& border, Point from,
                   Point to);

} // namespace saraban::layout
