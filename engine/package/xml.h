// XML parts, parsed without DTDs and within limits.
#pragma once

#include "package/package.h"

#include <pugixml.hpp>

namespace saraban::package {

enum class Between {
  kept,    ///< All that stands between elements: the tree prints as it was written.
  left_out ///< White space between elements, comments and instructions, for vocabularies without
           ///< mixed content: a first child is an element. Text that is white space alone stays.
};

/// Throws Failure (input: "xml-malformed" with line and column, "xml-dtd", "limit-xml-depth").
std::shared_ptr<const pugi::xml_document> parse_xml(std::string_view bytes, const std::string& file,
                                                    const std::string& part, const Limits& limits,
                                                    Between between = Between::kept);
/// Without indentation, with the standalone declaration.
std::string print_xml(const pugi::xml_document& document);

/// OPC relationships of a part (ECMA-376 Part 2): "word/document.xml" has
/// "word/_rels/document.xml.rels".
struct Relationship {
  std::string id, type, target; ///< Target resolved to a part name, or a URI when external.
  bool external = false;
};
std::vector<Relationship> relationships(const Package& package, std::string_view part,
                                        const Limits& limits);
std::string relationships_part(std::string_view part);

} // namespace saraban::package
