// Lookups that compute once.
#include "layout/cache.h"

#include "layout/measure.h"
#include "layout/table_grid.h"

namespace saraban::layout {

PreparedParagraph prepared(const document::Paragraph& paragraph, Context& context) {
  Cache& cache = *context.cache;
  Cache::Paragraph& entry = cache.paragraphs[&paragraph];
  if (entry.prepared && (entry.fields == cache.fields || !has_fields(*entry.prepared)))
    return entry.prepared;
  entry.prepared = prepare(paragraph, context);
  entry.fields = cache.fields;
  return entry.prepared;
}

void set_fields(FieldValues values, Context& context) {
  context.fields = std::move(values);
  ++context.cache->fields;
}

std::shared_ptr<const TableGrid> grid_of(const document::Table& table, Length available,
                                         Context& context) {
  std::shared_ptr<const TableGrid>& grid = context.cache->grids[{&table, available.emu}];
  if (!grid)
    grid = make_grid(table, available, [&context](const document::Cell& cell) {
      return measure_blocks(cell.blocks, context);
    });
  return grid;
}

std::uint32_t tag_of(const void* part, Context& context) {
  std::uint32_t& tag = context.cache->tags[part];
  if (tag == 0) tag = context.next_tag++;
  return tag;
}

std::unordered_map<std::uint32_t, const document::Paragraph*>
paragraphs_by_tag(const Context& context) {
  std::unordered_map<std::uint32_t, const document::Paragraph*> found;
  for (const auto& [paragraph, entry] : context.cache->paragraphs) {
    const auto tag = context.cache->tags.find(paragraph);
    if (tag != context.cache->tags.end()) found.emplace(tag->second, paragraph);
  }
  return found;
}

} // namespace saraban::layout
