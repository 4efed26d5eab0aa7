// What stands at a position of a flow.
#include "layout/opening.h"

#include "layout/cache.h"

#include <algorithm>

namespace saraban::layout {

namespace {

std::optional<Opening> opening_in(std::span<const document::Block> blocks, const Position& position,
                                  int depth, Context& context);

std::optional<Opening> opening_of(const document::Paragraph& paragraph, const Position& at,
                                  Context& context) {
  const PreparedParagraph ready = at.paragraph ? at.paragraph : prepared(paragraph, context);
  Opening opening;
  opening.paragraph = &paragraph;
  if (!at.line.first) {
    Cursor cursor = at.line;
    LineSpace space;
    space.column_width = millimetres(1000);
    opening.offset = next_line(*ready, cursor, space, context).start;
  } else if (paragraph.label) {
    opening.text = paragraph.label->text + " ";
  }
  const std::string_view text = text_of(*ready);
  opening.text += text.substr(std::min(opening.offset, text.size()));
  return opening;
}

std::optional<Opening> opening_of(const document::Table& table, const Position& at, int depth,
                                  Context& context) {
  std::optional<Opening> first;
  const auto take = [&first](std::optional<Opening>&& found) {
    if (found) found->in_table = true;
    if (found && (!first || (first->text.empty() && !found->text.empty())))
      first = std::move(found);
    return first && !first->text.empty();
  };
  const std::size_t row = at.table ? at.table->row : 0;
  if (at.table && at.table->inside_row) {
    for (const OpenCell& open : at.table->open) {
      if (open.row >= table.rows.size() || open.cell >= table.rows[open.row].cells.size()) continue;
      if (take(opening_in(table.rows[open.row].cells[open.cell].blocks, open.position, depth + 1,
                          context)))
        return first;
    }
    return first;
  }
  if (row >= table.rows.size()) return first;
  for (const document::Cell& cell : table.rows[row].cells)
    if (take(opening_in(cell.blocks, {}, depth + 1, context))) break;
  return first;
}

std::optional<Opening> opening_in(std::span<const document::Block> blocks, const Position& position,
                                  int depth, Context& context) {
  std::optional<Opening> first;
  if (depth > deepest) return first;
  Position at = position;
  for (; at.block < blocks.size(); at = Position{at.block + 1, {}, {}, {}}) {
    const auto* paragraph = std::get_if<document::Paragraph>(&blocks[at.block].content);
    std::optional<Opening> found =
        paragraph
            ? opening_of(*paragraph, at, context)
            : opening_of(std::get<document::Table>(blocks[at.block].content), at, depth, context);
    if (found && (!first || !found->text.empty())) first = std::move(found);
    if (first && !first->text.empty()) break;
  }
  return first;
}

} // namespace

std::optional<Opening> opening_at(std::span<const document::Block> blocks, const Position& position,
                                  Context& context) {
  return opening_in(blocks, position, 0, context);
}

} // namespace saraban::layout
