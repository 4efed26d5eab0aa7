// The parts of a package that make up a text document, parsed.
#pragma once

#include "base/limits.h"
#include "package/package.h"
#include "package/xml.h"

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace saraban::odt {

struct Part {
  std::string name;
  std::shared_ptr<const std::string> bytes;      ///< nullptr when absent.
  std::shared_ptr<const pugi::xml_document> xml; ///< nullptr when absent; usual prefixes.

  /// office:document-content, office:document-styles …; empty when absent.
  pugi::xml_node root() const { return xml ? xml->document_element() : pugi::xml_node(); }
};

constexpr const char* content_part = "content.xml";
constexpr const char* styles_part = "styles.xml";

/// Whether the whole document stands in content.xml (ODF 1.3 Part 3, 3.1.2).
bool is_flat(const Part& content);
/// The part, with its XML. Throws Failure as package::parse_xml does, and "odf-encrypted".
Part open_part(const package::Package& package, const std::string& name, const Limits& limits);
/// styles.xml, settings.xml or meta.xml: for a flat document, `content` itself.
Part open_beside(const package::Package& package, const Part& content, const std::string& name,
                 const Limits& limits);
/// The part's name that a reference means ("./Pictures/a.png"); "" for what lies outside.
std::string part_of(std::string_view reference);

} // namespace saraban::odt
