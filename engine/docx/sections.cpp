// Reads sections: page geometry, columns, numbering, borders, headers and footers.
#include "docx/sections.h"

#include "docx/part/elements.h"

#include <algorithm>

namespace saraban::docx {
namespace {

using document::Section;
using document::SectionStart;
using pugi::xml_node;

void collect(xml_node parent, std::vector<xml_node>& out) {
  for (const auto& child : parent.children()) {
    const std::string_view name = child.name();
    if (name == "w:p") {
      if (const auto properties = child.child("w:pPr").child("w:sectPr")) out.push_back(properties);
    } else if (name == "w:sdt")
      collect(child.child("w:sdtContent"), out);
    else if (name == "w:ins" || name == "w:moveTo" || name == "w:customXml" || name == "w:smartTag")
      collect(child, out);
    else if (name == "mc:AlternateContent")
      collect(chosen_branch(child), out);
  }
}

/// A page of less than a tenth of an inch is no page.
Length page_length(xml_node e, const char* name, Length standard) {
  return std::clamp(length_or(attribute(e, name), standard), twips(144), twips(31'680));
}

void read_page(xml_node e, const SharedParts& shared, Section& s) {
  const auto size = e.child("w:pgSz");
  s.page = {page_length(size, "w:w", twips(11906)), page_length(size, "w:h", twips(16838))};
  const auto margins = e.child("w:pgMar");
  if (!margins) return;
  const auto take = [&](const char* name, Length standard) {
    return length_or(attribute(margins, name), standard);
  };
  s.margins = {take("w:top", twips(1440)), take("w:right", twips(1440)),
               take("w:bottom", twips(1440)), take("w:left", twips(1440))};
  s.exact_top = s.margins.top < Length{}, s.exact_bottom = s.margins.bottom < Length{};
  if (s.exact_top) s.margins.top = -s.margins.top;
  if (s.exact_bottom) s.margins.bottom = -s.margins.bottom;
  s.header_distance = std::max(take("w:header", twips(720)), Length{});
  s.footer_distance = std::max(take("w:footer", twips(720)), Length{});
  s.gutter = std::max(take("w:gutter", {}), Length{});
  s.gutter_at_top = shared.gutter_at_top;
}

void read_columns(xml_node e, Section& s) {
  const auto count = std::clamp<std::int64_t>(integer_or(attribute(e, "w:num"), 1), 1, 45);
  s.column_count = static_cast<int>(count);
  s.column_space = std::max(length_or(attribute(e, "w:space"), twips(720)), Length{});
  s.column_rule = on_off_text(attribute(e, "w:sep"), false);
  if (on_off_text(attribute(e, "w:equalWidth"), true)) return;
  for (const auto& column : e.children("w:col")) {
    if (s.columns.size() == 45) break;
    s.columns.push_back({std::max(length_or(attribute(column, "w:w"), {}), Length{}),
                         std::max(length_or(attribute(column, "w:space"), {}), Length{})});
  }
  if (!s.columns.empty()) s.column_count = static_cast<int>(s.columns.size());
}

void read_page_borders(Reader& reader, xml_node e, Section& s) {
  if (!e) return;
  const auto& theme = reader.shared.theme;
  s.page_borders.top = read_border(e.child("w:top"), theme);
  s.page_borders.right = read_border(e.child("w:right"), theme);
  s.page_borders.bottom = read_border(e.child("w:bottom"), theme);
  s.page_borders.left = read_border(e.child("w:left"), theme);
  s.page_borders_from_text = attribute(e, "w:offsetFrom") != "page";
  s.page_borders_first_only = attribute(e, "w:display") == "firstPage";
  s.page_borders_not_first = attribute(e, "w:display") == "notFirstPage";
}

void read_numbers(xml_node e, Section& s) {
  if (const auto numbers = e.child("w:pgNumType")) {
    s.page_number_format = number_format(attribute(numbers, "w:fmt"));
    if (const auto start = integer(attribute(numbers, "w:start")))
      s.page_number_start = static_cast<int>(std::clamp<std::int64_t>(*start, 0, 1'000'000));
  }
  const auto lines = e.child("w:lnNumType");
  const auto every = integer_or(attribute(lines, "w:countBy"), 0);
  if (every <= 0) return;
  document::LineNumbers numbers;
  numbers.every = static_cast<int>(std::min<std::int64_t>(every, 10'000));
  numbers.first = static_cast<int>(
      std::clamp<std::int64_t>(integer_or(attribute(lines, "w:start"), 0) + 1, 1, 1'000'000));
  numbers.distance = length_or(attribute(lines, "w:distance"), points(18));
  const auto restart = attribute(lines, "w:restart");
  numbers.restart = restart == "continuous"   ? document::LineNumberRestart::never
                    : restart == "newSection" ? document::LineNumberRestart::section
                                              : document::LineNumberRestart::page;
  s.line_numbers = numbers;
}

/// w:docGrid: lines snap only in grids of lines (17.6.5).
void read_grid(xml_node e, Section& s) {
  const auto type = attribute(e, "w:type");
  if (type != "lines" && type != "linesAndChars" && type != "snapToChars") return;
  s.grid.pitch = std::max(length_or(attribute(e, "w:linePitch"), {}), Length{});
  if (type != "lines")
    // In 4096ths of a point beside the width of a character (17.6.5); kept as that addition.
    if (const auto space = integer(attribute(e, "w:charSpace")))
      s.grid.character_pitch = emu(*space * 12'700 / 4096);
}

Stories::Slot slot_of(bool header, std::string_view type) {
  if (type == "first") return header ? Stories::first_header : Stories::first_footer;
  if (type == "even") return header ? Stories::even_header : Stories::even_footer;
  return header ? Stories::header : Stories::footer;
}

Stories::Kept read_part_story(Reader& reader, const std::string& name) {
  auto part = open_part(reader.package, name, reader.limits);
  if (!part.xml) return {std::vector<document::Block>(), 0};
  const auto bytes = part.bytes->size();
  auto open = open_for_reading(reader, std::move(part));
  auto* const outer = reader.part;
  // Lists of a header count by themselves.
  ListCounters counters(reader.shared.lists);
  std::swap(reader.counters, counters);
  reader.part = &open;
  auto blocks = read_story(reader, open.part.xml->document_element());
  reader.part = outer;
  std::swap(reader.counters, counters);
  return {std::move(blocks), bytes};
}

void read_stories(Reader& reader, xml_node e, Stories& stories) {
  for (const auto& child : e.children()) {
    const bool header = is(child, "w:headerReference");
    if (!header && !is(child, "w:footerReference")) continue;
    const auto* target = reader.part->part.find(attribute(child, "r:id"));
    if (target && !target->external)
      stories.kept[slot_of(header, attribute(child, "w:type"))] =
          read_part_story(reader, target->target);
  }
}

/// Every section holds its own copy: what many sections inherit from a huge part must not fill
/// the memory.
void give_stories(Reader& reader, Stories& stories, Section& s) {
  constexpr std::size_t most_bytes = 256u << 20;
  for (const auto& kept : stories.kept) stories.copied += kept.bytes;
  if (stories.copied > most_bytes) return reader.not_drawn("header or footer of too many sections");
  s.header = stories.kept[Stories::header].story;
  s.footer = stories.kept[Stories::footer].story;
  s.first_header = stories.kept[Stories::first_header].story;
  s.first_footer = stories.kept[Stories::first_footer].story;
  s.even_header = stories.kept[Stories::even_header].story;
  s.even_footer = stories.kept[Stories::even_footer].story;
}

} // namespace

std::vector<xml_node> section_properties(xml_node body) {
  std::vector<xml_node> all;
  collect(body, all);
  all.push_back(body.child("w:sectPr"));
  return all;
}

void read_section(Reader& reader, xml_node e, Stories& inherited, Section& s) {
  constexpr Word<SectionStart> starts[] = {{"continuous", SectionStart::continuous},
                                           {"evenPage", SectionStart::even_page},
                                           {"oddPage", SectionStart::odd_page},
                                           {"nextColumn", SectionStart::next_column}};
  s.start = meaning_or(value(e.child("w:type")), SectionStart::next_page, starts);
  read_page(e, reader.shared, s);
  read_columns(e.child("w:cols"), s);
  read_page_borders(reader, e.child("w:pgBorders"), s);
  read_numbers(e, s);
  read_grid(e.child("w:docGrid"), s);
  if (const auto title = e.child("w:titlePg")) s.title_page = on_off(title);
  if (const auto bidi = e.child("w:bidi"); bidi && on_off(bidi))
    s.direction = document::Direction::right_to_left;
  constexpr Word<document::VerticalAlignment> alignments[] = {
      {"center", document::VerticalAlignment::center},
      {"bottom", document::VerticalAlignment::bottom},
      {"both", document::VerticalAlignment::justify}};
  s.vertical_alignment =
      meaning_or(value(e.child("w:vAlign")), document::VerticalAlignment::top, alignments);
  s.notes_below_text = reader.footnote_numbering.below_text;
  s.endnotes_here = reader.endnote_numbering.at_section_end;
  read_stories(reader, e, inherited);
  give_stories(reader, inherited, s);
}

} // namespace saraban::docx
