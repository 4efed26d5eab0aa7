// Namespaces to the prefixes that everybody uses, transitional and strict alike.
#include "docx/elements.h"

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

using Prefixes = std::map<std::string, std::string_view, std::less<>>;

std::string renamed(std::string_view name, const Prefixes& prefixes, bool is_attribute) {
  const auto colon = name.find(':');
  if (colon == std::string_view::npos && is_attribute) return std::string(name);
  const auto prefix = colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
  const auto found = prefixes.find(prefix);
  if (found == prefixes.end()) return std::string(name);
  return std::string(found->second) + ':' +
         std::string(colon == std::string_view::npos ? name : name.substr(colon + 1));
}

void rename(pugi::xml_node element, Prefixes prefixes) {
  for (const auto& a : element.attributes())
    if (const char* prefix = declared(a.name()))
      if (const auto* known = find(a.value())) prefixes[prefix] = known->prefix;
  element.set_name(renamed(element.name(), prefixes, false).c_str());
  for (auto a : element.attributes())
    if (!declared(a.name())) a.set_name(renamed(a.name(), prefixes, true).c_str());
  for (const auto& child : element.children())
    if (child.type() == pugi::node_element) rename(child, prefixes);
}

} // namespace

bool has_unusual_prefixes(const pugi::xml_document& document) {
  for (const auto& a : document.document_element().attributes()) {
    const char* prefix = declared(a.name());
    const auto* known = prefix ? find(a.value()) : nullptr;
    // Custom properties are read by local name: their default namespace is usual.
    if (known && known->prefix != prefix && known->prefix != "cust") return true;
  }
  return false;
}

void use_usual_prefixes(pugi::xml_document& document) {
  rename(document.document_element(), {});
}

} // namespace saraban::docx
