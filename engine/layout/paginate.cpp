// Documents to pages: rounds until what fields show is true.
#include "layout/paginate.h"

#include "layout/cache.h"
#include "layout/drawing.h"
#include "layout/outline.h"
#include "layout/page_frame.h"
#include "layout/pages.h"

#include <algorithm>

namespace saraban::layout {

namespace {

constexpr int most_rounds = 4;

bool needs_counts(const document::Field& field) {
  return (field.kind != document::FieldKind::page || field.offset > 0) &&
         field.kind != document::FieldKind::section_number;
}

bool needs_counts(const std::vector<document::Block>& blocks, int depth);

bool needs_counts(const document::Paragraph& paragraph) {
  return std::any_of(paragraph.inlines.begin(), paragraph.inlines.end(), [](const auto& part) {
    const auto* field = std::get_if<document::Field>(&part);
    return field && needs_counts(*field);
  });
}

bool needs_counts(const document::Table& table, int depth) {
  for (const document::Row& row : table.rows)
    for (const document::Cell& cell : row.cells)
      if (needs_counts(cell.blocks, depth)) return true;
  return false;
}

bool needs_counts(const std::vector<document::Block>& blocks, int depth) {
  if (depth > deepest) return false;
  for (const document::Block& block : blocks) {
    const auto* paragraph = std::get_if<document::Paragraph>(&block.content);
    if (paragraph ? needs_counts(*paragraph)
                  : needs_counts(std::get<document::Table>(block.content), depth + 1))
      return true;
  }
  return false;
}

bool needs_counts(const document::Section& section) {
  for (const document::Story* story :
       {&section.header, &section.footer, &section.first_header, &section.first_footer,
        &section.even_header, &section.even_footer})
    if (*story && needs_counts(**story, 0)) return true;
  for (const document::Section& next : section.following)
    if (needs_counts(next)) return true;
  return needs_counts(section.blocks, 0);
}

bool needs_counts(const document::Document& document) {
  for (const document::Section& section : document.sections)
    if (needs_counts(section)) return true;
  for (const document::Note& note : document.notes)
    if (needs_counts(note.blocks, 0)) return true;
  for (const document::Drawing& drawing : document.drawings) {
    const auto* shape = std::get_if<document::Shape>(&drawing.content);
    if (shape && needs_counts(shape->text, 0)) return true;
  }
  return false;
}

/// Lays the pages again as long as fields would show something else.
Round lay_stable_pages(Context& context) {
  const bool again = needs_counts(context.document);
  Counts known;
  Round round;
  for (int i = 0; i < most_rounds; ++i) {
    context.cache->tags.clear();
    context.next_tag = 1;
    round = lay_pages(known, context);
    if (!again || round.counts == known) break;
    known = round.counts;
  }
  return round;
}

page::Pages describe(const document::Document& document) {
  page::Pages pages;
  pages.title = document.properties.title;
  pages.author = document.properties.author;
  pages.subject = document.properties.subject;
  pages.keywords = document.properties.keywords;
  pages.language = document.properties.language;
  for (const document::Image& image : document.images)
    pages.images.push_back({image.name, image.bytes});
  return pages;
}

} // namespace

Result paginate(const document::Document& document, const font::Fonts& fonts,
                const Options& options, Diagnostics& diagnostics) {
  Context context(document, fonts, options, diagnostics);
  context.cache = std::make_shared<Cache>();
  Surroundings around;
  if (!document.sections.empty()) {
    const PageFrame frame = frame_of(document.sections.front(), Parity::odd, document.settings);
    around = surroundings_of(frame, {{}, frame.margins.width});
  }
  context.drawing_size = [&context, around](std::uint32_t drawing) {
    return size_of_drawing(drawing, around, context);
  };
  Round round = lay_stable_pages(context);
  Result result;
  result.pages = describe(document);
  result.pages.outline = outline_of(round.pages, context);
  result.pages.pages = std::move(round.pages);
  result.pages.faces = context.faces.faces();
  result.findings.page_count = result.pages.pages.size();
  result.findings.starts = std::move(round.starts);
  result.findings.bookmark_pages = std::move(round.counts.bookmark_pages);
  return result;
}

} // namespace saraban::layout
