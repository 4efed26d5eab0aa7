// Formats with every style resolved, each kept once in the document.
#pragma once

#include "document/document.h"
#include "docx/shared.h"

#include <unordered_map>
#include <vector>

namespace saraban::docx {

/// What a table's style gives to the text of one of its cells.
struct CellLook {
  std::uint32_t id = 0; ///< Not 0; equal for equal looks of one document.
  RunProperties run;
  ParagraphProperties paragraph;
};

/// Where text stands: what it inherits beside its own properties.
struct TextContext {
  StyleIndex paragraph_style = no_style;
  const CellLook* cell = nullptr; ///< nullptr outside tables.
};

struct ListItem {
  int list = 0, level = 0;
};

struct ParagraphLook {
  std::uint32_t format = 0;
  StyleIndex style = no_style;
  std::optional<ListItem> item;
  std::optional<Length> numbering_tab;
};

/// Looks are found again by a hash of what the file says, so that each is resolved once.
class Formats {
public:
  Formats(const SharedParts& shared, document::Document& document)
      : shared_(shared), document_(document) {}

  document::FormatIndex run(pugi::xml_node rpr, const TextContext& place);
  /// As `run`, in the font that `family` names (w:sym).
  document::FormatIndex run_in_family(pugi::xml_node rpr, const TextContext& place,
                                      std::string_view family);
  /// A list label: as the paragraph's mark, then as the level says.
  document::FormatIndex label(pugi::xml_node mark, const TextContext& place, const ListItem& item);
  ParagraphLook paragraph(pugi::xml_node ppr, const CellLook* cell);

private:
  RunProperties resolve(pugi::xml_node rpr, const TextContext& place) const;
  ParagraphLook resolve(pugi::xml_node ppr, const CellLook* cell);
  void apply_style(ParagraphProperties& p, const Style& style, bool with_lists) const;
  const ListLevel* level_of(const Style& member, NumberingReference& reached) const;
  document::FormatIndex intern(const document::RunFormat& format);
  std::uint32_t intern(const document::ParagraphFormat& format);
  static std::uint64_t key(pugi::xml_node properties, const TextContext& place);

  const SharedParts& shared_;
  document::Document& document_;
  std::unordered_map<std::uint64_t, document::FormatIndex> runs_, labels_;
  std::unordered_map<std::uint64_t, ParagraphLook> paragraphs_;
  std::unordered_multimap<std::uint64_t, std::uint32_t> run_indices_, paragraph_indices_;
};

} // namespace saraban::docx
