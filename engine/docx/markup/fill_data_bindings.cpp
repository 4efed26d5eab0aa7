// Bound content controls (ECMA-376 Part 1, 17.5.2.6): what was written in one is what its XML part
// says, or Word would show the old value again.
#include "docx/markup/markup_parts.h"
#include "package/xml.h"

#include <map>
#include <sstream>

namespace saraban::docx {
namespace {

/// Store items that are not custom XML ([MS-OI29500] 2.1.1474).
constexpr std::pair<std::string_view, const char*> built_in[] = {
    {"{6C3C8BC8-F283-45AE-878A-BAB7291924A1}", "docProps/core.xml"},
    {"{6668398D-A668-4E3E-A5EB-62B293D839F1}", "docProps/app.xml"}};

struct Bound {
  std::string item;     ///< The store item's id.
  std::string prefixes; ///< xmlns:a='…' …
  std::string path;
  std::string text;
};

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

void collect_text(pugi::xml_node node, std::string& text) {
  const std::string_view name = node.name();
  if (name == "w:del" || name == "w:instrText") return;
  if (name == "w:t") text += node.text().get();
  if (name == "w:br" || name == "w:cr") text += '\n';
  if (name == "w:tab") text += '\t';
  for (pugi::xml_node child : node.children()) collect_text(child, text);
}

/// What a control says to its store: dates and boxes as values, the rest as shown.
std::string stored_text(pugi::xml_node properties, pugi::xml_node content) {
  if (const pugi::xml_node box = properties.child("w14:checkbox")) {
    const std::string_view on = box.child("w14:checked").attribute("w14:val").value();
    return on == "1" || on == "true" ? "true" : "false";
  }
  const pugi::xml_node date = properties.child("w:date");
  const std::string as = date.child("w:storeMappedDataAs").attribute("w:val").value();
  if (date && as != "text" && date.attribute("w:fullDate")) {
    const std::string full = date.attribute("w:fullDate").value();
    return as == "date" ? full.substr(0, 10) : full;
  }
  std::string text;
  collect_text(content, text);
  for (const char* list : {"w:dropDownList", "w:comboBox"})
    for (pugi::xml_node item : properties.child(list).children("w:listItem"))
      if (text == item.attribute("w:displayText").value()) return item.attribute("w:value").value();
  return text;
}

void collect_bound(pugi::xml_node node, std::vector<Bound>& bound) {
  for (pugi::xml_node child : node.children()) {
    const pugi::xml_node properties = child.child("w:sdtPr");
    const pugi::xml_node binding = properties.child("w:dataBinding");
    const pugi::xml_node prompt = properties.child("w:showingPlcHdr");
    const std::string_view shows = prompt.attribute("w:val").as_string(prompt ? "1" : "0");
    if (binding && (shows == "0" || shows == "false"))
      bound.push_back({upper(binding.attribute("w:storeItemID").value()),
                       binding.attribute("w:prefixMappings").value(),
                       binding.attribute("w:xpath").value(),
                       stored_text(properties, child.child("w:sdtContent"))});
    collect_bound(child, bound);
  }
}

/// The namespace of a prefix among declarations xmlns:a="…" or xmlns:a='…'.
std::string declared(const std::string& declarations, const std::string& prefix) {
  const std::string wanted = "xmlns:" + prefix + "=";
  const std::size_t at = declarations.find(wanted);
  if (at == std::string::npos || at + wanted.size() >= declarations.size()) return {};
  const char quote = declarations[at + wanted.size()];
  const std::size_t begin = at + wanted.size() + 1;
  const std::size_t end = declarations.find(quote, begin);
  return end == std::string::npos ? "" : declarations.substr(begin, end - begin);
}

std::string namespace_of(pugi::xml_node element) {
  const std::string name = element.name();
  const std::size_t colon = name.find(':');
  const std::string wanted =
      colon == std::string::npos ? "xmlns" : "xmlns:" + name.substr(0, colon);
  for (pugi::xml_node node = element; node; node = node.parent())
    if (const pugi::xml_attribute found = node.attribute(wanted.c_str())) return found.value();
  return {};
}

std::string_view local_name(std::string_view name) {
  return name.substr(name.find(':') + 1);
}

/// One step of the paths that Word writes: "/prefix:name[2]"; a name without prefix has none.
struct Step {
  std::string space, name;
  int number = 1;
};

std::vector<Step> steps_of(const Bound& bound) {
  std::vector<Step> steps;
  std::istringstream path(bound.path);
  for (std::string part; std::getline(path, part, '/');) {
    if (part.empty()) continue;
    Step step;
    const std::size_t bracket = part.find('[');
    if (bracket != std::string::npos) step.number = std::atoi(part.c_str() + bracket + 1);
    const std::string name = part.substr(0, bracket);
    const std::size_t colon = name.find(':');
    if (colon != std::string::npos) step.space = declared(bound.prefixes, name.substr(0, colon));
    step.name = std::string(local_name(name));
    steps.push_back(std::move(step));
  }
  return steps;
}

pugi::xml_node follow(pugi::xml_node parent, const Step& step) {
  int number = 0;
  for (pugi::xml_node child : parent.children())
    if (child.type() == pugi::node_element && local_name(child.name()) == step.name &&
        namespace_of(child) == step.space && ++number == step.number)
      return child;
  return {};
}

/// Whether something changed.
bool store(pugi::xml_node root, const Bound& bound) {
  pugi::xml_node node = root;
  for (const Step& step : steps_of(bound)) {
    if (!step.name.starts_with('@')) {
      node = follow(node, step);
      continue;
    }
    pugi::xml_attribute found = node.attribute(step.name.c_str() + 1);
    return found && bound.text != found.value() && found.set_value(bound.text.c_str());
  }
  if (!node || node == root || bound.text == node.text().get()) return false;
  for (pugi::xml_node child : node.children())
    if (child.type() == pugi::node_element) return false; // No place for text alone.
  return node.text().set(bound.text.c_str());
}

/// Custom XML parts by the ids that their properties give them (22.5.2).
std::map<std::string, std::string> store_items(const package::Package& package,
                                               const Limits& limits) {
  std::map<std::string, std::string> items;
  for (const auto& [id, part] : built_in) items.emplace(id, part);
  for (const std::string& name : package.part_names()) {
    if (!name.starts_with("customXml/") || name.find("/_rels/") != std::string::npos) continue;
    for (const auto& r : package::relationships(package, name, limits)) {
      const auto bytes = r.type.ends_with("/customXmlProps") ? package.part(r.target) : nullptr;
      if (!bytes) continue;
      const auto tree = package::parse_xml(*bytes, package.name(), r.target, limits);
      const std::string id = tree->document_element().attribute("ds:itemID").value();
      if (!id.empty()) items.emplace(upper(id), name);
    }
  }
  return items;
}

std::string printed(const pugi::xml_document& tree) {
  std::ostringstream out;
  tree.save(out, "", pugi::format_raw | pugi::format_no_declaration);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + out.str();
}

} // namespace

void store_bound_values(package::Package& package, const Limits& limits) {
  std::vector<Bound> bound;
  for (const fill::PartToFill& part : parts_to_fill(package, limits)) {
    const auto bytes = package.part(part.name);
    if (!bytes || bytes->find("<w:dataBinding") == std::string::npos) continue;
    collect_bound(*package::parse_xml(*bytes, package.name(), part.name, limits), bound);
  }
  if (bound.empty()) return;
  const auto items = store_items(package, limits);
  std::map<std::string, std::vector<const Bound*>> by_part;
  for (const Bound& one : bound)
    if (const auto known = items.find(one.item); known != items.end())
      by_part[known->second].push_back(&one);
  for (const auto& [name, values] : by_part) {
    const auto bytes = package.part(name);
    if (!bytes) continue;
    const auto tree = package::parse_xml(*bytes, package.name(), name, limits);
    bool changed = false;
    for (const Bound* one : values) changed = store(*tree, *one) || changed;
    if (changed) package.set(name, printed(*tree));
  }
}

} // namespace saraban::docx
