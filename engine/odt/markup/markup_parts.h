// The members of Markup for OpenDocument text, by file.
#pragma once

#include "fill/markup.h"

namespace saraban::odt {

/// What filling must know of a package, read once.
struct FillFacts {
  package::Container container = package::Container::zip;
  /// Character properties that styles give: by family and name ("text T1"), "" for the defaults.
  struct Style {
    std::string parent;
    std::map<std::string, std::string> text; ///< Attribute → value.
  };
  std::map<std::string, Style> styles;
};
const FillFacts& facts_of(const fill::Facts& facts);
/// What style:text-properties of a style say.
std::map<std::string, std::string> text_properties(pugi::xml_node style);

fill::ElementKind kind_of(pugi::xml_node node);
/// Whether an element holds characters of a paragraph.
bool holds_text(pugi::xml_node node);

// text_form.cpp
fill::TextForm text_form(const fill::Facts& facts, pugi::xml_node holder);
/// Styles that we made and nothing uses are taken out of a part.
void drop_unused_styles(std::string& xml);

// fill_text.cpp
void prepare(const fill::Facts& facts, pugi::xml_node root, FormMode form);
void settle(pugi::xml_node paragraph);
void tidy(pugi::xml_node root);

// fill_placeholders.cpp
/// Whether tags or placeholders may stand in a part.
bool may_hold_tags(std::string_view bytes);
void bind_placeholders(pugi::xml_node root);

// fill_parts.cpp
std::vector<fill::PartToFill> parts_to_fill(const package::Package& package, const Limits& limits);
std::map<std::string, std::string> link_templates(const package::Package& package,
                                                  std::string_view part, const Limits& limits);
std::vector<package::Relationship> relations(const package::Package& package, std::string_view part,
                                             const Limits& limits);
fill::Facts read_facts(const package::Package& package, const Limits& limits);

// fill_lists.cpp
/// Gives the lists below `root` names, the same to those that are one list.
void name_lists(pugi::xml_node root);
std::string list_of(const fill::Facts& facts, pugi::xml_node paragraph_or_list);
std::string list_goes_on(const std::string& id, const std::string& from);
inline constexpr const char* list_name_attribute = "saraban-list";

// fill_include.cpp
pugi::xml_node adopt(pugi::xml_node root, const package::Package& from, const fill::Facts& facts,
                     fill::Additions& additions, const Limits& limits,
                     std::vector<std::string>& left_out);

std::string carried_styles(pugi::xml_node document);
void add_styles(std::string& xml, const std::string& styles);
/// Of office:automatic-styles: how names of styles that are made begin.
inline constexpr const char* style_prefix_attribute = "saraban-prefix";

// fill_rich.cpp
const fill::RichMarkup& rich_markup();
// fill_rich_parts.cpp
/// The name of an automatic style that says what `style` says, its name beside.
std::string rich_style(const fill::RichPlace& place, pugi::xml_node style);
fill::TextForm marked(const fill::Facts& facts, const fill::RichPlace& place,
                      const fill::TextForm& form, const rich::Marks& marks);
fill::ListForm rich_list(const fill::Facts& facts, const fill::RichPlace& place,
                         const fill::RichList& shape);
/// The name of a common style by the name that people see; empty where there is none.
std::string common_style(const FillFacts& facts, const std::string& family,
                         const std::string& name);

// fill_fields.cpp
void write_field_open(const fill::FieldShape& shape, const fill::TextForm& form, std::string& out);
void write_field_close(const fill::FieldShape& shape, const fill::TextForm& form, std::string& out);
void write_leader(const fill::LeaderShape& shape, const fill::TextForm& form, std::string& out);

/// Attributes for our own reader, never saved.
namespace private_names {
inline constexpr const char* expression = "saraban:expression";
inline constexpr const char* choice = "saraban:choice";
inline constexpr const char* json = "saraban:json";
inline constexpr const char* radio = "saraban:radio";
inline constexpr const char* multiline = "saraban:multiline";
inline constexpr const char* blank = "saraban:blank"; ///< EMU or "rest", and "unseen".
} // namespace private_names

// fill_cells.cpp
void set_cell(pugi::xml_node cell, language::CellTag::Kind kind, const std::string& operand);
/// Cells between tags remember their columns.
void number_columns(pugi::xml_node row);
void finish_table(std::string& xml);
void color_cells(std::string& xml);

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

} // namespace saraban::odt
