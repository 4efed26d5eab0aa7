// Tables of contents made anew of the headings that filling left.
#include "document/titles.h"
#include "docx/contents_request.h"
#include "docx/contents_tree.h"
#include "docx/part/elements.h"
#include "docx/part/parts.h"
#include "docx/read.h"
#include "package/xml.h"

#include <algorithm>

namespace saraban::docx {
namespace {

using pugi::xml_node;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

/// Paragraph styles by id, their names in lower case.
std::map<std::string, std::string> style_names(const package::Package& package,
                                               const Limits& limits) {
  std::map<std::string, std::string> names;
  const Part styles = open_related(package, open_main_part(package, limits), "styles", limits);
  if (!styles.xml) return names;
  for (const xml_node style : styles.xml->document_element().children("w:style"))
    names.emplace(attribute(style, "w:styleId"), lower(value(style.child("w:name"))));
  return names;
}

std::string style_of(xml_node paragraph, const std::map<std::string, std::string>& names) {
  const auto found = names.find(std::string(value(paragraph.child("w:pPr").child("w:pStyle"))));
  return found == names.end() ? std::string() : found->second;
}

/// What the table should list: the titles before and behind it that it asks for.
std::vector<ContentsEntry> entries_for(const ContentsPlace& place, const ContentsRequest& request,
                                       const document::Document& document,
                                       const std::vector<xml_node>& paragraphs,
                                       const std::map<std::string, std::string>& names) {
  std::vector<ContentsEntry> entries;
  for (const document::Title& title : document::titles_of(document)) {
    if (title.origin.part != 0 || title.origin.paragraph >= paragraphs.size()) continue;
    const xml_node paragraph = paragraphs[title.origin.paragraph];
    const auto& own = place.paragraphs;
    if (std::find(own.begin(), own.end(), paragraph) != own.end()) continue;
    const int level = level_in(request, style_of(paragraph, names), title.outline_level);
    if (level > 0) entries.push_back({level, title.label, title.text, paragraph});
  }
  return entries;
}

/// Ids of the styles "toc 1" to "toc 9".
ContentsStyles contents_styles(const std::map<std::string, std::string>& names) {
  ContentsStyles styles;
  for (const auto& [id, name] : names)
    if (name.starts_with("toc "))
      if (const auto level = integer(std::string_view(name).substr(4)); level && *level <= 9)
        styles.emplace(static_cast<int>(*level), id);
  return styles;
}

} // namespace

std::optional<package::Package> refresh_contents(const package::Package& package,
                                                 const document::Document& document,
                                                 const Limits& limits) {
  const std::string main = main_part_name(package, limits);
  const auto bytes = package.part(main);
  const bool has_contents = bytes && bytes->find("TOC") != std::string::npos;
  if (!has_contents || document.parts.empty() || document.parts[0] != main) return std::nullopt;
  pugi::xml_document tree;
  tree.reset(*package::parse_xml(*bytes, package.name(), main, limits));
  ContentsPlace place;
  ContentsRequest request;
  if (!find_contents(tree, place) || !read_contents_request(place.instruction, request))
    return std::nullopt;
  const auto names = style_names(package, limits);
  const ContentsStyles styles = contents_styles(names);
  const auto entries = entries_for(place, request, document, paragraphs_in(tree), names);
  if (entries.empty() || lists(place, entries, styles)) return std::nullopt;
  write_contents(place, entries, {styles, request.links, request.pages});
  package::Package result = package;
  result.set(main, package::print_xml(tree));
  return result;
}

} // namespace saraban::docx
