// DOCX packages to documents: ECMA-376 Part 1, transitional and strict.
//
// [X] paragraphs, runs, character and paragraph formatting, styles with inheritance and toggles
// [X] theme fonts and colours, document defaults, conditional formatting of table styles
// [X] lists: every level property, restarts, style links, Thai and other numbers, symbol and
// picture bullets [X] tables: spans, borders by position and from corner to corner, cells apart,
// shading, floating and nested ones, row exceptions
// [-] shading patterns (shown as the mixture of their colours), border styles of art
// [X] sections, headers and footers, columns, page borders, line numbers, line grid
// [X] fields: page numbers and references laid out, all others as stored; the first table of
// contents made anew where filling changed the headings that it lists
// [X] hyperlinks, bookmarks, footnotes and endnotes, content controls, tracked changes as accepted
// [-] notes numbered anew on each page: numbered on; separators of endnotes: as of footnotes
// [X] pictures with crop and turn, anchors with wrapping, shapes, text boxes, groups, VML
// [-] gradients as one colour
// [X] SmartArt from its stored drawing
// [-] equations as a line of text (notice); ruby: base (notice)
// [X] charts: bars, lines, areas, pies, doughnuts, points, bubbles, radars, several together;
// axes, grids, legends, titles, labels of points
// [-] charts in three dimensions are flat (notice), stock charts are lines; chartex (notice)
// [-] WordArt of VML stretched to its box, not bent along a path; of DrawingML: as plain text
// [ ] altChunk (notice), comments (left out)
// [X] embedded fonts, obfuscated or not
#include "docx/read.h"

#include "docx/paragraphs.h"
#include "docx/part/elements.h"
#include "docx/properties.h"
#include "docx/reader.h"
#include "docx/sections.h"

#include "base/failure.h"

namespace saraban::docx {
namespace {

using pugi::xml_node;

/// Reads the body's blocks section by section.
class BodyReader {
public:
  BodyReader(Reader& reader, xml_node body)
      : reader_(reader), properties_(section_properties(body)) {
    begin_section();
    read(body);
    finish_section();
  }

private:
  xml_node present() const { return properties_[index_]; }

  void begin_section() {
    const auto e = present();
    reader_.document.sections.emplace_back();
    reader_.footnote_numbering =
        read_note_numbering(e.child("w:footnotePr"), reader_.shared.footnotes);
    reader_.endnote_numbering =
        read_note_numbering(e.child("w:endnotePr"), reader_.shared.endnotes);
    if (reader_.footnote_numbering.restart_in_section) reader_.footnote_count = 0;
    if (reader_.endnote_numbering.restart_in_section) reader_.endnote_count = 0;
  }

  void finish_section() {
    auto& section = reader_.document.sections.back();
    read_section(reader_, present(), stories_, section);
    section.blocks = std::move(blocks_);
    blocks_.clear();
  }

  void read(xml_node parent) {
    for (const auto& child : parent.children()) {
      const std::string_view name = child.name();
      const bool wraps = name == "w:ins" || name == "w:moveTo" || name == "w:customXml";
      if (wraps) {
        read(child);
        continue;
      }
      if (name == "w:sdt" && holds_section(child)) {
        read(child.child("w:sdtContent"));
        continue;
      }
      if (name == "w:del" || name == "w:moveFrom") continue;
      read_one(child);
      if (name != "w:p" || child.child("w:pPr").child("w:sectPr").empty()) continue;
      finish_section();
      if (index_ + 1 < properties_.size()) ++index_;
      begin_section();
    }
  }

  /// One child of the body, as read_blocks would read it.
  void read_one(xml_node child) {
    if (is(child, "w:p")) return read_paragraph(reader_, child, nullptr, blocks_);
    read_single_block(reader_, child, nullptr, blocks_);
  }

  static bool holds_section(xml_node control) {
    for (const auto& child : control.child("w:sdtContent").children())
      if (child.child("w:pPr").child("w:sectPr")) return true;
    return false;
  }

  Reader& reader_;
  std::vector<xml_node> properties_;
  std::size_t index_ = 0;
  Stories stories_;
  std::vector<document::Block> blocks_;
};

void set_background(Reader& reader, xml_node root) {
  const auto background = root.child("w:background");
  if (!background || !reader.shared.show_background) return;
  const auto color = read_color(background, "w:color", "theme", reader.shared.theme.colors);
  if (!color.automatic) reader.document.settings.page_background = color.color;
}

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
  const auto name = main_part_name(package, limits);
  auto part = open_part(package, name, limits);
  if (!part.xml) throw missing_part(package, name);
  Reader reader(package, *own, limits, diagnostics);
  reader.document.settings = own->settings;
  // Index 0 is always there, for whatever has no format of its own.
  reader.formats.run({}, {own->styles.standard_paragraph, nullptr});
  reader.formats.paragraph({}, nullptr);
  auto open = open_for_reading(reader, std::move(part));
  reader.part = &open;
  const auto root = open.part.xml->document_element();
  BodyReader(reader, root.child("w:body"));
  flush_pending(reader);
  read_note_separator(reader);
  set_background(reader, root);
  reader.document.properties = read_properties(package, limits);
  if (reader.document.properties.language.empty())
    reader.document.properties.language = own->default_language;
  reader.document.settings.catchword = read_catchword(package, limits);
  return std::move(reader.document);
}

} // namespace saraban::docx
