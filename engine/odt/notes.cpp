// Footnotes and endnotes, numbered as they are met (ODF 1.3 Part 3, 6.3).
#include "odt/elements.h"
#include "odt/paragraphs.h"

namespace saraban::odt {

void read_note(InlineWriter& out, pugi::xml_node element, document::FormatIndex format) {
  auto& reader = out.reader;
  const bool foot = attribute(element, "text:note-class") != "endnote";
  const auto kind = foot ? document::NoteKind::footnote : document::NoteKind::endnote;
  const std::string mark = element.child("text:note-citation").text().get();
  auto blocks = read_story(reader, element.child("text:note-body"));
  const auto index = static_cast<std::uint32_t>(reader.document.notes.size());
  reader.document.notes.push_back({kind, mark, std::move(blocks)});
  out.item(document::NoteReference{index, mark, format});
}

} // namespace saraban::odt
