// What a document holds: one walk over its blocks for counts and text.
#include "job/contents.h"

#include <algorithm>
#include <set>

namespace saraban::job {
namespace {

using document::Block;
using document::Document;
using document::Paragraph;
using document::Table;

void collect(const std::vector<Block>& blocks, Contents& contents) {
  for (const Block& block : blocks) {
    if (const auto* table = std::get_if<Table>(&block.content)) {
      ++contents.tables;
      for (const auto& row : table->rows)
        for (const auto& cell : row.cells) collect(cell.blocks, contents);
      continue;
    }
    ++contents.paragraphs;
    for (const auto& item : std::get<Paragraph>(block.content).inlines)
      if (const auto* field = std::get_if<document::FormFieldStart>(&item))
        contents.form_fields.push_back(field->path);
  }
}

/// A dot takes about a millimetre and a half at 16 points.
std::string dots_of(const document::Blank& blank) {
  if (blank.leader == document::Leader::none) return {};
  if (!blank.width) return std::string(40, '.');
  const auto dots =
      std::clamp<std::int64_t>((blank.width->emu + 635) / millimetres(1.5).emu, 3, 400);
  return std::string(static_cast<std::size_t>(dots), '.');
}

void append_text(const Paragraph& paragraph, std::string& text) {
  if (paragraph.label) text += paragraph.label->text + "\t";
  for (const auto& item : paragraph.inlines) {
    if (const auto* run = std::get_if<document::Text>(&item)) text += run->text;
    if (const auto* field = std::get_if<document::Field>(&item)) text += field->cached;
    if (const auto* note = std::get_if<document::NoteReference>(&item)) text += note->mark;
    const bool tab = std::holds_alternative<document::Tab>(item) ||
                     std::holds_alternative<document::PositionalTab>(item);
    if (tab) text += '\t';
    if (const auto* blank = std::get_if<document::Blank>(&item)) text += dots_of(*blank);
    if (std::holds_alternative<document::Break>(item)) text += '\n';
  }
}

void append_text(const std::vector<Block>& blocks, const char* separator, std::string& text) {
  bool first = true;
  for (const Block& block : blocks) {
    if (!first) text += separator;
    first = false;
    const auto* table = std::get_if<Table>(&block.content);
    if (table == nullptr) {
      append_text(std::get<Paragraph>(block.content), text);
      continue;
    }
    for (std::size_t r = 0; r < table->rows.size(); ++r) {
      if (r > 0) text += separator;
      for (std::size_t c = 0; c < table->rows[r].cells.size(); ++c) {
        if (c > 0) text += '\t';
        append_text(table->rows[r].cells[c].blocks, " ", text);
      }
    }
  }
}

void append_story(const document::Story& story, std::string& text) {
  if (!story || story->empty()) return;
  append_text(*story, "\n", text);
  text += '\n';
}

} // namespace

Contents contents_of(const Document& document) {
  Contents contents;
  contents.title = document.properties.title;
  contents.sections = document.sections.size();
  contents.drawings = document.drawings.size();
  contents.notes = document.notes.size();
  for (const auto& section : document.sections) collect(section.blocks, contents);
  std::set<std::string> families;
  for (const auto& format : document.run_formats)
    for (const auto* face : {&format.latin, &format.complex})
      if (!face->family.empty()) families.insert(face->family);
  contents.families.assign(families.begin(), families.end());
  return contents;
}

std::string plain_text(const Document& document) {
  std::string text;
  for (const auto& section : document.sections) {
    for (const auto* story : {&section.first_header, &section.header, &section.even_header})
      append_story(*story, text);
    append_story(section.blocks, text);
    for (const auto* story : {&section.first_footer, &section.footer, &section.even_footer})
      append_story(*story, text);
  }
  for (const auto& note : document.notes) {
    text += note.mark + "\t";
    append_story(note.blocks, text);
  }
  return text;
}

} // namespace saraban::job
