// Blocks: paragraphs and tables, and the elements that wrap them.
#include "docx/paragraphs.h"

#include "docx/drawings.h"
#include "docx/part/elements.h"

#include <string_view>

namespace saraban::docx {
namespace {

using document::Inline;
using pugi::xml_node;

bool is_removed(std::string_view name) {
  return name == "w:del" || name == "w:moveFrom";
}

bool is_wrapper(std::string_view name) {
  return name == "w:ins" || name == "w:moveTo" || name == "w:customXml" || name == "w:smartTag";
}

/// The only paragraph of a content control, when it has one and nothing else.
bool has_one_paragraph(xml_node content) {
  const auto first = content.first_child();
  return is(first, "w:p") && !first.next_sibling();
}

void read_control(Reader& reader, xml_node sdt, const CellLook* cell,
                  std::vector<document::Block>& out) {
  const auto content = sdt.child("w:sdtContent");
  if (has_one_paragraph(content))
    if (auto field = form_field_of(sdt)) {
      reader.pending.emplace_back(std::move(*field));
      reader.pending_end.emplace_back(document::FormFieldEnd{});
    }
  read_blocks(reader, content, cell, out);
}

void read_equation_block(Reader& reader, xml_node e, const CellLook* cell,
                         std::vector<document::Block>& out) {
  document::Paragraph paragraph;
  InlineWriter writer{reader, paragraph, {reader.shared.styles.standard_paragraph, cell}};
  read_equation(writer, e);
  out.push_back({std::move(paragraph)});
}

void put_label(Reader& reader, document::Paragraph& paragraph, const ParagraphLook& look,
               xml_node mark, const CellLook* cell) {
  const auto* level = reader.shared.lists.level(look.item->list, look.item->level);
  auto text = reader.counters.next(look.item->list, look.item->level);
  document::ListLabel label;
  label.text = std::move(text);
  label.format = reader.formats.label(mark, {look.style, cell}, *look.item);
  label.suffix = level->suffix, label.alignment = level->alignment;
  label.level = look.item->level;
  label.tab_position = look.numbering_tab;
  if (level->picture_id) {
    const Length size = reader.document.run_formats[label.format].latin.size;
    label.picture = read_bullet_picture(reader, *level->picture_id, size);
  }
  if (label.picture) label.text.clear();
  paragraph.label = std::move(label);
}

/// The mark has been deleted and the deletion is taken as accepted: the paragraph goes on in the
/// next one (17.13.5.15).
bool mark_is_deleted(xml_node mark) {
  return mark.child("w:del") || mark.child("w:moveFrom");
}

bool is_visible(const Reader& reader, const Inline& item) {
  return std::visit(
      [&](const auto& one) {
        if constexpr (requires { one.format; })
          return !reader.document.run_formats[one.format].hidden;
        else
          return false;
      },
      item);
}

bool is_visible(const Reader& reader, const document::Paragraph& paragraph) {
  for (const auto& item : paragraph.inlines)
    if (is_visible(reader, item)) return true;
  return false;
}

/// Before its runs are read: it has none, or only those of a hidden style of paragraph. Such an
/// item is not counted.
bool is_hidden_as_a_whole(const Reader& reader, const document::Paragraph& paragraph,
                          xml_node element) {
  if (!reader.document.run_formats[paragraph.mark_format].hidden) return false;
  for (const auto& run : element.children("w:r"))
    if (!run.child("w:rPr").child("w:vanish")) return false;
  return true;
}

xml_node next_block(xml_node element) {
  auto next = element.next_sibling();
  while (next && !is(next, "w:p") && !is(next, "w:tbl") && !is(next, "w:sdt"))
    next = next.next_sibling();
  return next;
}

/// A hidden mark ends no line (17.3.2.41): what is seen before it goes on in the next paragraph (a
/// style separator is such a mark), and nothing is left of a paragraph that is hidden as a whole.
/// The last mark of a section, a cell or a story shows always.
bool mark_vanishes(const Reader& reader, const document::Paragraph& paragraph, xml_node element) {
  if (!reader.document.run_formats[paragraph.mark_format].hidden) return false;
  if (element.child("w:pPr").child("w:sectPr")) return false;
  const auto next = next_block(element);
  return is(next, "w:p") || (next && !is_visible(reader, paragraph));
}

/// Keeps what the next paragraph takes over.
void hand_on(Reader& reader, document::Paragraph& paragraph) {
  if (is_visible(reader, paragraph)) {
    reader.pending_look.emplace();
    reader.pending_look->format = paragraph.format;
    reader.pending_look->label = std::move(paragraph.label);
  } else {
    std::erase_if(paragraph.inlines,
                  [](const Inline& item) { return std::holds_alternative<document::Text>(item); });
  }
  reader.pending = std::move(paragraph.inlines);
}

/// 17.3.1.23 in the first paragraph of a table moves the table.
bool begins_page(const Reader& reader, const document::Table& table) {
  if (table.floating || table.rows.empty() || table.rows.front().cells.empty()) return false;
  const auto& blocks = table.rows.front().cells.front().blocks;
  if (blocks.empty()) return false;
  const auto* first = std::get_if<document::Paragraph>(&blocks.front().content);
  return first && reader.document.paragraph_formats[first->format].page_break_before;
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

xml_node chosen_branch(xml_node alternate) {
  for (const auto& choice : alternate.children("mc:Choice")) {
    const std::string_view needs = choice.attribute("Requires").value();
    if (needs == "wps" || needs == "wpg" || needs == "wp14" || needs == "w14" || needs == "w15")
      return choice;
  }
  return alternate.child("mc:Fallback");
}

void read_single_block(Reader& reader, xml_node e, const CellLook* cell,
                       std::vector<document::Block>& out) {
  const std::string_view name = e.name();
  if (name == "w:p") return read_paragraph(reader, e, cell, out);
  if (name == "w:tbl") {
    if (reader.depth >= deepest_nesting) return reader.not_drawn("table nested too deeply");
    ++reader.depth;
    auto table = read_table(reader, e);
    --reader.depth;
    table.page_break_before = begins_page(reader, table);
    out.push_back({std::move(table)});
  } else if (name == "w:sdt")
    read_control(reader, e, cell, out);
  else if (is_wrapper(name))
    read_blocks(reader, e, cell, out);
  else if (name == "mc:AlternateContent")
    read_blocks(reader, chosen_branch(e), cell, out);
  else if (name == "w:bookmarkStart" || name == "w:bookmarkEnd")
    read_bookmark(reader, e, reader.pending);
  else if (name == "w:altChunk")
    reader.not_drawn("altChunk");
  else if (name == "m:oMathPara" || name == "m:oMath")
    read_equation_block(reader, e, cell, out);
}

void read_blocks(Reader& reader, xml_node parent, const CellLook* cell,
                 std::vector<document::Block>& out) {
  for (const auto& child : parent.children())
    if (!is_removed(child.name())) read_single_block(reader, child, cell, out);
}

std::vector<document::Block> read_story(Reader& reader, xml_node parent, const CellLook* look) {
  std::vector<OpenField> fields;
  std::vector<Inline> pending, pending_end;
  std::optional<document::Paragraph> look_handed_on;
  fields.swap(reader.fields), pending.swap(reader.pending);
  pending_end.swap(reader.pending_end), look_handed_on.swap(reader.pending_look);
  std::vector<document::Block> blocks;
  read_blocks(reader, parent, look, blocks);
  fields.swap(reader.fields), pending.swap(reader.pending);
  pending_end.swap(reader.pending_end), look_handed_on.swap(reader.pending_look);
  return blocks;
}

void read_paragraph(Reader& reader, xml_node element, const CellLook* cell,
                    std::vector<document::Block>& out) {
  const auto ppr = element.child("w:pPr");
  const auto mark = ppr.child("w:rPr");
  const auto look = reader.formats.paragraph(ppr, cell);
  document::Paragraph paragraph;
  paragraph.origin = reader.origin_of(element);
  paragraph.format = look.format;
  const TextContext place{look.style, cell};
  paragraph.mark_format = reader.formats.run(mark, place);
  std::vector<Inline> last;
  last.swap(reader.pending_end);
  paragraph.inlines.swap(reader.pending);
  const bool joined = mark && mark_is_deleted(mark);
  if (reader.pending_look) {
    paragraph.format = reader.pending_look->format;
    paragraph.label = std::move(reader.pending_look->label);
    reader.pending_look.reset();
  } else if (look.item && !joined && !is_hidden_as_a_whole(reader, paragraph, element))
    put_label(reader, paragraph, look, mark, cell);
  InlineWriter writer{reader, paragraph, place};
  read_inlines(writer, element);
  close_marks(writer);
  for (auto& item : last) paragraph.inlines.push_back(std::move(item));
  if (joined)
    reader.pending = std::move(paragraph.inlines);
  else if (mark_vanishes(reader, paragraph, element))
    hand_on(reader, paragraph);
  else
    out.push_back({std::move(paragraph)});
}

OpenPart open_for_reading(Reader& reader, Part part) {
  OpenPart open;
  open.part = std::move(part);
  open.index = static_cast<std::uint32_t>(reader.document.parts.size());
  reader.document.parts.push_back(open.part.name);
  if (!open.part.xml) return open;
  const auto root = open.part.xml->document_element();
  for (xml_node node = root; node;) {
    if (is(node, "w:p")) open.paragraphs.push_back(node);
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node && node != root && !node.next_sibling()) node = node.parent();
    node = node == root ? xml_node() : node.next_sibling();
  }
  return open;
}

} // namespace saraban::docx
