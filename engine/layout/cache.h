// What one layout computes once: prepared paragraphs, table grids, heights of notes, tags' numbers.
#pragma once

#include "layout/paragraph/context.h"
#include "layout/paragraph/paragraph.h"

#include <map>
#include <memory>
#include <unordered_map>

namespace saraban::layout {

struct TableGrid;

/// Looked up by the address of a part of the document, never listed. A memo of pure functions: what
/// is in it changes no result.
struct Cache {
  struct Paragraph {
    PreparedParagraph prepared;
    std::uint64_t fields = 0; ///< Round of Context::fields it was prepared in.
  };
  std::unordered_map<const document::Paragraph*, Paragraph> paragraphs;
  std::map<std::pair<const document::Table*, std::int64_t>, std::shared_ptr<const TableGrid>> grids;
  std::map<std::pair<std::uint32_t, std::int64_t>, Length> note_heights;
  std::map<std::pair<std::uint32_t, std::int64_t>, Length> box_heights; ///< Text boxes that grow.
  std::unordered_map<const document::Table*, std::pair<Length, Length>> table_widths;
  int deep_fills = 0; ///< Of regions far inside others: hostile nesting ends.
  std::unordered_map<const void*, std::uint32_t> tags;
  /// Blocks that layout makes itself: endnotes together, catchwords, line numbers.
  std::vector<std::unique_ptr<std::vector<document::Block>>> own_blocks;
  std::uint64_t fields = 0; ///< Counts changes of Context::fields.
};

/// The paragraph prepared, from the cache when its fields show the same.
PreparedParagraph prepared(const document::Paragraph& paragraph, Context& context);
/// Replaces what fields show.
void set_fields(FieldValues values, Context& context);
/// Grid of a table in a column `available` wide.
std::shared_ptr<const TableGrid> grid_of(const document::Table& table, Length available,
                                         Context& context);
/// The tag number of a part of the document: the same for all its parts on all pages.
std::uint32_t tag_of(const void* part, Context& context);
std::unordered_map<std::uint32_t, const document::Paragraph*>
paragraphs_by_tag(const Context& context);

} // namespace saraban::layout
