// ODT packages to documents: OpenDocument 1.3 text, with LibreOffice's extensions.
//
// [X] paragraphs, headings, spans, white space, tabs, breaks, links, bookmarks, own prefixes
// [X] default, common and automatic styles of paragraphs and text, sizes in percent, three scripts
// [ ] conditional styles (the style itself is taken), hyphenation
// [X] lists: every level property, both ways of placing labels, restarts, continued lists, outline
// [X] page styles, next page styles, headers and footers (left, first), page borders, line numbers
// [-] layout grids (lines only), register-true (left out)
// [X] sections with columns, margins and grounds; hidden ones; indexes as stored
// [X] fields: pages, references to pages, chapters, sequences; all others as stored
// [X] footnotes and endnotes, numbered anew in chapters; [-] on pages: numbered on
// [X] tracked changes as accepted; annotations left out
// [X] charts: bars, lines, areas, pies, rings, points, bubbles, radars; [-] stock, surface, depth
// [X] tables: see tables.cpp; drawings and controls: see drawings.cpp and controls.cpp
// [-] ruby: base (notice); prompts keep their place unseen, as in LibreOffice (notice)
// [X] grounds of pages: colours, pictures
// [ ] background images of paragraphs (notice), emphasis marks, rotated and combined characters
// [X] flat files; embedded fonts; settings of LibreOffice that change layout
#include "odt/read.h"

#include "base/failure.h"
#include "odt/paragraphs.h"
#include "odt/part/elements.h"
#include "odt/properties.h"
#include "odt/reader.h"
#include "odt/sections.h"

#include <algorithm>
#include <utility>

namespace saraban::odt {
namespace {

using pugi::xml_node;

/// A paragraph's or table's own page style, and the number of its first page.
struct PageStyle {
  std::string master;
  std::optional<int> number;
};

/// Reads the body's blocks, page style by page style.
class BodyReader {
public:
  BodyReader(Reader& reader, Part styles, xml_node body)
      : reader_(reader), pages_(reader, std::move(styles)) {
    const auto first = first_page_style(body);
    begin_pages(first.master.empty() ? pages_.standard() : first.master, first.number);
    read(body);
    finish_section();
    give_endnote_pages();
    give_left_stories();
  }

private:
  PageStyle page_style_of(xml_node e) const {
    const bool table = is(e, "table:table");
    const auto* style = reader_.style(table ? Family::table : Family::paragraph,
                                      attribute(e, table ? "table:style-name" : "text:style-name"));
    PageStyle found;
    if (!style || !style->master_page) return found;
    found.master = *style->master_page;
    const auto* properties = table ? "style:table-properties" : "style:paragraph-properties";
    const auto number = integer(property(style, reader_.shared.common.standard(style->family),
                                         properties, "style:page-number"));
    if (number && *number >= 0)
      found.number = static_cast<int>(std::min<std::int64_t>(*number, 1'000'000));
    return found;
  }

  /// Of the first paragraph or table in an element, itself among them.
  PageStyle first_page_style(xml_node e) const {
    for (xml_node node = e; node;) {
      if (is(node, "text:p") || is(node, "text:h") || is(node, "table:table"))
        return page_style_of(node);
      const std::string_view name = node.name();
      const bool skipped = name == "text:tracked-changes" || name == "office:forms" ||
                           name.starts_with("draw:") || name.ends_with("-source");
      if (node.first_child() && !skipped) {
        node = node.first_child();
        continue;
      }
      while (node && node != e && !node.next_sibling()) node = node.parent();
      node = node == e ? xml_node() : node.next_sibling();
    }
    return {};
  }

  void begin_pages(const std::string& master, std::optional<int> number) {
    master_ = master;
    auto& section = reader_.document.sections.emplace_back(pages_.section(master));
    section.page_number_start = number;
    if (section_style_) apply_section_style(*section_style_, section);
  }

  /// The text goes on in other columns, on pages of the same style.
  void begin_columns(const Style* style) {
    finish_section();
    section_style_ = style;
    auto& section = reader_.document.sections.emplace_back(pages_.section(master_));
    section.start = document::SectionStart::continuous;
    section.title_page = false;
    if (style) apply_section_style(*style, section);
  }

  void finish_section() {
    reader_.document.sections.back().blocks = std::move(blocks_);
    blocks_.clear();
  }

  void read(xml_node parent) {
    for (const auto& child : parent.children()) {
      const std::string_view name = child.name();
      if (name == "text:tracked-changes") continue;
      if (is_text_section(child)) {
        read_section(child);
        continue;
      }
      begin_if_asked(child);
      read_single_block(reader_, child, nullptr, blocks_);
    }
  }

  void begin_if_asked(xml_node e) {
    const bool holder = is(e, "text:p") || is(e, "text:h") || is(e, "table:table") ||
                        is(e, "text:list") || is(e, "text:numbered-paragraph");
    if (!holder) return;
    const bool first = !std::exchange(any_, true);
    if (first) return;
    const auto asked = first_page_style(e);
    if (asked.master.empty()) return;
    finish_section();
    begin_pages(asked.master, asked.number);
  }

  void read_section(xml_node e) {
    if (is_hidden(e) || reader_.depth >= deepest_nesting) return;
    const auto* style = reader_.style(Family::section, attribute(e, "text:style-name"));
    const auto* outer = section_style_;
    const bool changes = changes_page(style);
    ++reader_.depth;
    if (changes) begin_columns(style);
    read(section_content(e));
    if (changes) begin_columns(outer);
    --reader_.depth;
  }

  void give_endnote_pages() {
    auto& document = reader_.document;
    const auto is_endnote = [](const auto& note) {
      return note.kind == document::NoteKind::endnote;
    };
    if (reader_.shared.endnotes_follow_text ||
        std::none_of(document.notes.begin(), document.notes.end(), is_endnote))
      return;
    const auto& master = reader_.shared.endnotes.master_page;
    document.endnote_pages.push_back(pages_.section(master.empty() ? "Endnote" : master));
  }

  void give_left_stories() {
    auto& document = reader_.document;
    if (!pages_.has_left_stories()) return;
    document.settings.even_and_odd = true;
    const auto give = [](document::Section& s) {
      if (!s.even_header) s.even_header = s.header;
      if (!s.even_footer) s.even_footer = s.footer;
    };
    for (auto& section : document.sections) {
      give(section);
      for (auto& next : section.following) give(next);
    }
  }

  Reader& reader_;
  MasterPages pages_;
  std::string master_;
  const Style* section_style_ = nullptr; ///< Of the text:section with columns that is open.
  bool any_ = false;                     ///< The first paragraph has been met.
  std::vector<document::Block> blocks_;
};

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
  auto part = open_part(package, content_part, limits);
  auto styles = is_flat(package) ? part : open_part(package, styles_part, limits);
  const auto own =
      shared && shared->is_of(package, styles) ? shared : read_shared(package, limits, diagnostics);
  // Styles alone are an empty document.
  if (!part.xml && !styles.xml) throw missing_part(package, content_part);
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
  const auto meta = open_optional(package, meta_part, limits, diagnostics);
  reader.document.properties = read_properties(meta);
  read_declarations(reader, root.child("office:body").child("office:text"));
  BodyReader(reader, std::move(styles), root.child("office:body").child("office:text"));
  flush_pending(reader);
  if (reader.document.properties.language.empty())
    reader.document.properties.language = own->default_language;
  reader.document.settings.catchword = read_catchword(meta);
  return std::move(reader.document);
}

} // namespace saraban::odt
