// What layout found, written into the file: page breaks and catchwords, numbers of pages.
#include "fill/markup.h"
#include "odt/contents_tree.h"
#include "odt/markup/markup_parts.h"
#include "odt/markup/page_break.h"
#include "odt/page_references.h"
#include "odt/part/elements.h"
#include "odt/part/parts.h"
#include "odt/read.h"

#include <map>

namespace saraban::odt {
namespace {

constexpr std::string_view asked = "meta:name=\"saraban.catchword\"";
constexpr std::string_view written = "meta:name=\"saraban.catchword.written\"";

using Formats = std::map<std::uint32_t, const document::ParagraphFormat*>;

/// Of the paragraphs of a part that do not stand in tables, by their number.
Formats formats_of(const document::Document& document, std::uint32_t part) {
  Formats formats;
  for (const document::Section& section : document.sections)
    for (const document::Block& block : section.blocks) {
      const auto* paragraph = std::get_if<document::Paragraph>(&block.content);
      if (!paragraph || paragraph->origin.part != part) continue;
      if (paragraph->format < document.paragraph_formats.size())
        formats.emplace(paragraph->origin.paragraph,
                        &document.paragraph_formats[paragraph->format]);
    }
  return formats;
}

/// So that a second pass over the written file does not add its catchwords again.
void mark_as_written(package::Package& package) {
  const std::string part = is_flat(package) ? package::flat_part : meta_part;
  const auto bytes = package.part(part);
  if (!bytes) return;
  const std::size_t at = bytes->find(asked);
  if (at == std::string::npos) return;
  std::string xml = *bytes;
  xml.replace(at, asked.size(), written);
  package.set(part, std::move(xml));
}

using Starts = std::map<std::uint32_t, std::vector<document::PageStart>>;

constexpr std::string_view page_shown = "reference-format=\"page\"";

/// Page breaks to be written, by part.
Starts starts_of(const document::Document& document, const document::Findings& findings) {
  Starts by_part;
  if (document.settings.catchword.words == 0) return by_part;
  for (const document::PageStart& start : findings.starts)
    if (!start.forced && !start.in_table && start.origin.part < document.parts.size())
      by_part[start.origin.part].push_back(start);
  return by_part;
}

/// From the last to the first: what stands before a break stays where it was.
void break_pages(const fill::Facts& facts, pugi::xml_node root,
                 const std::vector<document::PageStart>& starts, const Formats& formats) {
  const std::vector<pugi::xml_node> paragraphs = paragraphs_in(root);
  for (auto start = starts.rbegin(); start != starts.rend(); ++start) {
    const std::uint32_t number = start->origin.paragraph;
    const auto format = formats.find(number);
    if (number < paragraphs.size())
      break_page(facts, paragraphs[number], *start,
                 format == formats.end() ? nullptr : format->second);
  }
}

} // namespace

bool refers_to_pages(const package::Package& package, const Limits&) {
  const auto bytes = package.part(content_part);
  return bytes && (bytes->find(page_shown) != std::string::npos ||
                   bytes->find("table-of-content ") != std::string::npos);
}

package::Package write_back(const package::Package& package, const document::Document& document,
                            const document::Findings& findings, const Limits& limits) {
  const Starts by_part = starts_of(document, findings);
  package::Package result = package;
  const fill::Facts facts = by_part.empty() ? nullptr : read_facts(package, limits);
  for (std::uint32_t index = 0; index < document.parts.size(); ++index) {
    const auto starts = by_part.find(index);
    const auto bytes = package.part(document.parts[index]);
    if (!bytes || (starts == by_part.end() && bytes->find(page_shown) == std::string::npos))
      continue;
    const Part part = open_part(package, document.parts[index], limits);
    pugi::xml_document tree;
    tree.reset(*part.xml);
    const bool renumbered = write_page_references(tree, findings);
    if (starts != by_part.end())
      break_pages(facts, tree, starts->second, formats_of(document, index));
    if (!renumbered && starts == by_part.end()) continue;
    std::string xml = package::print_xml(tree);
    if (starts != by_part.end()) drop_unused_styles(xml);
    result.set(part.name, std::move(xml));
  }
  if (document.settings.catchword.words > 0) mark_as_written(result);
  return result;
}

} // namespace saraban::odt
