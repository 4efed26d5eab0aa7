// The parts of a package that make up a text document, parsed.
#include "odt/part/parts.h"

#include "base/failure.h"
#include "odt/part/elements.h"

namespace saraban::odt {
namespace {

/// Encrypted parts are named by the manifest (ODF 1.3 Part 2, 4.8).
void refuse_encrypted(const package::Package& package, const Limits& limits) {
  constexpr const char* name = "META-INF/manifest.xml";
  const auto bytes = package.part(name);
  if (!bytes || bytes->find("encryption-data") == std::string::npos) return;
  const auto xml = package::parse_xml(*bytes, package.name(), name, limits);
  for (const auto& entry : xml->document_element().children())
    for (const auto& child : entry.children())
      if (std::string_view(child.name()).ends_with("encryption-data")) {
        Location where;
        where.file = package.name();
        throw Failure(Fault::input, "odf-encrypted", std::move(where));
      }
}

} // namespace

bool is_flat(const package::Package& package) {
  return package.container() == package::Container::flat;
}

Part open_part(const package::Package& package, const std::string& name, const Limits& limits) {
  Part part;
  part.name = name;
  part.bytes = package.part(name);
  if (!part.bytes) return part;
  if (name == content_part) refuse_encrypted(package, limits);
  part.xml = package::parse_xml(*part.bytes, package.name(), name, limits);
  if (!has_unusual_prefixes(*part.xml, *part.bytes)) return part;
  auto copy = std::make_shared<pugi::xml_document>();
  copy->reset(*part.xml);
  use_usual_prefixes(*copy);
  part.xml = std::move(copy);
  return part;
}

Part open_beside(const package::Package& package, const std::string& name, const Limits& limits) {
  return open_part(package, is_flat(package) ? content_part : name, limits);
}

Part open_optional(const package::Package& package, const std::string& name, const Limits& limits,
                   Diagnostics& diagnostics) {
  try {
    return open_beside(package, name, limits);
  } catch (const Failure& failure) {
    auto diagnostic = failure.diagnostic();
    diagnostic.severity = Severity::warning;
    diagnostics.add(std::move(diagnostic));
    return {};
  }
}

std::string part_of(std::string_view reference) {
  if (reference.starts_with("./")) reference.remove_prefix(2);
  const bool outside = reference.starts_with('/') || reference.starts_with("../") ||
                       reference.find(':') != std::string_view::npos;
  return outside ? std::string() : std::string(reference);
}

} // namespace saraban::odt
