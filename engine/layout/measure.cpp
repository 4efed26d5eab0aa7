// Natural widths of blocks.
#include "layout/measure.h"

#include "layout/cache.h"
#include "layout/flow.h"

#include <algorithm>

namespace saraban::layout {

namespace {

ContentWidths measure_table(const document::Table& table, Context& context, int depth) {
  const auto width = [&](auto pick) {
    const std::vector<Length> widths =
        column_widths(table, unbounded / 4, [&](const document::Cell& cell) {
          const ContentWidths inner = measure_blocks(cell.blocks, context, depth + 1);
          return ContentWidths{pick(inner), pick(inner)};
        });
    Length sum;
    for (const Length w : widths) sum += w;
    return sum;
  };
  if (table.width.kind == document::WidthKind::percent) return {};
  return {width([](const ContentWidths& w) { return w.minimum; }),
          width([](const ContentWidths& w) { return w.maximum; })};
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
