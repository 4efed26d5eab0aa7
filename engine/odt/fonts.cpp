// Declared fonts by name; embedded fonts.
#include "odt/fonts.h"

#include "odt/part/elements.h"
#include "odt/part/parts.h"

namespace saraban::odt {
namespace {

using pugi::xml_node;

void read_sources(const package::Package& package, xml_node face, const Limits&,
                  std::vector<EmbeddedFont>& out) {
  for (const auto& source : face.child("svg:font-face-src").children("svg:font-face-uri")) {
    const auto name = part_of(attribute(source, "xlink:href"));
    const auto bytes = name.empty() ? nullptr : package.part(name);
    if (!bytes) continue;
    const auto style = attribute(source, "loext:font-style");
    const auto weight = attribute(source, "loext:font-weight");
    const auto own_style = style.empty() ? attribute(face, "svg:font-style") : style;
    const auto own_weight = weight.empty() ? attribute(face, "svg:font-weight") : weight;
    out.push_back({first_family(attribute(face, "svg:font-family")),
                   own_weight == "bold" || integer_or(own_weight, 400) >= 600,
                   own_style == "italic" || own_style == "oblique", bytes});
  }
}

} // namespace

std::string FontFaces::family(std::string_view name) const {
  const auto found = families.find(name);
  return found == families.end() ? std::string(name) : found->second;
}

std::string first_family(std::string_view list) {
  while (!list.empty() && list.front() == ' ') list.remove_prefix(1);
  if (list.empty()) return {};
  const char quote = list.front();
  if (quote == '\'' || quote == '"') return std::string(list.substr(1, list.find(quote, 1) - 1));
  auto first = list.substr(0, list.find_first_of(",;"));
  while (!first.empty() && first.back() == ' ') first.remove_suffix(1);
  return std::string(first);
}

void read_font_faces(xml_node root, FontFaces& out) {
  for (const auto& face : root.child("office:font-face-decls").children("style:font-face"))
    out.families.emplace(attribute(face, "style:name"),
                         first_family(attribute(face, "svg:font-family")));
}

std::vector<EmbeddedFont> embedded_fonts(const package::Package& package, const Limits& limits) {
  std::vector<EmbeddedFont> fonts;
  const auto content = open_part(package, content_part, limits);
  const auto styles = open_beside(package, styles_part, limits);
  // Both parts declare the fonts that they use: each file is taken once.
  std::map<std::string, bool, std::less<>> seen;
  for (const auto& root : {content.root(), styles.root()})
    for (const auto& face : root.child("office:font-face-decls").children("style:font-face"))
      if (face.child("svg:font-face-src") &&
          seen.emplace(attribute(face, "style:name"), true).second)
        read_sources(package, face, limits, fonts);
  return fonts;
}

} // namespace saraban::odt
