// Lists that start anew: which list a paragraph counts in, and new lists in the numbering part
// (ECMA-376 17.9.15, 17.9.27).
#include "docx/markup/markup_parts.h"
#include "package/xml.h"

#include <algorithm>
#include <set>

namespace saraban::docx {
namespace {

std::map<int, int> starts_of(pugi::xml_node abstract) {
  std::map<int, int> starts;
  for (pugi::xml_node level : abstract.children("w:lvl"))
    starts[level.attribute("w:ilvl").as_int()] =
        level.child("w:start").attribute("w:val").as_int(1);
  return starts;
}

void read_numbering(pugi::xml_node root, FillFacts& facts) {
  std::map<std::string, std::map<int, int>> abstracts;
  for (pugi::xml_node node : root.children("w:abstractNum"))
    abstracts[node.attribute("w:abstractNumId").value()] = starts_of(node),
    facts.last_abstract = std::max(facts.last_abstract, node.attribute("w:abstractNumId").as_int());
  for (pugi::xml_node node : root.children("w:num")) {
    FillFacts::List list;
    list.abstract = node.child("w:abstractNumId").attribute("w:val").value();
    list.starts = abstracts[list.abstract];
    for (pugi::xml_node level : node.children("w:lvlOverride"))
      if (pugi::xml_node start = level.child("w:startOverride"))
        list.starts[level.attribute("w:ilvl").as_int()] = start.attribute("w:val").as_int(1);
    facts.last = std::max(facts.last, node.attribute("w:numId").as_int());
    facts.lists[node.attribute("w:numId").value()] = std::move(list);
  }
}

int highest_id(pugi::xml_node notes) {
  int highest = 0;
  for (pugi::xml_node note : notes.children())
    highest = std::max(highest, note.attribute("w:id").as_int());
  return highest;
}

/// Names of built-in styles are told apart without case ("heading 1", "Heading 1").
std::string lower(std::string name) {
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name;
}

void name_style(pugi::xml_node style, FillFacts& facts) {
  const std::string id = style.attribute("w:styleId").value();
  const std::string type = style.attribute("w:type").value();
  facts.style_ids.emplace(type + " " + lower(style.child("w:name").attribute("w:val").value()), id);
  if (type == "paragraph" && style.attribute("w:default").as_bool()) facts.usual_style = id;
}

/// Of the usual paragraph style, else of the document's defaults.
void read_base_size(pugi::xml_node root, FillFacts& facts) {
  std::vector<pugi::xml_node> holders{root.child("w:docDefaults").child("w:rPrDefault")};
  for (pugi::xml_node style : root.children("w:style"))
    if (facts.usual_style == style.attribute("w:styleId").value()) holders.push_back(style);
  for (pugi::xml_node holder : holders)
    for (const char* name : {"w:sz", "w:szCs"})
      if (const pugi::xml_node size = holder.child("w:rPr").child(name))
        facts.base_half_points = size.attribute("w:val").as_int(facts.base_half_points);
}

void read_styles(pugi::xml_node root, FillFacts& facts) {
  std::map<std::string, pugi::xml_node> styles;
  for (pugi::xml_node style : root.children("w:style")) {
    styles[style.attribute("w:styleId").value()] = style;
    name_style(style, facts);
  }
  read_base_size(root, facts);
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
  auto facts = std::make_shared<FillFacts>();
  for (const auto& r : package::relationships(package, main_part(package, limits), limits)) {
    const bool numbering = r.type.ends_with("/numbering"), styles = r.type.ends_with("/styles");
    const bool footnotes = r.type.ends_with("/footnotes"), endnotes = r.type.ends_with("/endnotes");
    if ((!numbering && !styles && !footnotes && !endnotes) || r.external) continue;
    const auto bytes = package.part(r.target);
    if (!bytes) continue;
    const auto tree = package::parse_xml(*bytes, package.name(), r.target, limits);
    if (styles) {
      facts->styles_part = r.target;
      read_styles(tree->document_element(), *facts);
    }
    if (footnotes) facts->last_footnote = highest_id(tree->document_element());
    if (endnotes) facts->last_endnote = highest_id(tree->document_element());
    if (!numbering) continue;
    facts->numbering_part = r.target;
    read_numbering(tree->document_element(), *facts);
  }
  for (const fill::PartToFill& part : parts_to_fill(package, limits))
    if (const auto bytes = package.part(part.name))
      facts->binds_data = facts->binds_data || bytes->find("<w:dataBinding") != bytes->npos;
  return facts;
}

const FillFacts& facts_of(const fill::Facts& facts) {
  return *static_cast<const FillFacts*>(facts.get());
}

std::string style_id(const FillFacts& facts, std::string_view type, const std::string& name) {
  const auto known = facts.style_ids.find(std::string(type) + " " + lower(name));
  return known == facts.style_ids.end() ? "" : known->second;
}

std::string list_of(const fill::Facts& facts, pugi::xml_node paragraph) {
  const pugi::xml_node properties = paragraph.child("w:pPr");
  if (const pugi::xml_node own = properties.child("w:numPr").child("w:numId"))
    return own.attribute("w:val").as_int() == 0 ? "" : own.attribute("w:val").value();
  const auto styled =
      facts_of(facts).style_lists.find(properties.child("w:pStyle").attribute("w:val").value());
  return styled == facts_of(facts).style_lists.end() ? "" : styled->second;
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
  return std::to_string(facts_of(facts).last + static_cast<int>(number));
}

namespace {

/// Of a list that filling added: the definition that it counts by, from 1 on each level.
FillFacts::List added_list(const fill::Additions& additions, const std::string& list) {
  FillFacts::List added;
  for (const auto& definition : additions.definitions) {
    if (definition.kind != fill::Additions::Definition::Kind::list_use || definition.name != list)
      continue;
    pugi::xml_document tree;
    tree.load_string(definition.xml.c_str());
    added.abstract = tree.first_child().child("w:abstractNumId").attribute("w:val").value();
    for (int level = 0; level < 9; ++level) added.starts[level] = 1;
  }
  return added;
}

} // namespace

std::string restarting_list(const FillFacts& facts, const fill::Additions& additions,
                            const std::string& list, const std::string& from) {
  const auto known = facts.lists.find(from);
  const FillFacts::List counted =
      known == facts.lists.end() ? added_list(additions, from) : known->second;
  if (counted.abstract.empty()) return {};
  std::string xml =
      "<w:num w:numId=\"" + list + "\"><w:abstractNumId w:val=\"" + counted.abstract + "\"/>";
  for (const auto& [level, start] : counted.starts)
    xml += "<w:lvlOverride w:ilvl=\"" + std::to_string(level) + "\"><w:startOverride w:val=\"" +
           std::to_string(start) + "\"/></w:lvlOverride>";
  return xml + "</w:num>";
}

} // namespace saraban::docx
