// Lists that start anew: which list a paragraph counts in, and new lists in the numbering part
// (ECMA-376 17.9.15, 17.9.27).
#include "docx/markup/markup_parts.h"
#include "package/xml.h"

#include <algorithm>
#include <set>

namespace saraban::docx {
namespace {

/// The start of each of a list's nine levels.
struct List {
  std::string abstract;
  std::map<int, int> starts;
};

struct ListFacts {
  std::string numbering_part;
  std::map<std::string, std::string> style_lists; ///< Paragraph style → list, inherited.
  std::map<std::string, List> lists;
  int last = 0;
};

const ListFacts& of(const fill::Facts& facts) {
  return *static_cast<const ListFacts*>(facts.get());
}

std::map<int, int> starts_of(pugi::xml_node abstract) {
  std::map<int, int> starts;
  for (pugi::xml_node level : abstract.children("w:lvl"))
    starts[level.attribute("w:ilvl").as_int()] =
        level.child("w:start").attribute("w:val").as_int(1);
  return starts;
}

void read_numbering(pugi::xml_node root, ListFacts& facts) {
  std::map<std::string, std::map<int, int>> abstracts;
  for (pugi::xml_node node : root.children("w:abstractNum"))
    abstracts[node.attribute("w:abstractNumId").value()] = starts_of(node);
  for (pugi::xml_node node : root.children("w:num")) {
    List list;
    list.abstract = node.child("w:abstractNumId").attribute("w:val").value();
    list.starts = abstracts[list.abstract];
    for (pugi::xml_node level : node.children("w:lvlOverride"))
      if (pugi::xml_node start = level.child("w:startOverride"))
        list.starts[level.attribute("w:ilvl").as_int()] = start.attribute("w:val").as_int(1);
    facts.last = std::max(facts.last, node.attribute("w:numId").as_int());
    facts.lists[node.attribute("w:numId").value()] = std::move(list);
  }
}

void read_styles(pugi::xml_node root, ListFacts& facts) {
  std::map<std::string, pugi::xml_node> styles;
  for (pugi::xml_node style : root.children("w:style"))
    styles[style.attribute("w:styleId").value()] = style;
  for (const auto& [name, own] : styles) {
    std::set<std::string> seen;
    for (pugi::xml_node style = own; style;) {
      const pugi::xml_node list = style.child("w:pPr").child("w:numPr").child("w:numId");
      if (list) facts.style_lists[name] = list.attribute("w:val").value();
      const std::string parent = style.child("w:basedOn").attribute("w:val").value();
      if (list || parent.empty() || !seen.insert(parent).second) break;
      const auto found = styles.find(parent);
      style = found == styles.end() ? pugi::xml_node() : found->second;
    }
  }
}

} // namespace

fill::Facts read_facts(const package::Package& package, const Limits& limits) {
  auto facts = std::make_shared<ListFacts>();
  for (const auto& r : package::relationships(package, main_part(package, limits), limits)) {
    const bool numbering = r.type.ends_with("/numbering"), styles = r.type.ends_with("/styles");
    if ((!numbering && !styles) || r.external) continue;
    const auto bytes = package.part(r.target);
    if (!bytes) continue;
    const auto tree = package::parse_xml(*bytes, package.name(), r.target, limits);
    if (styles) read_styles(tree->document_element(), *facts);
    if (!numbering) continue;
    facts->numbering_part = r.target;
    read_numbering(tree->document_element(), *facts);
  }
  return facts;
}

std::string list_of(const fill::Facts& facts, pugi::xml_node paragraph) {
  const pugi::xml_node properties = paragraph.child("w:pPr");
  if (const pugi::xml_node own = properties.child("w:numPr").child("w:numId"))
    return own.attribute("w:val").as_int() == 0 ? "" : own.attribute("w:val").value();
  const auto styled =
      of(facts).style_lists.find(properties.child("w:pStyle").attribute("w:val").value());
  return styled == of(facts).style_lists.end() ? "" : styled->second;
}

void set_list(pugi::xml_node paragraph, const std::string& list) {
  pugi::xml_node properties = paragraph.child("w:pPr");
  if (!properties) properties = paragraph.prepend_child("w:pPr");
  if (properties.child("w:numPr").child("w:numId")) return;
  pugi::xml_node numbering = properties.child("w:numPr");
  if (!numbering) {
    // CT_PPrBase: after pStyle, keepNext, keepLines, pageBreakBefore, framePr, widowControl.
    pugi::xml_node before;
    for (const char* name : {"w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore",
                             "w:framePr", "w:widowControl"})
      if (pugi::xml_node known = properties.child(name)) before = known;
    numbering = before ? properties.insert_child_after("w:numPr", before)
                       : properties.prepend_child("w:numPr");
  }
  numbering.append_child("w:numId").append_attribute("w:val") = list.c_str();
}

std::string list_name(const fill::Facts& facts, std::size_t number) {
  return std::to_string(of(facts).last + static_cast<int>(number));
}

void add_lists(package::Package& package, const std::vector<fill::Additions::Restart>& restarts,
               const fill::Facts& facts) {
  const auto bytes = package.part(of(facts).numbering_part);
  if (restarts.empty() || !bytes) return;
  std::string added;
  for (const auto& restart : restarts) {
    const auto from = of(facts).lists.find(restart.from);
    if (from == of(facts).lists.end()) continue;
    added += "<w:num w:numId=\"" + restart.list + "\"><w:abstractNumId w:val=\"" +
             from->second.abstract + "\"/>";
    for (const auto& [level, start] : from->second.starts)
      added += "<w:lvlOverride w:ilvl=\"" + std::to_string(level) + "\"><w:startOverride w:val=\"" +
               std::to_string(start) + "\"/></w:lvlOverride>";
    added += "</w:num>";
  }
  std::string xml = *bytes;
  const std::size_t after =
      std::min(xml.rfind("<w:numIdMacAtCleanup"), xml.rfind("</w:numbering>"));
  if (after == std::string::npos) return;
  xml.insert(after, added);
  package.set(of(facts).numbering_part, std::move(xml));
}

} // namespace saraban::docx
