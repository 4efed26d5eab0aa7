// OPC relationships: what a part refers to (ECMA-376 Part 2, 6.5).
#include "package/xml.h"

#include <algorithm>

namespace saraban::package {
namespace {

std::string_view folder_of(std::string_view part) {
  const auto slash = part.rfind('/');
  return slash == std::string_view::npos ? "" : part.substr(0, slash);
}

/// A reference to a part's name: relative to its source's folder, "/" is the root (RFC 3986, 5.2.4;
/// ".." above the root is dropped).
std::string resolve(std::string_view source, std::string target) {
  std::replace(target.begin(), target.end(), '\\', '/');
  const bool from_root = target.starts_with('/');
  const std::string path = from_root ? target : std::string(folder_of(source)) + "/" + target;
  std::vector<std::string_view> steps;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view step = std::string_view(path).substr(at, end - at);
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
    at = end + 1;
  }
  std::string name;
  for (const auto step : steps) name.append(name.empty() ? "" : "/").append(step);
  return name;
}

} // namespace

std::string relationships_part(std::string_view part) {
  const std::string_view folder = folder_of(part);
  std::string name(folder);
  if (!folder.empty()) name += '/';
  name += "_rels/";
  name += part.substr(folder.empty() ? 0 : folder.size() + 1);
  return name + ".rels";
}

std::vector<Relationship> relationships(const Package& package, std::string_view part,
                                        const Limits& limits) {
  std::vector<Relationship> found;
  const std::string name = relationships_part(part);
  const auto bytes = package.part(name);
  if (bytes == nullptr) return found;
  const auto document = parse_xml(*bytes, package.name(), name, limits);
  for (const auto& node : document->document_element().children()) {
    const std::string_view element = node.name();
    if (element.substr(element.find(':') + 1) != "Relationship") continue;
    Relationship relationship;
    relationship.id = node.attribute("Id").value();
    relationship.type = node.attribute("Type").value();
    relationship.external = std::string_view(node.attribute("TargetMode").value()) == "External";
    const std::string target = node.attribute("Target").value();
    relationship.target = relationship.external ? target : resolve(part, target);
    found.push_back(std::move(relationship));
  }
  return found;
}

} // namespace saraban::package
