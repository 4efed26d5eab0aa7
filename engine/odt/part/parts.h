// The parts of a package that make up a text document, parsed.
#pragma once

#include "base/diagnostics.h"
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
constexpr const char* settings_part = "settings.xml";
constexpr const char* meta_part = "meta.xml";

/// Whether the whole document stands in content.xml (ODF 1.3 Part 3, 3.1.2).
bool is_flat(const package::Package& package);
/// The part, with its XML. Throws Failure as package::parse_xml does, and "odf-encrypted".
Part open_part(const package::Package& package, const std::string& name, const Limits& limits);
/// styles.xml, settings.xml or meta.xml: for a flat document, content.xml.
Part open_beside(const package::Package& package, const std::string& name, const Limits& limits);
/// A part that a document can do without: where it is damaged, a warning says so.
Part open_optional(const package::Package& package, const std::string& name, const Limits& limits,
                   Diagnostics& diagnostics);
/// The part's name that a reference means ("./Pictures/a.png"); "" for what lies outside.
std::string part_of(std::string_view reference);

} // namespace saraban::odt
