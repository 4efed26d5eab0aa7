// Namespaces to the prefixes that everybody uses, transitional and strict alike.
#include "docx/elements.h"

#include <algorithm>
#include <map>
#include <string>

namespace saraban::docx {
namespace {

struct Namespace {
  std::string_view uri, prefix;
};

constexpr Namespace namespaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    {"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"},
    {"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    {"http://purl.oclc.org/ooxml/drawingml/main", "a"},
    {"http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"},
    {"http://purl.oclc.org/ooxml/drawingml/picture", "pic"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", "wpg"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas", "wpc"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing", "wp14"},
    {"http://schemas.microsoft.com/office/word/2010/wordml", "w14"},
    {"http://schemas.microsoft.com/office/word/2012/wordml", "w15"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"urn:schemas-microsoft-com:vml", "v"},
    {"urn:schemas-microsoft-com:office:office", "o"},
    {"urn:schemas-microsoft-com:office:word", "w10"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties", "cust"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes", "vt"},
    {"http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes", "vt"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"},
};

const Namespace* find(std::string_view uri) {
  for (const auto& n : namespaces)
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

/// Custom properties are read by local name: their default namespace is usual.
void add_declared(pugi::xml_node element, Prefixes& prefixes) {
  for (const auto& a : element.attributes()) {
    const char* prefix = declared(a.name());
    const auto* known = prefix ? find(a.value()) : nullptr;
    if (!known || known->prefix == "cust") continue;
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

void rename(pugi::xml_node element, const Prefixes& outer) {
  Prefixes own;
  const bool changes = declares(element);
  if (changes) own = outer, add_declared(element, own);
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
    if (child.type() == pugi::node_element) rename(child, prefixes);
}

/// Whether the text has a name with that prefix: as an element or an attribute.
bool uses(std::string_view bytes, const std::string& prefix) {
  if (prefix.empty()) return true;
  for (const char before : {'<', ' ', '\n'})
    if (bytes.find(before + prefix + ':') != std::string_view::npos) return true;
  return false;
}

} // namespace

bool has_unusual_prefixes(const pugi::xml_document& document, std::string_view bytes) {
  Prefixes unusual;
  add_declared(document.document_element(), unusual);
  return std::any_of(unusual.begin(), unusual.end(),
                     [&](const auto& entry) { return uses(bytes, entry.first); });
}

void use_usual_prefixes(pugi::xml_document& document) {
  rename(document.document_element(), {});
}

} // namespace saraban::docx
