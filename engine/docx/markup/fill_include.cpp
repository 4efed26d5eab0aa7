// A document's body made fit for another document: styles by name, no notes, lists or sections.
#include "docx/markup/markup_parts.h"
#include "package/xml.h"

#include <algorithm>
#include <set>

namespace saraban::docx {
namespace {

/// Style ids and names of a package: one way or the other.
std::map<std::string, std::string> styles_of(const package::Package& package, const Limits& limits,
                                             bool by_name) {
  std::map<std::string, std::string> styles;
  for (const auto& r : package::relationships(package, main_part(package, limits), limits)) {
    const auto bytes = r.type.ends_with("/styles") ? package.part(r.target) : nullptr;
    if (!bytes) continue;
    const auto tree = package::parse_xml(*bytes, package.name(), r.target, limits);
    for (pugi::xml_node style : tree->document_element().children("w:style")) {
      const std::string id = style.attribute("w:styleId").value();
      const std::string name = style.child("w:name").attribute("w:val").value();
      by_name ? styles.emplace(name, id) : styles.emplace(id, name);
    }
  }
  return styles;
}

class Adopter {
public:
  Adopter(const package::Package& from, const package::Package& into, const Limits& limits)
      : names_(styles_of(from, limits, false)), ids_(styles_of(into, limits, true)) {}

  void children(pugi::xml_node parent) {
    for (pugi::xml_node child = parent.first_child(), next; child; child = next) {
      next = child.next_sibling();
      node(parent, child);
    }
  }
  std::set<std::string> left_out;

private:
  void node(pugi::xml_node parent, pugi::xml_node child) {
    const std::string_view name = child.name();
    if (name == "w:pStyle" || name == "w:rStyle" || name == "w:tblStyle")
      return style(parent, child);
    const char* lost = name == "w:numPr"                                               ? "numbering"
                       : name == "w:sectPr"                                            ? "section"
                       : name == "w:footnoteReference" || name == "w:endnoteReference" ? "note"
                       : name == "w:commentReference" || name == "w:commentRangeStart" ||
                               name == "w:commentRangeEnd"
                           ? "comment"
                           : nullptr;
    if (!lost) return children(child);
    left_out.insert(lost);
    parent.remove_child(child);
  }
  void style(pugi::xml_node parent, pugi::xml_node child) {
    const auto name = names_.find(child.attribute("w:val").value());
    const auto id = name == names_.end() ? ids_.end() : ids_.find(name->second);
    if (id != ids_.end()) {
      child.attribute("w:val").set_value(id->second.c_str());
      return;
    }
    if (name != names_.end()) left_out.insert("style " + name->second);
    parent.remove_child(child);
  }

  std::map<std::string, std::string> names_, ids_;
};

} // namespace

pugi::xml_node adopt(pugi::xml_node root, const package::Package& from,
                     const package::Package& into, const Limits& limits,
                     std::vector<std::string>& left_out) {
  pugi::xml_node body = root.first_child();
  while (body && body.type() != pugi::node_element) body = body.next_sibling();
  body = body.child("w:body");
  body.remove_child("w:sectPr"); // The last section's: the document goes on in its own.
  Adopter adopter(from, into, limits);
  adopter.children(body);
  left_out.assign(adopter.left_out.begin(), adopter.left_out.end());
  return body;
}

} // namespace saraban::docx
