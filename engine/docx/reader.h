// One reading of a package: what the stages of reading share.
#pragma once

#include "docx/formats.h"
#include "docx/lists.h"
#include "docx/shared.h"

#include <array>
#include <deque>
#include <map>
#include <set>

namespace saraban::docx {

/// A field that has begun and not ended (17.16.18).
struct OpenField {
  enum class Kind {
    unknown,  ///< Its instruction is still being read.
    shown,    ///< Its stored result is shown.
    laid_out, ///< Only layout knows its result.
    link,
    form_result ///< Of a check box or a list: what w:ffData says, not what is stored.
  };
  Kind kind = Kind::unknown;
  bool in_result = false;
  std::string instruction;
  document::Field field;
  std::optional<document::FormatIndex> format; ///< Of the first character of the result.
  document::FormatIndex begin_format = 0;
  pugi::xml_node form; ///< w:ffData.
  bool marked = false; ///< A link or a form field has been opened in the present paragraph.
};

/// The part that is being read, and which of its paragraphs comes next.
struct OpenPart {
  Part part;
  std::uint32_t index = 0; ///< Into Document::parts.
  std::vector<pugi::xml_node> paragraphs;
  std::size_t next = 0;
};

struct Reader {
  Reader(const package::Package& p, const SharedParts& s, const Limits& l, Diagnostics& d)
      : package(p), shared(s), limits(l), diagnostics(d), formats(s, document), counters(s.lists) {}

  const package::Package& package;
  const SharedParts& shared;
  const Limits& limits;
  Diagnostics& diagnostics;
  document::Document document;
  Formats formats;
  ListCounters counters;

  OpenPart* part = nullptr;
  std::vector<OpenField> fields;
  std::vector<document::Inline> pending;     ///< Put at the start of the next paragraph.
  std::vector<document::Inline> pending_end; ///< Put at its end.
  /// Of a paragraph with a hidden mark: the text goes on in the next one, which looks like it.
  std::optional<document::Paragraph> pending_look;
  std::map<std::string, std::string> bookmarks; ///< Open: w:id → name.
  int depth = 0;                                ///< Of tables and text boxes in each other.
  std::deque<CellLook> cell_looks;
  std::map<std::pair<StyleIndex, unsigned>, const CellLook*> cell_looks_by_parts;
  std::map<std::array<std::uint8_t, 3>, const CellLook*> shape_looks; ///< By the text's colour.
  std::map<std::string, std::uint32_t> images; ///< Part → Document::images.
  /// w:numPicBulletId and size of text → its drawing, none when it cannot be shown.
  std::map<std::pair<int, std::int64_t>, std::optional<std::uint32_t>> bullets;
  std::set<std::string> notices;

  // Notes (notes.cpp).
  std::shared_ptr<OpenPart> footnotes, endnotes;
  NoteNumbering footnote_numbering, endnote_numbering; ///< Of the present section.
  int footnote_count = 0, endnote_count = 0;
  std::string note_mark; ///< Shown by w:footnoteRef inside a note.
  bool in_note = false;

  /// A notice "not-drawn", once for each thing and part.
  void not_drawn(const std::string& what);
  document::Origin origin_of(pugi::xml_node paragraph);
};

/// Tables and text boxes in each other beyond this are not read.
constexpr int deepest_nesting = 40;

/// Opens a part for reading, lists its paragraphs and names it in the document.
OpenPart open_for_reading(Reader& reader, Part part);

/// Blocks below `parent`: paragraphs, tables and what wraps them.
void read_blocks(Reader& reader, pugi::xml_node parent, const CellLook* cell,
                 std::vector<document::Block>& out);
void read_single_block(Reader& reader, pugi::xml_node element, const CellLook* cell,
                       std::vector<document::Block>& out);
/// A story of its own (header, note, text box): open fields and counters do not reach into it.
std::vector<document::Block> read_story(Reader& reader, pugi::xml_node parent,
                                        const CellLook* look = nullptr);
void read_paragraph(Reader& reader, pugi::xml_node element, const CellLook* cell,
                    std::vector<document::Block>& out);
document::Table read_table(Reader& reader, pugi::xml_node element);

/// The branch of mc:AlternateContent that we can show.
pugi::xml_node chosen_branch(pugi::xml_node alternate_content);

} // namespace saraban::docx
