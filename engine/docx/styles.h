// Styles: chains resolved once (ECMA-376 Part 1, 17.7).
#pragma once

#include "docx/paragraph_properties.h"
#include "docx/table_properties.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace saraban::docx {

using StyleIndex = std::int32_t;
constexpr StyleIndex no_style = -1;

/// A style with all that it inherits within its own kind; document defaults are apart.
struct Style {
  std::string id, name, link;
  RunProperties run;
  ParagraphProperties paragraph; ///< Without what its numbering says.
  NumberingReference numbering;  ///< Of the whole chain.
  /// The members of the chain, from the base on: a list's indents stand just before those of the
  /// style that names the list (17.9.23).
  std::vector<StyleIndex> chain;
  ParagraphProperties own; ///< The style's alone.
  std::shared_ptr<const TableStyle> table;
};

struct Styles {
  std::vector<Style> all;
  RunProperties default_run;
  ParagraphProperties default_paragraph;
  StyleIndex standard_paragraph = no_style, standard_table = no_style;

  /// By id and kind; no_style for unknown ones.
  StyleIndex paragraph(std::string_view id) const;
  StyleIndex character(std::string_view id) const;
  StyleIndex table(std::string_view id) const;

  std::map<std::string, StyleIndex, std::less<>> paragraphs, characters, tables;
};

Styles read_styles(pugi::xml_node root, const Theme& theme);

} // namespace saraban::docx
