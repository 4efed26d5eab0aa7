// Tables of contents made anew of the headings that filling left (ODF 1.3 Part 3, 8.3).
#include "document/titles.h"
#include "odt/contents_tree.h"
#include "odt/part/elements.h"
#include "odt/part/parts.h"
#include "odt/read.h"

#include <algorithm>

namespace saraban::odt {
namespace {

using pugi::xml_node;

bool stands_in(xml_node node, xml_node holder) {
  while (node && node != holder) node = node.parent();
  return static_cast<bool>(node);
}

std::vector<ContentsEntry> entries_for(const ContentsPlace& place,
                                       const document::Document& document,
                                       const std::vector<xml_node>& paragraphs) {
  std::vector<ContentsEntry> entries;
  for (const document::Title& title : document::titles_of(document)) {
    if (title.origin.part != 0 || title.origin.paragraph >= paragraphs.size()) continue;
    const xml_node heading = paragraphs[title.origin.paragraph];
    if (!is(heading, "text:h") || stands_in(heading, place.body)) continue;
    const auto level = integer_or(attribute(heading, "text:outline-level"), 1);
    if (level < 1 || level > place.deepest) continue;
    entries.push_back({static_cast<int>(level), title.label, title.text, heading});
  }
  return entries;
}

} // namespace

std::optional<package::Package> refresh_contents(const package::Package& package,
                                                 const document::Document& document,
                                                 const Limits& limits) {
  const auto bytes = package.part(content_part);
  const bool has_contents = bytes && bytes->find("table-of-content") != std::string::npos;
  if (!has_contents || document.parts.empty() || document.parts[0] != content_part)
    return std::nullopt;
  const Part part = open_part(package, content_part, limits);
  pugi::xml_document tree;
  tree.reset(*part.xml);
  ContentsPlace place;
  if (!find_contents(tree, place)) return std::nullopt;
  const auto entries = entries_for(place, document, paragraphs_in(tree));
  if (entries.empty() || lists(place, entries)) return std::nullopt;
  write_contents(place, entries);
  package::Package result = package;
  result.set(part.name, package::print_xml(tree));
  return result;
}

} // namespace saraban::odt
