// The parts of a package that belong to its main document, parsed.
#include "docx/part/parts.h"

#include "docx/part/elements.h"

#include <algorithm>

namespace saraban::docx {
namespace {

std::vector<package::Relationship> sorted_relationships(const package::Package& package,
                                                        const std::string& part,
                                                        const Limits& limits) {
  auto found = package::relationships(package, part, limits);
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.id < b.id; });
  return found;
}

} // namespace

const package::Relationship* Part::find(std::string_view id) const {
  const auto found =
      std::lower_bound(relationships.begin(), relationships.end(), id,
                       [](const auto& r, std::string_view key) { return r.id < key; });
  return found == relationships.end() || found->id != id ? nullptr : &*found;
}

const package::Relationship* Part::find_type(std::string_view type) const {
  for (const auto& r : relationships) {
    const std::string_view whole = r.type;
    if (whole.ends_with(type) && whole.size() > type.size() &&
        whole[whole.size() - type.size() - 1] == '/')
      return &r;
  }
  return nullptr;
}

std::string main_part_name(const package::Package& package, const Limits& limits) {
  Part root;
  root.relationships = package::relationships(package, "", limits);
  const auto* main = root.find_type("officeDocument");
  return main && package.has(main->target) ? main->target : "word/document.xml";
}

Part open_main_part(const package::Package& package, const Limits& limits) {
  Part part;
  part.name = main_part_name(package, limits);
  part.relationships = sorted_relationships(package, part.name, limits);
  return part;
}

std::shared_ptr<const pugi::xml_document> parse_usual(const package::Package& package,
                                                      const std::string& name,
                                                      const std::string& bytes,
                                                      const Limits& limits) {
  auto xml = package::parse_xml(bytes, package.name(), name, limits, package::Between::left_out);
  if (!has_unusual_prefixes(*xml, bytes)) return xml;
  auto copy = std::make_shared<pugi::xml_document>();
  copy->reset(*xml);
  use_usual_prefixes(*copy);
  return copy;
}

Part open_part(const package::Package& package, const std::string& name, const Limits& limits) {
  Part part;
  part.name = name;
  part.bytes = package.part(name);
  if (!part.bytes) return part;
  part.xml = parse_usual(package, name, *part.bytes, limits);
  part.relationships = sorted_relationships(package, name, limits);
  return part;
}

Part open_related(const package::Package& package, const Part& from, std::string_view type,
                  const Limits& limits) {
  const auto* related = from.find_type(type);
  if (!related || related->external) return {};
  return open_part(package, related->target, limits);
}

} // namespace saraban::docx
