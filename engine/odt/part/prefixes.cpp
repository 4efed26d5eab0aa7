// Namespaces to the prefixes that everybody uses, those of OpenOffice.org's extensions among them.
#include "package/prefixes.h"

#include "odt/part/elements.h"

namespace saraban::odt {
namespace {

constexpr package::Namespace namespaces[] = {
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"},
    {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"},
    {"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"},
    {"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0", "number"},
    {"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0", "presentation"},
    {"urn:oasis:names:tc:opendocument:xmlns:chart:1.0", "chart"},
    {"urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0", "dr3d"},
    {"urn:oasis:names:tc:opendocument:xmlns:form:1.0", "form"},
    {"urn:oasis:names:tc:opendocument:xmlns:script:1.0", "script"},
    {"urn:oasis:names:tc:opendocument:xmlns:config:1.0", "config"},
    {"urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta"},
    {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"},
    {"urn:oasis:names:tc:opendocument:xmlns:of:1.2", "of"},
    {"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext"},
    {"http://openoffice.org/2004/office", "ooo"},
    {"http://openoffice.org/2004/writer", "ooow"},
    {"http://openoffice.org/2009/office", "officeooo"},
    {"http://openoffice.org/2010/chart", "chartooo"},
    {"http://openoffice.org/2010/draw", "drawooo"},
    {"urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0", "field"},
    {"http://www.w3.org/1999/xlink", "xlink"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://www.w3.org/1998/Math/MathML", "math", true},
};

} // namespace

bool has_unusual_prefixes(const pugi::xml_document& document, std::string_view bytes) {
  return package::has_unusual_prefixes(document, bytes, namespaces);
}

void use_usual_prefixes(pugi::xml_document& document) {
  package::use_usual_prefixes(document, namespaces);
}

} // namespace saraban::odt
