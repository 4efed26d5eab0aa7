// Automatic styles that are made while a part is written (ODF 1.3 Part 3, 16.2).
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace saraban::odt {

/// How the names of styles that we make begin.
inline constexpr std::string_view made_style_prefix = "saraban";

/// The element round the whole part that `node` stands in.
pugi::xml_node root_element(pugi::xml_node node);
/// Of a family ("paragraph", "text"); an empty handle where there is none.
pugi::xml_node style_named(pugi::xml_node styles, const char* family, std::string_view name);
/// The element of the tree where automatic styles stand, made when absent.
pugi::xml_node styles_of(pugi::xml_node node);
/// The element's XML.
std::string printed(pugi::xml_node node);
/// The name of the automatic style that says what `wanted` says, which is added where there is
/// none yet.
std::string name_of_style(pugi::xml_node styles, pugi::xml_node wanted);
/// A style of no name yet that is like `name` of that family: a copy of an automatic one, else one
/// that inherits from it.
pugi::xml_node derived(pugi::xml_document& holder, pugi::xml_node styles, const char* family,
                       const std::string& name);
/// A style's style:paragraph-properties, made when absent.
pugi::xml_node paragraph_properties_of(pugi::xml_node style);
void set_property(pugi::xml_node properties, const char* name, const char* value);
/// The name of a paragraph style like `name` that begins a page.
std::string breaking_style(pugi::xml_node holder, const std::string& name);

} // namespace saraban::odt
