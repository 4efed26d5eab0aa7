// Footnotes and endnotes, numbered as they are met (ODF 1.3 Part 3, 6.3 and 16.29.3).
#include "odt/paragraphs.h"
#include "odt/part/elements.h"

#include <algorithm>

namespace saraban::odt {
namespace {

using document::NoteKind;
using pugi::xml_node;

std::string mark_of(Reader& reader, xml_node citation, NoteKind kind) {
  if (const auto own = citation.attribute("text:label")) return own.value();
  const bool foot = kind == NoteKind::footnote;
  const auto& numbering = foot ? reader.shared.footnotes : reader.shared.endnotes;
  auto& count = foot ? reader.footnote_count : reader.endnote_count;
  return number_text(numbering.start + count++, numbering.number);
}

TextContext in_style(Reader& reader, TextContext place, const std::string& style) {
  if (const auto* found = reader.style(Family::text, style))
    place.span = reader.formats.nested(place.span, *found);
  return place;
}

/// The mark before a note's text stands as a label as wide as the paragraph's indent.
void put_mark(Reader& reader, const NoteNumbering& numbering, const std::string& mark,
              xml_node body, std::vector<document::Block>& blocks) {
  if (blocks.empty()) return;
  auto* paragraph = std::get_if<document::Paragraph>(&blocks.front().content);
  if (!paragraph || paragraph->label) return;
  auto first = body.first_child();
  const TextContext place{paragraph_style(reader, first), nullptr, 0};
  document::ListLabel label;
  label.text = numbering.prefix + mark + numbering.suffix;
  label.format = reader.formats.run(in_style(reader, place, numbering.citation_style));
  label.least_gap = Length{};
  paragraph->label = std::move(label);
}

} // namespace

void read_note(InlineWriter& out, xml_node element, document::FormatIndex) {
  auto& reader = out.reader;
  if (reader.in_note) return;
  const bool end = attribute(element, "text:note-class") == "endnote";
  const auto& numbering = end ? reader.shared.endnotes : reader.shared.footnotes;
  const auto kind = end || numbering.at_document_end ? NoteKind::endnote : NoteKind::footnote;
  const auto mark = mark_of(reader, element.child("text:note-citation"),
                            end ? NoteKind::endnote : NoteKind::footnote);
  const auto body = element.child("text:note-body");
  reader.in_note = true;
  auto blocks = read_story(reader, body);
  put_mark(reader, numbering, mark, body, blocks);
  reader.in_note = false;
  const auto index = static_cast<std::uint32_t>(reader.document.notes.size());
  reader.document.notes.push_back({kind, mark, std::move(blocks)});
  const auto anchor = in_style(reader, out.place, numbering.citation_body_style);
  out.item(document::NoteReference{index, mark, reader.formats.run(anchor)});
}

} // namespace saraban::odt
