// Which parts of an ODT package hold tags, and what filling must know of its styles.
#include "base/failure.h"
#include "odt/markup/markup_parts.h"
#include "odt/part/parts.h"

#include <algorithm>

namespace saraban::odt {
namespace {

/// LibreOffice writes the braces of a link's target as %7B%7B.
std::string percent_decoded(std::string_view text) {
  const auto digit = [&](std::size_t at) {
    return at < text.size() && std::isxdigit(static_cast<unsigned char>(text[at]));
  };
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && digit(i + 1) && digit(i + 2)) {
      decoded += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

void collect_links(pugi::xml_node parent, std::map<std::string, std::string>& links) {
  for (pugi::xml_node child : parent.children()) {
    const std::string target = child.attribute("xlink:href").value();
    if (target.find("%7B") != std::string::npos || target.find("%7b") != std::string::npos) {
      const std::string decoded = percent_decoded(target);
      const bool has_tag =
          decoded.find("{{") != std::string::npos || decoded.find("{%") != std::string::npos;
      if (has_tag) links.emplace(target, decoded);
    }
    collect_links(child, links);
  }
}

/// By family and name, the default ones by family alone.
void read_text_styles(pugi::xml_node root, std::map<std::string, FillFacts::Style>& styles) {
  for (pugi::xml_node node : root.children()) {
    const std::string_view kind = node.name();
    if (kind != "style:style" && kind != "style:default-style") continue;
    const std::string family = node.attribute("style:family").value();
    if (family != "text" && family != "paragraph") continue;
    FillFacts::Style style;
    style.parent = node.attribute("style:parent-style-name").value();
    style.text = text_properties(node);
    styles.emplace(family + " " + node.attribute("style:name").value(), std::move(style));
  }
}

} // namespace

std::vector<fill::PartToFill> parts_to_fill(const package::Package& package, const Limits&) {
  std::vector<fill::PartToFill> parts{{content_part, fill::PartRole::text, {}}};
  if (package.has(styles_part)) parts.push_back({styles_part, fill::PartRole::text, {}});
  if (package.has("meta.xml"))
    parts.push_back({"meta.xml", fill::PartRole::plain, {{"properties", 0, ""}}});
  return parts;
}

std::map<std::string, std::string> link_templates(const package::Package& package,
                                                  std::string_view part, const Limits& limits) {
  std::map<std::string, std::string> links;
  const auto bytes = package.part(part);
  if (!bytes) return links;
  const bool encoded =
      bytes->find("%7B") != std::string::npos || bytes->find("%7b") != std::string::npos;
  if (!encoded) return links;
  const auto tree = package::parse_xml(*bytes, package.name(), std::string(part), limits);
  collect_links(*tree, links);
  return links;
}

/// References name parts as they are.
std::vector<package::Relationship> relations(const package::Package& package, std::string_view,
                                             const Limits&) {
  std::vector<package::Relationship> all;
  for (const std::string& name : package.part_names())
    for (const std::string& reference : {name, "./" + name})
      all.push_back({reference, "", name, false});
  return all;
}

std::map<std::string, std::string> text_properties(pugi::xml_node style) {
  std::map<std::string, std::string> properties;
  for (pugi::xml_attribute a : style.child("style:text-properties").attributes())
    properties.emplace(a.name(), a.value());
  return properties;
}

fill::Facts read_facts(const package::Package& package, const Limits& limits) {
  auto facts = std::make_shared<FillFacts>();
  facts->container = package.container();
  const Part content = open_part(package, content_part, limits);
  if (!content.xml) {
    Location where;
    where.file = package.name();
    throw Failure(Fault::input, "missing-part", where, {{"part", content_part}});
  }
  const Part styles = open_beside(package, styles_part, limits);
  read_text_styles(styles.root().child("office:styles"), facts->styles);
  return facts;
}

const FillFacts& facts_of(const fill::Facts& facts) {
  return *static_cast<const FillFacts*>(facts.get());
}

} // namespace saraban::odt
