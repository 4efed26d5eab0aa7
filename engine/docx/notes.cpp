// Footnotes and endnotes, numbered as they are met (ECMA-376 Part 1, 17.11).
#include "document/number_text.h"
#include "docx/paragraphs.h"
#include "docx/part/elements.h"

namespace saraban::docx {
namespace {

using document::NoteKind;
using pugi::xml_node;

const char* element_name(NoteKind kind) {
  return kind == NoteKind::footnote ? "w:footnote" : "w:endnote";
}

OpenPart* notes_part(Reader& reader, NoteKind kind) {
  auto& open = kind == NoteKind::footnote ? reader.footnotes : reader.endnotes;
  if (open) return open.get();
  const auto* type = kind == NoteKind::footnote ? "footnotes" : "endnotes";
  auto part = open_related(reader.package, reader.part->part, type, reader.limits);
  if (!part.xml) return nullptr;
  open = std::make_shared<OpenPart>(open_for_reading(reader, std::move(part)));
  return open.get();
}

xml_node note_element(const OpenPart& part, NoteKind kind, std::string_view id) {
  for (const auto& note : part.part.xml->document_element().children(element_name(kind)))
    if (attribute(note, "w:id") == id) return note;
  return {};
}

bool has_separator_mark(xml_node note) {
  return static_cast<bool>(note.find_node([](xml_node n) { return is(n, "w:separator"); }));
}

} // namespace

void read_note_separator(Reader& reader) {
  if (!reader.footnotes) return;
  const auto root = reader.footnotes->part.xml->document_element();
  const auto note = root.find_child_by_attribute("w:footnote", "w:type", "separator");
  if (!note) return;
  auto* const outer = reader.part;
  reader.part = reader.footnotes.get(), reader.in_note = true, reader.note_mark.clear();
  reader.document.settings.footnote_separator = read_story(reader, note);
  reader.document.settings.footnote_rule = has_separator_mark(note);
  reader.part = outer, reader.in_note = false;
}

void read_note_reference(InlineWriter& out, xml_node element, NoteKind kind,
                         document::FormatIndex format) {
  auto& reader = out.reader;
  if (out.drops() || reader.in_note) return;
  auto* part = notes_part(reader, kind);
  const auto note = part ? note_element(*part, kind, attribute(element, "w:id")) : xml_node();
  if (!note) return;
  const bool is_footnote = kind == NoteKind::footnote;
  const auto& numbering = is_footnote ? reader.footnote_numbering : reader.endnote_numbering;
  auto& count = is_footnote ? reader.footnote_count : reader.endnote_count;
  std::string mark;
  if (!on_off_text(attribute(element, "w:customMarkFollows"), false))
    mark = document::number_text(numbering.start + count++, numbering.format);
  auto* const outer = reader.part;
  reader.part = part, reader.in_note = true, reader.note_mark = mark;
  auto blocks = read_story(reader, note);
  reader.part = outer, reader.in_note = false;
  const auto index = static_cast<std::uint32_t>(reader.document.notes.size());
  reader.document.notes.push_back({kind, mark, std::move(blocks)});
  out.item(document::NoteReference{index, mark, format});
}

} // namespace saraban::docx
