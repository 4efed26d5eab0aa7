// Fonts that a document names through its declarations, and fonts embedded in it.
#pragma once

#include "odt/read.h"

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace saraban::odt {

/// office:font-face-decls: style:name → family (ODF 1.3 Part 3, 16.23).
struct FontFaces {
  std::map<std::string, std::string, std::less<>> families;

  /// What style:font-name means; the name itself where it is not declared.
  std::string family(std::string_view name) const;
};

void read_font_faces(pugi::xml_node root, FontFaces& out);
/// The first family of a list like "'TH SarabunPSK', serif".
std::string first_family(std::string_view list);

} // namespace saraban::odt
