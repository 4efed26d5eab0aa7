// Paragraphs and what stands in them.
#pragma once

#include "odt/reader.h"

namespace saraban::odt {

/// Writes a paragraph's inlines: text of one format is joined, white space collapses (ODF 1.3
/// Part 3, 6.1.2).
struct InlineWriter {
  Reader& reader;
  document::Paragraph& paragraph;
  TextContext place;
  bool after_space = true; ///< White space that follows is dropped.

  /// As it is.
  void text(std::string_view text, document::FormatIndex format);
  /// White space collapsed, also across spans.
  void collapsed(std::string_view text, document::FormatIndex format);
  void item(document::Inline item);
  /// Bookmarks and links, which do not end a row of white space.
  void mark(document::Inline item) { paragraph.inlines.push_back(std::move(item)); }
};

/// text:section and the indexes, which are sections too.
bool is_text_section(pugi::xml_node element);
/// What holds its blocks: itself, or the body of an index.
pugi::xml_node section_content(pugi::xml_node section);
/// What is not shown: text:display, text:is-hidden.
bool is_hidden(pugi::xml_node section);

/// The children of a paragraph, span, link …
void read_inlines(InlineWriter& out, pugi::xml_node parent);

/// Fields, and whatever else may stand in a paragraph and has text.
void read_field(InlineWriter& out, pugi::xml_node element, document::FormatIndex format);

/// A content control's mark (loext:content-control); nothing for what is none.
std::optional<document::FormFieldStart> form_field_of(pugi::xml_node element);
/// text:bookmark, reference marks and their like; those between paragraphs belong to the next one.
void read_bookmark(pugi::xml_node element, std::vector<document::Inline>& out);

/// Whether a field in it hides the whole paragraph (7.7.11).
bool has_hidden_paragraph(pugi::xml_node paragraph);
/// text:user-field-decls and their like at the head of the text.
void read_declarations(Reader& reader, pugi::xml_node text);
/// The style of a text:p or text:h; nullptr for none.
const Style* paragraph_style(const Reader& reader, pugi::xml_node paragraph);

void read_note(InlineWriter& out, pugi::xml_node element, document::FormatIndex format);
/// draw:* in a paragraph.
void read_drawing(InlineWriter& out, pugi::xml_node element, document::FormatIndex format);

} // namespace saraban::odt
