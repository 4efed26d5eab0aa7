// The parts of a package that belong to its main document, parsed.
#pragma once

#include "base/limits.h"
#include "package/package.h"
#include "package/xml.h"

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::docx {

struct Part {
  std::string name;
  std::shared_ptr<const std::string> bytes;         ///< nullptr when absent.
  std::shared_ptr<const pugi::xml_document> xml;    ///< nullptr when absent; usual prefixes.
  std::vector<package::Relationship> relationships; ///< By id.

  const package::Relationship* find(std::string_view id) const; ///< nullptr for none.
  /// The first relationship whose type ends in "/type"; nullptr for none.
  const package::Relationship* find_type(std::string_view type) const;
};

/// The part that the package's relationships call the office document, else word/document.xml.
std::string main_part_name(const package::Package& package, const Limits& limits);
/// The main part's name and relationships, without its XML.
Part open_main_part(const package::Package& package, const Limits& limits);
/// The part with its XML and relationships. Throws Failure as package::parse_xml does.
Part open_part(const package::Package& package, const std::string& name, const Limits& limits);
/// The part that `from` relates to by that type; one without XML when there is none.
Part open_related(const package::Package& package, const Part& from, std::string_view type,
                  const Limits& limits);
std::shared_ptr<const pugi::xml_document> parse_usual(const package::Package& package,
                                                      const std::string& name,
                                                      const std::string& bytes,
                                                      const Limits& limits);

} // namespace saraban::docx
