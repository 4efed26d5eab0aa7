// ODT packages to documents: OpenDocument 1.3 text, with LibreOffice's extensions.
//
// [X] paragraphs, headings, spans, white space, tabs, breaks
// [X] default, common and automatic styles of paragraphs and text
// [-] page styles: the first master page
// [ ] lists, notes, fields, tables, drawings
#include "odt/read.h"

#include "base/failure.h"
#include "odt/elements.h"
#include "odt/paragraphs.h"
#include "odt/properties.h"
#include "odt/reader.h"
#include "odt/sections.h"

namespace saraban::odt {
namespace {

using pugi::xml_node;

/// What is left when the last paragraph is over: marks at the end of the text.
void flush_pending(Reader& reader) {
  if (reader.pending.empty()) return;
  auto& blocks = reader.document.sections.back().blocks;
  if (blocks.empty() || !std::holds_alternative<document::Paragraph>(blocks.back().content)) return;
  auto& inlines = std::get<document::Paragraph>(blocks.back().content).inlines;
  for (auto& item : reader.pending) inlines.push_back(std::move(item));
  reader.pending.clear();
}

Failure missing_part(const package::Package& package, const std::string& part) {
  Location where;
  where.file = package.name();
  return {Fault::input, "missing-part", std::move(where), {{"part", part}}};
}

} // namespace

document::Document read(const package::Package& package,
                        const std::shared_ptr<const SharedParts>& shared, const Limits& limits,
                        Diagnostics& diagnostics) {
  const auto own =
      shared && shared->is_of(package) ? shared : read_shared(package, limits, diagnostics);
  auto part = open_part(package, content_part, limits);
  if (!part.xml) throw missing_part(package, content_part);
  Reader reader(package, *own, limits, diagnostics);
  reader.document.settings = own->settings;
  const auto root = part.root();
  read_font_faces(root, reader.content_fonts);
  reader.content_styles.add(root.child("office:automatic-styles"), reader.content_fonts);
  reader.content_lists.add(root.child("office:automatic-styles"), reader.content_fonts);
  auto open =
      open_for_reading(reader, std::move(part), reader.content_styles, reader.content_lists);
  reader.part = &open;
  // Index 0 is always there, for whatever has no format of its own.
  const auto* standard = reader.style(Family::paragraph, "Standard");
  reader.formats.run({standard, nullptr, 0});
  reader.formats.paragraph(standard, nullptr);
  auto& section = reader.document.sections.emplace_back();
  read_section(reader, "Standard", section);
  std::vector<document::Block> blocks;
  read_blocks(reader, root.child("office:body").child("office:text"), nullptr, blocks);
  reader.document.sections.back().blocks = std::move(blocks);
  flush_pending(reader);
  reader.document.properties = read_properties(package, open.part, limits);
  if (reader.document.properties.language.empty())
    reader.document.properties.language = own->default_language;
  reader.document.settings.catchword = read_catchword(package, open.part, limits);
  return std::move(reader.document);
}

} // namespace saraban::odt
