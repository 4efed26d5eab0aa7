// The outline of the pages, from the tags of headings.
#include "layout/outline.h"

#include "layout/cache.h"

#include <set>

namespace saraban::layout {

namespace {

bool is_heading(page::Role role) {
  return role >= page::Role::heading1 && role <= page::Role::heading6;
}

/// Top of the first text after item `i`.
Length top_after(const page::Page& page, std::size_t i) {
  for (; i < page.items.size(); ++i) {
    if (const auto* run = std::get_if<page::GlyphRun>(&page.items[i]))
      return run->origin.y - run->size;
    if (std::holds_alternative<page::TagEnd>(page.items[i])) break;
  }
  return {};
}

} // namespace

std::vector<page::OutlineEntry> outline_of(const std::vector<page::Page>& pages, Context& context) {
  std::vector<page::OutlineEntry> outline;
  std::set<std::uint32_t> seen;
  const std::unordered_map<std::uint32_t, const document::Paragraph*> by_tag =
      paragraphs_by_tag(context);
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (std::size_t i = 0; i < pages[p].items.size(); ++i) {
      const auto* tag = std::get_if<page::TagBegin>(&pages[p].items[i]);
      if (!tag || !is_heading(tag->role) || !seen.insert(tag->id).second) continue;
      const auto found = by_tag.find(tag->id);
      if (found == by_tag.end()) continue;
      const PreparedParagraph ready = prepared(*found->second, context);
      page::OutlineEntry entry;
      if (found->second->label) entry.title = found->second->label->text + " ";
      entry.title += text_of(*ready);
      entry.level = format_of(*ready).outline_level;
      entry.page = p;
      entry.y = top_after(pages[p], i);
      if (!text_of(*ready).empty()) outline.push_back(std::move(entry));
    }
  }
  return outline;
}

} // namespace saraban::layout
