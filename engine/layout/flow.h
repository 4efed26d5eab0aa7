// Blocks into a region: what fits goes in, the rest is a position to go on from.
#pragma once

#include "document/document.h"
#include "layout/exclusion.h"
#include "layout/fragment.h"
#include "layout/paragraph/context.h"
#include "layout/paragraph/paragraph.h"

#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace saraban::layout {

inline constexpr Length unbounded{std::numeric_limits<std::int64_t>::max() / 8};

struct TablePosition;

/// Where in a list of blocks a flow stands.
struct Position {
  std::size_t block = 0;
  Cursor line;
  PreparedParagraph paragraph;                ///< Set inside a paragraph: what `line` counts in.
  std::shared_ptr<const TablePosition> table; ///< Set inside a table.
};

/// A cell whose content has begun and goes on.
struct OpenCell {
  std::size_t row = 0, cell = 0; ///< Where the cell begins.
  Position position;
};

struct TablePosition {
  std::size_t row = 0;
  bool inside_row = false; ///< Its first part is placed.
  std::vector<OpenCell> open;
};

/// The page round a region, for what is placed relative to it; all on the page.
struct Surroundings {
  Size page;
  Rect margins;         ///< The text area of the page.
  Rect column;          ///< The column or the cell.
  bool odd_page = true; ///< inside and outside: on odd pages inside is left.
  bool in_cell = false;
};

enum class SpaceBefore { kept, suppressed }; ///< Of a paragraph at the region's top.
enum class Overflow {
  allowed,  ///< At the top of a page: something is taken, however little room there is.
  forbidden ///< Nothing is taken when nothing fits: the next region is larger.
};
enum class Breaks { obeyed, ignored };      ///< Page and column breaks.
enum class Notes { below_text, collected }; ///< Room for footnotes is kept free, or not.

struct Region {
  Length width;
  Length height = unbounded;
  Point origin; ///< On the page.
  Surroundings around;
  std::vector<Exclusion> exclusions; ///< On the page.
  Length grid_pitch;
  SpaceBefore space_before = SpaceBefore::kept;
  Overflow overflow = Overflow::allowed;
  Breaks breaks = Breaks::ignored;
  Notes notes = Notes::collected;
  Length notes_height; ///< Taken already by what was carried over from the page before.
  int depth = 0;       ///< Of nesting: tables, text boxes.
  bool inside_frame =
      false; ///< Frames and floating tables stand in the flow: they are laid by one.
};

enum class Stop { finished, full, column_break, page_break };

/// A line of text on the page, for line numbers.
struct NumberedLine {
  Length baseline;
  document::FormatIndex format = 0; ///< Of its paragraph's mark.
};

struct Filled {
  Fragment fragment;  ///< Its height reaches to the last line or, when finished, the last spacing.
  Length space_after; ///< That spacing; 0 when not finished.
  Length line_gap;    ///< Due below it where a paragraph follows, not in the height.
  Position next;
  Stop stop = Stop::finished;
  std::vector<std::uint32_t> notes;  ///< Referred to in what was laid, in order.
  std::vector<Exclusion> exclusions; ///< Of the region and of the floats laid.
  std::vector<NumberedLine> lines;
  bool empty = true; ///< Nothing was taken.
};

/// `blocks` of one story, or a few of them: positions count from the first of the span.
Filled fill(std::span<const document::Block> blocks, const Position& from, const Region& region,
            Context& context);

/// Nested deeper than this, blocks are left out.
inline constexpr int deepest = 40;

} // namespace saraban::layout
