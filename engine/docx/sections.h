// Sections: page geometry, headers and footers (ECMA-376 Part 1, 17.6 and 17.10).
#pragma once

#include "docx/reader.h"

#include <array>

namespace saraban::docx {

/// The w:sectPr elements of a body in document order; the body's own is the last.
std::vector<pugi::xml_node> section_properties(pugi::xml_node body);

/// Headers and footers as they are inherited from section to section.
struct Stories {
  enum Slot { header, footer, first_header, first_footer, even_header, even_footer, slot_count };
  struct Kept {
    document::Story story;
    std::size_t bytes = 0; ///< Of its part.
  };
  std::array<Kept, slot_count> kept;
  std::size_t copied = 0; ///< Bytes of parts whose stories the sections have been given.
};

/// Everything of a section but its blocks.
void read_section(Reader& reader, pugi::xml_node sectpr, Stories& inherited,
                  document::Section& section);

} // namespace saraban::docx
