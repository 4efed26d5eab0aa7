// Sections: page styles and master pages (ODF 1.3 Part 3, 16.5 and 16.9).
#pragma once

#include "odt/reader.h"

namespace saraban::odt {

/// Geometry, headers and footers of the master page of that name, into a section whose blocks are
/// read elsewhere.
void read_section(Reader& reader, std::string_view master_page, document::Section& section);

} // namespace saraban::odt
