// Natural widths of blocks.
#include "layout/measure.h"

#include "layout/cache.h"
#include "layout/flow.h"

#include <algorithm>

namespace saraban::layout {

namespace {

Length total_width(const document::Table& table, const MeasureCell& measure) {
  Length sum;
  for (const Length width : column_widths(table, unbounded / 4, measure)) sum += width;
  return sum;
}

ContentWidths measure_table(const document::Table& table, Context& context, int depth) {
  if (table.width.kind == document::WidthKind::percent) return {};
  auto& known = context.cache->table_widths;
  if (const auto found = known.find(&table); found != known.end())
    return {found->second.first, found->second.second};
  const auto inner = [&](const document::Cell& cell) {
    return measure_blocks(cell.blocks, context, depth + 1);
  };
  const ContentWidths widths{total_width(table,
                                         [&](const document::Cell& cell) {
                                           const Length least = inner(cell).minimum;
                                           return ContentWidths{least, least};
                                         }),
                             total_width(table, [&](const document::Cell& cell) {
                               const Length most = inner(cell).maximum;
                               return ContentWidths{most, most};
                             })};
  known[&table] = {widths.minimum, widths.maximum};
  return widths;
}

} // namespace

ContentWidths measure_blocks(const std::vector<document::Block>& blocks, Context& context,
                             int depth) {
  ContentWidths most;
  if (depth > deepest) return most;
  for (const document::Block& block : blocks) {
    ContentWidths widths;
    if (const auto* paragraph = std::get_if<document::Paragraph>(&block.content)) {
      const NaturalWidths natural = natural_widths(*prepared(*paragraph, context), context);
      widths = {natural.minimum, natural.maximum};
    } else {
      widths = measure_table(std::get<document::Table>(block.content), context, depth);
    }
    most.minimum = std::max(most.minimum, widths.minimum);
    most.maximum = std::max(most.maximum, widths.maximum);
  }
  return most;
}

} // namespace saraban::layout
