// The members of Markup for WordprocessingML, by file.
#pragma once

#include "fill/markup.h"

namespace saraban::docx {

// text_form.cpp
fill::TextForm text_form(const fill::Facts& facts, pugi::xml_node run);

// fill_parts.cpp
std::vector<fill::PartToFill> parts_to_fill(const package::Package& package, const Limits& limits);
std::map<std::string, std::string> link_templates(const package::Package& package,
                                                  std::string_view part, const Limits& limits);
/// The part that _rels/.rels calls the office document; "word/document.xml" where it says nothing.
std::string main_part(const package::Package& package, const Limits& limits);

// fill_lists.cpp
fill::Facts read_facts(const package::Package& package, const Limits& limits);
std::string list_of(const fill::Facts& facts, pugi::xml_node paragraph);
void set_list(pugi::xml_node paragraph, const std::string& list);
std::string list_name(const fill::Facts& facts, std::size_t number);
void add_lists(package::Package& package, const std::vector<fill::Additions::Restart>& restarts,
               const fill::Facts& facts);

// fill_include.cpp
pugi::xml_node adopt(pugi::xml_node root, const package::Package& from,
                     const package::Package& into, const Limits& limits,
                     std::vector<std::string>& left_out);

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

// fill_additions.cpp
void write_picture(const fill::Facts& facts, const fill::PictureShape& shape, std::string& out);
std::string relation_name(const package::Package& package, std::string_view part,
                          std::size_t number, std::string_view extension);
void add_to_package(package::Package& package, const fill::Additions& additions,
                    const fill::Facts& facts);

} // namespace saraban::docx
