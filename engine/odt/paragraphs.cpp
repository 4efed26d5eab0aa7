// Blocks: paragraphs, lists, tables, and the elements that wrap them.
#include "odt/paragraphs.h"

#include "odt/drawings.h"
#include "odt/elements.h"

#include <string_view>

namespace saraban::odt {
namespace {

using document::Inline;
using pugi::xml_node;

/// Elements that only hold blocks.
bool is_wrapper(std::string_view name) {
  return name == "text:section" || name == "text:list" || name == "text:list-item" ||
         name == "text:list-header" || name == "text:index-body" || name == "text:index-title" ||
         name == "text:numbered-paragraph" || name == "text:table-of-content" ||
         name == "text:illustration-index" || name == "text:table-index" ||
         name == "text:object-index" || name == "text:user-index" ||
         name == "text:alphabetical-index" || name == "text:bibliography";
}

} // namespace

void Reader::not_drawn(const std::string& what) {
  if (!notices.insert(what + '\n' + (part ? part->part.name : "")).second) return;
  Location where;
  where.file = package.name();
  if (part) where.place.push_back({"part", 0, part->part.name});
  if (part && part->next > 0)
    where.place.push_back({"paragraph", static_cast<int>(part->next), ""});
  diagnostics.notice("not-drawn", std::move(where), {{"what", what}});
}

document::Origin Reader::origin_of(xml_node paragraph) {
  auto& all = part->paragraphs;
  const auto start = part->next;
  for (std::size_t i = start; i < all.size(); ++i)
    if (all[i] == paragraph) {
      part->next = i + 1;
      return {part->index, static_cast<std::uint32_t>(i)};
    }
  for (std::size_t i = 0; i < std::min(start, all.size()); ++i)
    if (all[i] == paragraph) return {part->index, static_cast<std::uint32_t>(i)};
  return {part->index, 0};
}

void read_single_block(Reader& reader, xml_node e, const CellLook* cell,
                       std::vector<document::Block>& out) {
  const std::string_view name = e.name();
  if (name == "text:p" || name == "text:h") return read_paragraph(reader, e, cell, out);
  const bool wraps = is_wrapper(name), table = name == "table:table";
  if (is_drawing(e)) return read_page_drawing(reader, e);
  if (name.starts_with("text:bookmark") || name.starts_with("text:reference-mark"))
    return read_bookmark(e, reader.pending);
  if (!wraps && !table) return;
  if (reader.depth >= deepest_nesting) return reader.not_drawn("table nested too deeply");
  ++reader.depth;
  if (table)
    out.push_back({read_table(reader, e)});
  else
    read_blocks(reader, e, cell, out);
  --reader.depth;
}

void read_blocks(Reader& reader, xml_node parent, const CellLook* cell,
                 std::vector<document::Block>& out) {
  for (const auto& child : parent.children()) read_single_block(reader, child, cell, out);
}

std::vector<document::Block> read_story(Reader& reader, xml_node parent, const CellLook* look) {
  std::vector<Inline> pending;
  pending.swap(reader.pending);
  std::vector<document::Block> blocks;
  read_blocks(reader, parent, look, blocks);
  pending.swap(reader.pending);
  return blocks;
}

void read_paragraph(Reader& reader, xml_node element, const CellLook* cell,
                    std::vector<document::Block>& out) {
  const auto* style = reader.style(Family::paragraph, attribute(element, "text:style-name"));
  if (!style) style = reader.style(Family::paragraph, "Standard");
  const auto& look = reader.formats.paragraph(style, cell);
  document::Paragraph paragraph;
  paragraph.origin = reader.origin_of(element);
  paragraph.format = look.format;
  const TextContext place{style, cell, 0};
  paragraph.mark_format = reader.formats.run(place);
  paragraph.inlines.swap(reader.pending);
  InlineWriter writer{reader, paragraph, place};
  read_inlines(writer, element);
  out.push_back({std::move(paragraph)});
}

OpenPart open_for_reading(Reader& reader, Part part, const Styles& styles) {
  OpenPart open;
  open.part = std::move(part);
  open.styles = &styles;
  open.index = static_cast<std::uint32_t>(reader.document.parts.size());
  reader.document.parts.push_back(open.part.name);
  const auto root = open.part.root();
  for (xml_node node = root; node;) {
    if (is(node, "text:p") || is(node, "text:h")) open.paragraphs.push_back(node);
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node && node != root && !node.next_sibling()) node = node.parent();
    node = node == root ? xml_node() : node.next_sibling();
  }
  return open;
}

} // namespace saraban::odt
