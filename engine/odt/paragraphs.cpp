// Blocks: paragraphs, lists, tables, and the elements that wrap them.
#include "odt/paragraphs.h"

#include "odt/drawings.h"
#include "odt/part/elements.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace saraban::odt {
namespace {

using document::Inline;
using pugi::xml_node;

/// Indexes, which are sections of their own (ODF 1.3 Part 3, 8).
bool is_index(std::string_view name) {
  return name == "text:table-of-content" || name == "text:illustration-index" ||
         name == "text:table-index" || name == "text:object-index" || name == "text:user-index" ||
         name == "text:alphabetical-index" || name == "text:bibliography";
}

std::optional<int> start_value(xml_node e) {
  const auto start = integer(attribute(e, "text:start-value"));
  if (!start) return std::nullopt;
  return static_cast<int>(std::clamp<std::int64_t>(*start, 0, 1'000'000'000));
}

void read_list(Reader& reader, xml_node e, const CellLook* cell,
               std::vector<document::Block>& out) {
  const auto outer = reader.list;
  auto& list = reader.list;
  const auto* own = reader.part->lists->find(attribute(e, "text:style-name"));
  list.level = outer.counter ? outer.level + 1 : 0;
  if (own) list.style = own;
  if (!outer.counter || (own && own != outer.style))
    list.counter = &reader.counters.open(attribute(e, "xml:id"), list.style,
                                         boolean(attribute(e, "text:continue-numbering"), false),
                                         attribute(e, "text:continue-list"));
  for (const auto& item : e.children()) {
    const bool header = is(item, "text:list-header");
    if (!header && !is(item, "text:list-item")) continue;
    list.counts = !header, list.start = start_value(item);
    const auto* style = list.style;
    if (const auto* other = reader.part->lists->find(attribute(item, "text:style-override")))
      list.style = other;
    read_blocks(reader, item, cell, out);
    list.style = style;
  }
  reader.list = outer;
  // What follows a list within an item goes on with the item.
  reader.list.counts = false;
}

/// text:numbered-paragraph: a list item by itself (5.3.6).
void read_numbered(Reader& reader, xml_node e, const CellLook* cell,
                   std::vector<document::Block>& out) {
  const auto outer = reader.list;
  const auto* own = reader.part->lists->find(attribute(e, "text:style-name"));
  const auto level = std::clamp<std::int64_t>(integer_or(attribute(e, "text:level"), 1), 1, 10);
  const auto id = attribute(e, "text:list-id");
  auto& counter =
      reader.counters.open(id, own, boolean(attribute(e, "text:continue-numbering"), false), id);
  reader.list = {&counter, own, static_cast<int>(level) - 1, true, start_value(e)};
  read_blocks(reader, e, cell, out);
  reader.list = outer;
}

/// The list that a paragraph stands in: its own, or the outline for headings.
struct Membership {
  ListItem item;
  ListCounter* counter = nullptr;
  std::optional<int> start;
};

Membership membership(Reader& reader, xml_node e, const Style* style) {
  Membership found;
  auto& list = reader.list;
  if (list.counter) {
    found.item = {list.style, std::min(list.level, level_count - 1), list.counts};
    if (!found.item.style && style && style->list_style)
      found.item.style = reader.part->lists->find(*style->list_style);
    found.counter = list.counter, found.start = list.start;
    list.counts = false, list.start.reset();
    return found;
  }
  if (!is(e, "text:h")) return found;
  const auto level = integer_or(attribute(e, "text:outline-level"), 1);
  const auto* outline = reader.part->lists->outline();
  if (!outline || level < 1 || level > level_count) return found;
  const auto& shape = outline->level(static_cast<int>(level) - 1);
  if (!shape.bullet && shape.number.format == document::NumberFormat::none) return found;
  found.item = {outline, static_cast<int>(level) - 1,
                !boolean(attribute(e, "text:is-list-header"), false)};
  found.counter = &reader.counters.outline();
  if (boolean(attribute(e, "text:restart-numbering"), false))
    found.start = start_value(e).value_or(shape.start);
  return found;
}

void put_label(Reader& reader, document::Paragraph& paragraph, const Membership& found,
               const TextContext& place) {
  const auto& level = found.item.style->level(found.item.level);
  document::ListLabel label;
  label.text = found.counter->next(*found.item.style, found.item.level, found.start);
  if (level.image) label.picture = read_bullet_picture(reader, level.image);
  if (label.text.empty() && !label.picture) return;
  const auto* text_style = reader.style(Family::text, level.text_style);
  label.format = reader.formats.label(place, found.item, text_style);
  label.suffix = level.follows, label.alignment = level.alignment;
  label.level = found.item.level;
  if (level.placing == LabelPlacing::alignment)
    label.tab_position = level.tab_position;
  else
    label.least_gap = level.label_distance;
  paragraph.label = std::move(label);
}

} // namespace

bool is_text_section(xml_node e) {
  return is(e, "text:section") || is(e, "text:index-title") || is_index(e.name());
}

xml_node section_content(xml_node e) {
  return is_index(e.name()) ? e.child("text:index-body") : e;
}

bool is_hidden(xml_node e) {
  const auto display = attribute(e, "text:display");
  return display == "none" ||
         (display == "condition" && boolean(attribute(e, "text:is-hidden"), false));
}

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
  const bool wraps = is_text_section(e), table = name == "table:table";
  const bool list = name == "text:list", numbered = name == "text:numbered-paragraph";
  if (is_drawing(e)) return read_page_drawing(reader, e);
  if (name.starts_with("text:bookmark") || name.starts_with("text:reference-mark"))
    return read_bookmark(e, reader.pending);
  if (!wraps && !table && !list && !numbered) return;
  if (reader.depth >= deepest_nesting) return reader.not_drawn("table nested too deeply");
  ++reader.depth;
  if (table)
    out.push_back({read_table(reader, e)});
  else if (list)
    read_list(reader, e, cell, out);
  else if (numbered)
    read_numbered(reader, e, cell, out);
  else if (!is_hidden(e))
    read_blocks(reader, section_content(e), cell, out);
  --reader.depth;
}

void read_blocks(Reader& reader, xml_node parent, const CellLook* cell,
                 std::vector<document::Block>& out) {
  for (const auto& child : parent.children()) read_single_block(reader, child, cell, out);
}

std::vector<document::Block> read_story(Reader& reader, xml_node parent, const CellLook* look) {
  std::vector<Inline> pending;
  pending.swap(reader.pending);
  const auto list = std::exchange(reader.list, {});
  std::vector<document::Block> blocks;
  read_blocks(reader, parent, look, blocks);
  pending.swap(reader.pending);
  reader.list = list;
  return blocks;
}

const Style* paragraph_style(const Reader& reader, xml_node paragraph) {
  const auto* style = reader.style(Family::paragraph, attribute(paragraph, "text:style-name"));
  return style ? style : reader.style(Family::paragraph, "Standard");
}

void read_paragraph(Reader& reader, xml_node element, const CellLook* cell,
                    std::vector<document::Block>& out) {
  if (has_hidden_paragraph(element)) return;
  const auto* style = paragraph_style(reader, element);
  if (reader.shared.footnotes.restart_in_chapter && is(element, "text:h") &&
      integer_or(attribute(element, "text:outline-level"), 1) == 1)
    reader.footnote_count = 0;
  const auto list = membership(reader, element, style);
  const auto& look = reader.formats.paragraph(style, cell, list.item);
  if (look.properties.background_image.value_or(false))
    reader.not_drawn("background image of a paragraph");
  document::Paragraph paragraph;
  paragraph.origin = reader.origin_of(element);
  paragraph.format = look.format;
  const TextContext place{style, cell, 0};
  paragraph.mark_format = reader.formats.run(place);
  paragraph.inlines.swap(reader.pending);
  if (list.item.style && list.item.labelled) put_label(reader, paragraph, list, place);
  InlineWriter writer{reader, paragraph, place};
  read_inlines(writer, element);
  out.push_back({std::move(paragraph)});
}

OpenPart open_for_reading(Reader& reader, Part part, const Styles& styles, const Lists& lists) {
  OpenPart open;
  open.part = std::move(part);
  open.styles = &styles, open.lists = &lists;
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
