// One reading of a package: what the stages of reading share.
#pragma once

#include "odt/formats.h"
#include "odt/shared.h"

#include <deque>
#include <map>
#include <set>

namespace saraban::odt {

/// The part that is being read, and which of its paragraphs comes next.
struct OpenPart {
  Part part;
  std::uint32_t index = 0;                ///< Into Document::parts.
  std::vector<pugi::xml_node> paragraphs; ///< text:p and text:h.
  std::size_t next = 0;
  const Styles* styles = nullptr; ///< That the part may name.
  const Lists* lists = nullptr;
};

/// The list that the next paragraph stands in.
struct OpenList {
  ListCounter* counter = nullptr; ///< nullptr outside lists.
  const ListStyle* style = nullptr;
  int level = 0;
  bool counts = false;      ///< The next paragraph is the first of an item.
  std::optional<int> start; ///< text:start-value of the item.
};

struct Reader {
  Reader(const package::Package& p, const SharedParts& s, const Limits& l, Diagnostics& d)
      : package(p), shared(s), limits(l), diagnostics(d),
        content_styles(&s.common, first_id_of_content),
        content_lists(&s.common_lists, first_id_of_content), formats(s, document) {}

  const package::Package& package;
  const SharedParts& shared;
  const Limits& limits;
  Diagnostics& diagnostics;
  document::Document document;
  FontFaces content_fonts;
  Styles content_styles; ///< With the automatic styles of content.xml.
  Lists content_lists;
  Formats formats;
  ListCounters counters;
  OpenList list;

  OpenPart* part = nullptr;
  std::vector<document::Inline> pending; ///< Put at the start of the next paragraph.
  int depth = 0;                         ///< Of tables, frames, sections … in each other.
  std::deque<CellLook> cell_looks;
  /// By the ids of a shape's graphic style and of its text's.
  std::map<std::pair<std::uint32_t, std::uint32_t>, const CellLook*> shape_looks;
  std::map<std::string, std::uint32_t> images; ///< Part → Document::images.
  /// Form controls by id, of the part `controls_of`.
  std::map<std::string, pugi::xml_node, std::less<>> controls;
  std::shared_ptr<const pugi::xml_document> controls_of;
  std::set<std::string> notices;

  std::map<std::string, std::string, std::less<>> user_fields; ///< Text ones: name → value.
  std::map<std::string, int> sequences;                        ///< Name → last number.

  // Notes (notes.cpp).
  int footnote_count = 0, endnote_count = 0;
  bool in_note = false;

  /// The style that the present part means; nullptr for none.
  const Style* style(Family family, std::string_view name) const {
    return part->styles->find(family, name);
  }
  /// A notice "not-drawn", once for each thing and part.
  void not_drawn(const std::string& what);
  document::Origin origin_of(pugi::xml_node paragraph);
};

/// Tables, frames and sections in each other beyond this are not read.
constexpr int deepest_nesting = 40;

/// Opens a part for reading, lists its paragraphs and names it in the document.
OpenPart open_for_reading(Reader& reader, Part part, const Styles& styles, const Lists& lists);

/// Blocks below `parent`: paragraphs, lists, tables and what wraps them. `cell`: what a shape gives
/// to its text; nullptr elsewhere.
void read_blocks(Reader& reader, pugi::xml_node parent, const CellLook* cell,
                 std::vector<document::Block>& out);
void read_single_block(Reader& reader, pugi::xml_node element, const CellLook* cell,
                       std::vector<document::Block>& out);
/// A story of its own (header, note, text box): what is pending does not reach into it.
std::vector<document::Block> read_story(Reader& reader, pugi::xml_node parent,
                                        const CellLook* look = nullptr);
void read_paragraph(Reader& reader, pugi::xml_node element, const CellLook* cell,
                    std::vector<document::Block>& out);
document::Table read_table(Reader& reader, pugi::xml_node element);

} // namespace saraban::odt
