// Namespaces to the prefixes that everybody uses.
#include "package/prefixes.h"

#include <algorithm>
#include <map>
#include <string>

namespace saraban::package {
namespace {

using Namespaces = std::span<const Namespace>;

const Namespace* find(Namespaces known, std::string_view uri) {
  for (const auto& n : known)
    if (n.uri == uri) return &n;
  return nullptr;
}

/// The prefix that an attribute declares ("" for the default namespace); nullptr for others.
const char* declared(const char* name) {
  const std::string_view text = name;
  if (text == "xmlns") return "";
  return text.starts_with("xmlns:") ? name + 6 : nullptr;
}

/// Unusual prefixes in force, with the usual ones.
using Prefixes = std::map<std::string, std::string_view, std::less<>>;

std::string_view prefix_of(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

void add_declared(pugi::xml_node element, Namespaces all, Prefixes& prefixes) {
  for (const auto& a : element.attributes()) {
    const char* prefix = declared(a.name());
    const auto* known = prefix ? find(all, a.value()) : nullptr;
    if (!known || known->usual_as_default) continue;
    if (known->prefix != prefix)
      prefixes[prefix] = known->prefix;
    else
      prefixes.erase(prefix);
  }
}

bool declares(pugi::xml_node element) {
  for (const auto& a : element.attributes())
    if (declared(a.name())) return true;
  return false;
}

std::string renamed(std::string_view name, std::string_view prefix) {
  const auto colon = name.find(':');
  return std::string(prefix) + ':' +
         std::string(colon == std::string_view::npos ? name : name.substr(colon + 1));
}

void rename(pugi::xml_node element, Namespaces known, const Prefixes& outer) {
  Prefixes own;
  const bool changes = declares(element);
  if (changes) own = outer, add_declared(element, known, own);
  const auto& prefixes = changes ? own : outer;
  if (const auto found = prefixes.find(prefix_of(element.name())); found != prefixes.end())
    element.set_name(renamed(element.name(), found->second).c_str());
  for (auto a : element.attributes()) {
    const auto prefix = prefix_of(a.name());
    if (prefix.empty() || declared(a.name())) continue;
    if (const auto found = prefixes.find(prefix); found != prefixes.end())
      a.set_name(renamed(a.name(), found->second).c_str());
  }
  for (const auto& child : element.children())
    if (child.type() == pugi::node_element) rename(child, known, prefixes);
}

/// Whether the text has a name with that prefix: as an element or an attribute.
bool uses(std::string_view bytes, const std::string& prefix) {
  if (prefix.empty()) return true;
  for (const char before : {'<', ' ', '\n'})
    if (bytes.find(before + prefix + ':') != std::string_view::npos) return true;
  return false;
}

} // namespace

bool has_unusual_prefixes(const pugi::xml_document& document, std::string_view bytes,
                          Namespaces known) {
  Prefixes unusual;
  add_declared(document.document_element(), known, unusual);
  return std::any_of(unusual.begin(), unusual.end(),
                     [&](const auto& entry) { return uses(bytes, entry.first); });
}

void use_usual_prefixes(pugi::xml_document& document, Namespaces known) {
  rename(document.document_element(), known, {});
}

} // namespace saraban::package
