// Styles and lists that filling adds, in the parts that hold such (ECMA-376 17.7, 17.9).
#include "docx/markup/markup_parts.h"

#include <algorithm>

namespace saraban::docx {
namespace {

using Kind = fill::Additions::Definition::Kind;

constexpr NewPart styles_part{"styles", "w:styles"};
constexpr NewPart numbering_part{"numbering", "w:numbering"};

std::string xml_of(const fill::Additions& additions, Kind kind) {
  std::string xml;
  for (const auto& definition : additions.definitions)
    if (definition.kind == kind) xml += definition.xml;
  return xml;
}

/// Definitions of lists stand before the lists (17.9.17).
void insert_lists(std::string& xml, const std::string& definitions, const std::string& lists) {
  const std::size_t end = std::min(xml.rfind("<w:numIdMacAtCleanup"), xml.rfind("</w:numbering>"));
  if (end == std::string::npos) {
    insert_at_end(xml, definitions + lists);
    return;
  }
  xml.insert(end, lists);
  std::size_t first = end;
  for (const char* start : {"<w:num ", "<w:num>", "<w:num\n", "<w:num\r", "<w:num\t"})
    first = std::min(first, xml.find(start));
  xml.insert(first, definitions);
}

} // namespace

std::string empty_part(const std::string& root) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<" + root +
         " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"></" + root +
         ">";
}

std::string make_part(package::Package& package, const NewPart& part) {
  const std::string main = main_part(package, {});
  const std::string folder = main.substr(0, main.rfind('/') + 1);
  const std::string name = folder + part.kind + ".xml";
  if (package.has(name)) return name; // Of no relation; as good as any.
  add_relationships(package, main,
                    std::string("<Relationship Id=\"rIdS-") + part.kind +
                        "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                        "relationships/" +
                        part.kind + "\" Target=\"/" + name + "\"/>");
  add_content_types(package, {},
                    "<Override PartName=\"/" + name +
                        "\" ContentType=\"application/vnd.openxmlformats-officedocument."
                        "wordprocessingml." +
                        part.kind + "+xml\"/>");
  return name;
}

std::string next_list_definition(const FillFacts& facts, const fill::Additions& additions) {
  const auto made = std::count_if(additions.definitions.begin(), additions.definitions.end(),
                                  [](const auto& one) { return one.kind == Kind::list; });
  return std::to_string(facts.last_abstract + 1 + static_cast<int>(made));
}

void add_definitions(package::Package& package, const fill::Additions& additions,
                     const FillFacts& facts) {
  if (const std::string styles = xml_of(additions, Kind::style); !styles.empty()) {
    const std::string name =
        facts.styles_part.empty() ? make_part(package, styles_part) : facts.styles_part;
    const auto bytes = package.part(name);
    std::string xml = bytes ? *bytes : empty_part(styles_part.root);
    if (insert_at_end(xml, styles)) package.set(name, std::move(xml));
  }
  const std::string definitions = xml_of(additions, Kind::list);
  std::string lists = xml_of(additions, Kind::list_use);
  for (const auto& restart : additions.restarts)
    lists += restarting_list(facts, additions, restart.list, restart.from);
  if (definitions.empty() && lists.empty()) return;
  const std::string name =
      facts.numbering_part.empty() ? make_part(package, numbering_part) : facts.numbering_part;
  const auto bytes = package.part(name);
  std::string xml = bytes ? *bytes : empty_part(numbering_part.root);
  insert_lists(xml, definitions, lists);
  package.set(name, std::move(xml));
}

} // namespace saraban::docx
