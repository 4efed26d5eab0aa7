// Namespaces to the prefixes that everybody uses.
#pragma once

#include <pugixml.hpp>
#include <span>
#include <string_view>

namespace saraban::package {

struct Namespace {
  std::string_view uri, prefix;
  /// Elements in it are read by local name where it is the default namespace.
  bool usual_as_default = false;
};

/// True when names use a prefix other than the usual one for a namespace of `known` that the root
/// element declares; `bytes` is the part's text.
bool has_unusual_prefixes(const pugi::xml_document& document, std::string_view bytes,
                          std::span<const Namespace> known);
/// Renames elements and attributes to the usual prefixes, so that names can be compared as text.
void use_usual_prefixes(pugi::xml_document& document, std::span<const Namespace> known);

} // namespace saraban::package
