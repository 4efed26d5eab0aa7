// Styles: chains resolved once (ODF 1.3 Part 3, 16.2).
#pragma once

#include "odt/paragraph_properties.h"

#include <array>
#include <deque>
#include <map>
#include <string>

namespace saraban::odt {

/// style:family.
enum class Family {
  paragraph,
  text,
  table,
  table_column,
  table_row,
  table_cell,
  graphic,
  section,
  ruby,
  chart,
  count
};
constexpr std::size_t family_count = static_cast<std::size_t>(Family::count);

/// A style with all that it inherits within its family, but not from the family's default.
struct Style {
  std::uint32_t id = 0; ///< Not 0; of no other style of the document.
  int depth = 0;        ///< How many parents it has.
  std::string name;     ///< style:name.
  Family family = Family::paragraph;
  const Style* parent = nullptr;
  const Style* common = nullptr; ///< The nearest that has a name for the user: itself or a parent.
  pugi::xml_node element;        ///< style:style; empty for a default.
  RunProperties run;
  ParagraphProperties paragraph;
  std::optional<std::string> list_style;  ///< "" takes the parent's away.
  std::optional<int> outline_level;       ///< style:default-outline-level, from 1; 0: none.
  std::optional<std::string> master_page; ///< "" takes the parent's away.
  std::string title;                      ///< style:display-name, else the name.
};

/// Where the identifiers of each part's automatic styles begin.
constexpr std::uint32_t first_id_of_styles_xml = 1u << 30, first_id_of_content = 2u << 30;

/// The styles that one part may name: its automatic ones, then the common ones.
class Styles {
public:
  Styles() = default;
  /// Nothing is copied from `common`, which must live as long. Identifiers count from `first_id`.
  Styles(const Styles* common, std::uint32_t first_id) : common_(common), last_id_(first_id) {}
  Styles(const Styles&) = delete;
  Styles& operator=(const Styles&) = delete;

  /// style:style and style:default-style below `parent` (office:styles or
  /// office:automatic-styles).
  void add(pugi::xml_node parent, const FontFaces& fonts);

  const Style* find(Family family, std::string_view name) const; ///< nullptr for none.
  /// The first paragraph style of an outline level; nullptr for none.
  const Style* heading(int level) const;
  /// What the family says where no style does: style:default-style.
  const Style& standard(Family family) const;

private:
  struct Sources;
  Style& place(pugi::xml_node element, Family family, Sources& sources);
  void resolve(Style& style, Sources& sources, const FontFaces& fonts, int depth);

  const Styles* common_ = nullptr;
  std::uint32_t last_id_ = 0;
  std::deque<Style> all_;
  std::array<std::map<std::string, Style*, std::less<>>, family_count> by_name_;
  std::array<Style, family_count> standard_;
};

/// The first that a style or one of its parents says with an attribute of a properties element
/// ("style:table-cell-properties", "fo:padding"), then what `standard` says; "" for none.
std::string_view property(const Style* style, const Style& standard, const char* properties,
                          const char* name);

} // namespace saraban::odt
