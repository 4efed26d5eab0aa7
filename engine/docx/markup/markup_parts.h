// The members of Markup for WordprocessingML, by file.
#pragma once

#include "fill/markup.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::docx {

/// What filling must know of a package, read once.
struct FillFacts {
  /// The start of each of a list's nine levels.
  struct List {
    std::string abstract;
    std::map<int, int> starts;
  };
  std::string numbering_part, styles_part;        ///< Empty where there is none.
  std::map<std::string, std::string> style_lists; ///< Paragraph style → list, inherited.
  std::map<std::string, List> lists;
  int last_footnote = 0, last_endnote = 0;      ///< The highest ids.
  int last = 0, last_abstract = -1;             ///< The highest ids of lists and their definitions.
  std::map<std::string, std::string> style_ids; ///< By type and name in lower case.
  std::string usual_style;                      ///< Id of the default paragraph style.
  int base_half_points = 20;
  bool binds_data = false; ///< Controls are bound to XML.
};
const FillFacts& facts_of(const fill::Facts& facts);
/// The id of the style of a type ("paragraph", "character", "table") by its name; empty: none.
std::string style_id(const FillFacts& facts, std::string_view type, const std::string& name);

// text_form.cpp
/// The element's XML.
std::string print(pugi::xml_node node);
fill::TextForm text_form(const fill::Facts& facts, pugi::xml_node run);

// fill_parts.cpp
std::vector<fill::PartToFill> parts_to_fill(const package::Package& package, const Limits& limits);
std::map<std::string, std::string> link_templates(const package::Package& package,
                                                  std::string_view part, const Limits& limits);
/// The part that _rels/.rels calls the office document; "word/document.xml" where it says nothing.
std::string main_part(const package::Package& package, const Limits& limits);

// fill_placeholders.cpp
/// Whether tags or placeholders may stand in a part.
bool may_hold_tags(std::string_view bytes);
/// Puts as tags what content controls and merge fields stand for.
void prepare(const fill::Facts& facts, pugi::xml_node root, FormMode form);

// fill_merge_fields.cpp
/// Of the fields that stand in `parent` itself; `scope` as bind_controls takes it.
void bind_merge_fields(pugi::xml_node parent);
/// A run that says `text` in the format of `like` (w:rPr; may be empty), before or after `place`.
pugi::xml_node insert_run(pugi::xml_node place, bool before, pugi::xml_node like,
                          const std::string& text);
/// The text as a literal of the template language.
std::string literal_of(std::string_view text);
/// A date picture of Word's (17.16.4.1) as a CLDR pattern.
std::string date_pattern(std::string_view picture);

// fill_lists.cpp
fill::Facts read_facts(const package::Package& package, const Limits& limits);
std::string list_of(const fill::Facts& facts, pugi::xml_node paragraph);
void set_list(pugi::xml_node paragraph, const std::string& list);
std::string list_name(const fill::Facts& facts, std::size_t number);
/// A w:num that counts as `from` does, from its start; empty where there is no such list.
std::string restarting_list(const FillFacts& facts, const fill::Additions& additions,
                            const std::string& list, const std::string& from);

// fill_definitions.cpp
/// A part that filling makes: its kind is the word of its relationship and its content type.
struct NewPart {
  const char* kind;
  const char* root; ///< Without prefix.
};
/// Its name; an empty part is not written.
std::string make_part(package::Package& package, const NewPart& part);
/// `root` with its prefix.
std::string empty_part(const std::string& root);
/// The id of the next definition of lists.
std::string next_list_definition(const FillFacts& facts, const fill::Additions& additions);
/// Styles and lists into their parts, which are made where there is none.
void add_definitions(package::Package& package, const fill::Additions& additions,
                     const FillFacts& facts);

// fill_data_bindings.cpp
void store_bound_values(package::Package& package, const Limits& limits);

// fill_rich.cpp
const fill::RichMarkup& rich_markup();
// fill_rich_parts.cpp
fill::TextForm marked(const fill::Facts& facts, const fill::RichPlace& place,
                      const fill::TextForm& form, const rich::Marks& marks);
fill::ListForm rich_list(const fill::Facts& facts, const fill::RichPlace& place,
                         const fill::RichList& shape);
/// The id of the style of headings of a level, defined where the document has none.
std::string heading_style(const FillFacts& facts, const fill::RichPlace& place, int level);

// fill_include.cpp
pugi::xml_node adopt(pugi::xml_node root, const package::Package& from, const fill::Facts& facts,
                     fill::Additions& additions, const Limits& limits,
                     std::vector<std::string>& left_out);

// fill_notes.cpp
/// Notes of included documents, and copies of notes and comments.
void add_notes(package::Package& package, const fill::Additions& additions);

// fill_fields.cpp
void write_field_open(const fill::FieldShape& shape, const fill::TextForm& form, std::string& out);
void write_field_close(const fill::FieldShape& shape, const fill::TextForm& form, std::string& out);
void write_leader(const fill::LeaderShape& shape, const fill::TextForm& form, std::string& out);

/// Attributes of content controls for our own reader, never saved.
namespace private_names {
inline constexpr const char* expression = "saraban:expression";
inline constexpr const char* choice = "saraban:choice";
inline constexpr const char* json = "saraban:json";
inline constexpr const char* radio = "saraban:radio";
} // namespace private_names

// fill_cells.cpp
void set_cell(pugi::xml_node cell, language::CellTag::Kind kind, const std::string& operand);

// fill_codes.cpp
void write_code(const fill::CodeShape& shape, const std::string& part, fill::Additions& additions,
                std::string& out);

// annotate.cpp
package::Package annotated(const package::Package& package,
                           const std::vector<fill::Remark>& remarks, const Limits& limits);

// fill_additions.cpp
void write_picture(const fill::Facts& facts, const fill::PictureShape& shape, std::string& out);
std::string relation_name(const package::Package& package, std::string_view part,
                          std::size_t number, std::string_view extension);
void add_to_package(package::Package& package, const fill::Additions& additions,
                    const fill::Facts& facts);
/// `added` before the last end tag of the part's root; false where there is none.
bool insert_at_end(std::string& xml, const std::string& added);
void add_relationships(package::Package& package, const std::string& part,
                       const std::string& added);
void add_content_types(package::Package& package, const std::set<std::string>& extensions,
                       const std::string& overrides);

} // namespace saraban::docx
