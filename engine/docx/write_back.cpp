// What layout found, written into the file: page breaks and catchwords, numbers of pages.
#include "docx/contents_tree.h"
#include "docx/markup/markup.h"
#include "docx/markup/page_break.h"
#include "docx/page_references.h"
#include "docx/part/parts.h"
#include "docx/read.h"
#include "fill/markup.h"
#include "package/xml.h"

#include <algorithm>
#include <map>

namespace saraban::docx {
namespace {

constexpr std::string_view asked = "name=\"saraban.catchword\"";
constexpr std::string_view written = "name=\"saraban.catchword.written\"";

/// Paragraphs of the body by their number, for the indents that styles and lists give them.
class Formats {
public:
  explicit Formats(const document::Document& document) : document_(document) {
    for (const document::Section& section : document.sections) blocks(section.blocks);
  }
  const document::ParagraphFormat* of(const document::Origin& origin) const {
    const auto found = by_origin_.find({origin.part, origin.paragraph});
    return found == by_origin_.end() ? nullptr : found->second;
  }

private:
  void blocks(const std::vector<document::Block>& all) {
    for (const document::Block& block : all) {
      if (const auto* paragraph = std::get_if<document::Paragraph>(&block.content)) {
        if (paragraph->format < document_.paragraph_formats.size())
          by_origin_.emplace(std::pair(paragraph->origin.part, paragraph->origin.paragraph),
                             &document_.paragraph_formats[paragraph->format]);
        continue;
      }
      for (const document::Row& row : std::get<document::Table>(block.content).rows)
        for (const document::Cell& cell : row.cells) blocks(cell.blocks);
    }
  }

  const document::Document& document_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, const document::ParagraphFormat*> by_origin_;
};

/// So that a second pass over the written file does not add its catchwords again.
void mark_as_written(package::Package& package) {
  constexpr const char* part = "docProps/custom.xml";
  const auto bytes = package.part(part);
  if (!bytes) return;
  std::string xml = *bytes;
  const std::size_t at = xml.find(asked);
  if (at == std::string::npos) return;
  xml.replace(at, asked.size(), written);
  package.set(part, std::move(xml));
}

using Starts = std::map<std::uint32_t, std::vector<document::PageStart>>;

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
void break_pages(pugi::xml_node root, const std::vector<document::PageStart>& starts,
                 const Formats& formats) {
  const std::vector<pugi::xml_node> paragraphs = paragraphs_in(root);
  for (auto start = starts.rbegin(); start != starts.rend(); ++start)
    if (start->origin.paragraph < paragraphs.size())
      break_page(paragraphs[start->origin.paragraph], *start, formats.of(start->origin));
}

} // namespace

bool refers_to_pages(const package::Package& package, const Limits& limits) {
  const auto bytes = package.part(main_part_name(package, limits));
  return bytes && (bytes->find("PAGEREF") != std::string::npos ||
                   bytes->find("TOC \\") != std::string::npos);
}

package::Package write_back(const package::Package& package, const document::Document& document,
                            const document::Findings& findings, const Limits& limits) {
  const Starts by_part = starts_of(document, findings);
  package::Package result = package;
  const Formats formats(document);
  for (std::uint32_t index = 0; index < document.parts.size(); ++index) {
    const std::string& part = document.parts[index];
    const auto bytes = package.part(part);
    const auto starts = by_part.find(index);
    if (!bytes || (starts == by_part.end() && bytes->find("PAGEREF") == std::string::npos))
      continue;
    pugi::xml_document tree;
    tree.reset(*package::parse_xml(*bytes, package.name(), part, limits));
    const bool renumbered = write_page_references(tree, findings);
    if (starts != by_part.end()) break_pages(tree, starts->second, formats);
    if (renumbered || starts != by_part.end()) result.set(part, package::print_xml(tree));
  }
  if (document.settings.catchword.words > 0) mark_as_written(result);
  return result;
}

} // namespace saraban::docx
