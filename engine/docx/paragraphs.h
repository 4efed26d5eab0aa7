// Paragraphs and what stands in them.
#pragma once

#include "docx/reader.h"

namespace saraban::docx {

/// Writes a paragraph's inlines: text of one format is joined, and fields keep or drop what
/// stands in them.
struct InlineWriter {
  Reader& reader;
  document::Paragraph& paragraph;
  TextContext place;

  void text(std::string_view text, document::FormatIndex format);
  /// Tabs, breaks, drawings, marks: dropped inside fields whose result is not shown.
  void item(document::Inline item);
  /// Bookmarks and links, which never disturb a field.
  void mark(document::Inline item) { paragraph.inlines.push_back(std::move(item)); }
  /// Inside an instruction, or a result that layout will make.
  bool drops() const;
};

/// The children of a paragraph, hyperlink, content control …
void read_inlines(InlineWriter& out, pugi::xml_node parent);
void read_run(InlineWriter& out, pugi::xml_node run);

void begin_field(InlineWriter& out, pugi::xml_node character, document::FormatIndex format);
void separate_field(InlineWriter& out);
void end_field(InlineWriter& out);
void read_simple_field(InlineWriter& out, pugi::xml_node element);
/// Marks do not reach beyond a paragraph.
void close_marks(InlineWriter& out);

/// A content control's mark, when it has a tag (17.5.2).
std::optional<document::FormFieldStart> form_field_of(pugi::xml_node sdt);
/// Bookmarks between paragraphs belong to the next one.
void read_bookmark(Reader& reader, pugi::xml_node element, std::vector<document::Inline>& out);

void read_note_reference(InlineWriter& out, pugi::xml_node element, document::NoteKind kind,
                         document::FormatIndex format);
/// The separator of footnotes, when there are any (17.11.23).
void read_note_separator(Reader& reader);
void read_drawing(InlineWriter& out, pugi::xml_node element, document::FormatIndex format);
void read_equation(InlineWriter& out, pugi::xml_node element);

} // namespace saraban::docx
