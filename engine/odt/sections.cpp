// Reads sections: page geometry, columns, numbering, borders, headers and footers.
#include "odt/sections.h"

#include "odt/elements.h"

#include <algorithm>

namespace saraban::odt {
namespace {

using document::Section;
using pugi::xml_node;

xml_node named(xml_node parent, const char* element, std::string_view name) {
  for (const auto& child : parent.children(element))
    if (attribute(child, "style:name") == name) return child;
  return {};
}

void read_page(xml_node e, Section& s) {
  const auto take = [&](const char* name, Length standard) {
    return length_or(attribute(e, name), standard);
  };
  const auto all = take("fo:margin", {});
  s.page = {std::clamp(take("fo:page-width", twips(11906)), twips(144), twips(31'680)),
            std::clamp(take("fo:page-height", twips(16838)), twips(144), twips(31'680))};
  s.margins = {take("fo:margin-top", all), take("fo:margin-right", all),
               take("fo:margin-bottom", all), take("fo:margin-left", all)};
}

document::Story read_header(Reader& reader, OpenPart& part, xml_node e) {
  if (!e || !boolean(attribute(e, "style:display"), true)) return std::nullopt;
  auto* const outer = reader.part;
  reader.part = &part;
  auto blocks = read_story(reader, e);
  reader.part = outer;
  return blocks;
}

} // namespace

void read_section(Reader& reader, std::string_view name, Section& s) {
  const auto root = reader.shared.styles_xml.root();
  auto master = named(root.child("office:master-styles"), "style:master-page", name);
  if (!master) master = root.child("office:master-styles").child("style:master-page");
  const auto layout = named(root.child("office:automatic-styles"), "style:page-layout",
                            attribute(master, "style:page-layout-name"));
  read_page(layout.child("style:page-layout-properties"), s);
  if (!master) return;
  auto part = open_for_reading(reader, open_part(reader.package, styles_part, reader.limits),
                               reader.shared.of_styles_xml, reader.shared.lists_of_styles_xml);
  const auto own = named(part.part.root().child("office:master-styles"), "style:master-page", name);
  s.header = read_header(reader, part, own.child("style:header"));
  s.footer = read_header(reader, part, own.child("style:footer"));
  s.header_distance = s.margins.top, s.footer_distance = s.margins.bottom;
}

} // namespace saraban::odt
