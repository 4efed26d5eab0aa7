// Reads sections: page geometry, columns, numbering, borders, headers and footers.
#include "odt/sections.h"

#include "fill/image_file.h"
#include "odt/drawings.h"
#include "odt/part/elements.h"

#include <algorithm>

namespace saraban::odt {
namespace {

using document::Section;
using pugi::xml_node;

xml_node named(xml_node parent, const char* element, std::string_view name) {
  for (const auto& child : parent.children(element))
    if (attribute(child, "style:name") == name) return child;
  return {};
}

/// The shorthand "fo:margin" or what one side says for itself.
Length side(xml_node e, const char* all, const char* own) {
  const auto text = attribute(e, own);
  return std::clamp(length_or(text.empty() ? attribute(e, all) : text, {}), -points(1000),
                    points(1000));
}

struct Frame {
  document::Borders lines;
  Sides padding, inset; ///< `inset`: padding and line.
};

Frame read_frame_lines(xml_node e) {
  struct Name {
    document::Border document::Borders::*border;
    Length Sides::*side;
    const char *line, *width, *padding;
  };
  using B = document::Borders;
  constexpr Name names[] = {
      {&B::top, &Sides::top, "fo:border-top", "style:border-line-width-top", "fo:padding-top"},
      {&B::right, &Sides::right, "fo:border-right", "style:border-line-width-right",
       "fo:padding-right"},
      {&B::bottom, &Sides::bottom, "fo:border-bottom", "style:border-line-width-bottom",
       "fo:padding-bottom"},
      {&B::left, &Sides::left, "fo:border-left", "style:border-line-width-left", "fo:padding-left"},
  };
  Frame frame;
  for (const auto& name : names) {
    const auto own = attribute(e, name.line), width = attribute(e, name.width);
    auto& line = frame.lines.*name.border;
    line = read_border(own.empty() ? attribute(e, "fo:border") : own,
                       width.empty() ? attribute(e, "style:border-line-width") : width);
    auto& padding = frame.padding.*name.side;
    padding = std::max(side(e, "fo:padding", name.padding), Length{});
    line.space = padding;
    frame.inset.*name.side = padding + line.width;
  }
  return frame;
}

void read_page(xml_node e, Section& s) {
  const auto extent = [&](const char* name, Length standard) {
    return std::clamp(length_or(attribute(e, name), standard), twips(144), twips(31'680));
  };
  s.page = {extent("fo:page-width", twips(11906)), extent("fo:page-height", twips(16838))};
  const auto frame = read_frame_lines(e);
  // Where the file is silent, LibreOffice's margins are 2 cm.
  const auto margin = [&](const char* name) {
    return e.attribute(name) || e.attribute("fo:margin") ? side(e, "fo:margin", name) : twips(1134);
  };
  s.margins = {
      margin("fo:margin-top") + frame.inset.top, margin("fo:margin-right") + frame.inset.right,
      margin("fo:margin-bottom") + frame.inset.bottom, margin("fo:margin-left") + frame.inset.left};
  s.header_distance = s.margins.top, s.footer_distance = s.margins.bottom;
  s.page_borders = frame.lines;
  s.page_borders_around_stories = true;
  if (attribute(e, "style:writing-mode") == "rl-tb")
    s.direction = document::Direction::right_to_left;
  s.page_number_format = number_shape(attribute(e, "style:num-format"), false).format;
  if (!e.attribute("style:num-format")) s.page_number_format = document::NumberFormat::decimal;
  const auto grid = attribute(e, "style:layout-grid-mode");
  if (grid == "line" || grid == "both")
    s.grid.pitch = std::max(length_or(attribute(e, "style:layout-grid-base-height"), {}), Length{});
}

/// The percent of "top left", "center" … on one axis (20.322 style:position).
int place_of(std::string_view text, std::string_view start, std::string_view end) {
  if (text.find(start) != text.npos) return 0;
  return text.find(end) != text.npos ? 100 : 50;
}

/// The picture of style:background-image (17.3) in a properties element, or that its draw:fill
/// names.
std::optional<document::GroundPicture> read_ground_picture(Reader& reader, xml_node e) {
  const auto inside = e.child("style:background-image");
  const auto kind = attribute(e, "draw:fill");
  auto image = find_image(reader, inside);
  if (!image && kind == "bitmap") {
    const auto styles = reader.shared.styles_xml.root().child("office:styles");
    for (const auto& named : styles.children("draw:fill-image"))
      if (attribute(named, "draw:name") == attribute(e, "draw:fill-image-name"))
        image = find_image(reader, named);
  }
  if (!image || (!kind.empty() && kind != "bitmap")) return std::nullopt;
  const auto file = fill::read_image(reader.document.images[*image].bytes, reader.limits);
  if (!file) {
    reader.not_drawn("background image");
    return std::nullopt;
  }
  document::GroundPicture picture;
  picture.image = *image;
  auto repeat = attribute(inside, "style:repeat");
  if (repeat.empty()) repeat = attribute(e, "style:repeat");
  using Fill = document::GroundPicture::Fill;
  constexpr Word<Fill> fills[] = {{"no-repeat", Fill::once}, {"stretch", Fill::stretched}};
  picture.fill = meaning_or(repeat, Fill::tiles, fills);
  const auto extent = [&](const char* name, Length own) {
    const auto said = length_or(attribute(e, name), {});
    return said > Length{} ? said : own;
  };
  picture.size = {extent("draw:fill-image-width", file->width),
                  extent("draw:fill-image-height", file->height)};
  auto place = attribute(inside, "style:position");
  if (place.empty()) place = attribute(e, "draw:fill-image-ref-point");
  picture.across = place_of(place, "left", "right");
  picture.down = place_of(place, "top", "bottom");
  return picture;
}

/// Ground of the whole page; since LibreOffice 7.2 the master page's own style says whether it
/// leaves the margins free.
void read_page_ground(Reader& reader, xml_node e, xml_node master, Section& s) {
  const auto kind = attribute(e, "draw:fill");
  s.page_background = color(attribute(e, "fo:background-color"));
  if (kind == "solid") s.page_background = color(attribute(e, "draw:fill-color"));
  if (kind == "none") s.page_background.reset();
  s.page_picture = read_ground_picture(reader, e);
  const auto styles = reader.shared.styles_xml.root().child("office:automatic-styles");
  const auto own = named(styles, "style:style", attribute(master, "draw:style-name"))
                       .child("style:drawing-page-properties");
  s.page_ground_inside_margins = attribute(own, "draw:background-size") == "border";
}

void read_column_line(xml_node e, Section& s) {
  if (!e) return; // LibreOffice draws the line whatever its style says.
  constexpr Word<document::LineStyle> styles[] = {{"dotted", document::LineStyle::dotted},
                                                  {"dashed", document::LineStyle::dashed},
                                                  {"dot-dashed", document::LineStyle::dot_dash}};
  s.column_rule = true;
  s.column_line.style =
      meaning_or(attribute(e, "style:style"), document::LineStyle::single, styles);
  s.column_line.width = std::clamp(length_or(attribute(e, "style:width"), {}), {}, points(31));
  s.column_line.color = color(attribute(e, "style:color")).value_or(black);
  s.column_line.automatic_color = false;
  s.column_line_percent =
      static_cast<int>(std::clamp(percent(attribute(e, "style:height")).value_or(100), 0.0, 100.0));
  constexpr Word<document::VerticalAlignment> places[] = {
      {"middle", document::VerticalAlignment::center},
      {"bottom", document::VerticalAlignment::bottom}};
  s.column_line_alignment =
      meaning_or(attribute(e, "style:vertical-align"), document::VerticalAlignment::top, places);
}

/// style:columns (17.12): relative widths of columns with the gaps at their sides.
void read_columns(xml_node e, Section& s) {
  constexpr std::int64_t most = 45;
  const auto count =
      std::clamp<std::int64_t>(integer_or(attribute(e, "fo:column-count"), 1), 1, most);
  s.column_count = static_cast<int>(count);
  s.column_space = std::max(length_or(attribute(e, "fo:column-gap"), {}), Length{});
  s.columns.clear(), s.column_rule = false;
  read_column_line(e.child("style:column-sep"), s);
  // A gap for all makes all columns alike.
  if (e.attribute("fo:column-gap")) return;
  struct Part {
    std::int64_t share;
    Length start, end;
  };
  std::vector<Part> parts;
  std::int64_t whole = 0;
  for (const auto& column : e.children("style:column")) {
    if (parts.size() == static_cast<std::size_t>(most)) break;
    const auto share =
        std::clamp<std::int64_t>(integer_or(attribute(column, "style:rel-width"), 1), 1, 1'000'000);
    parts.push_back({share, std::max(length_or(attribute(column, "fo:start-indent"), {}), Length{}),
                     std::max(length_or(attribute(column, "fo:end-indent"), {}), Length{})});
    whole += share;
  }
  // LibreOffice makes columns with one gap for all equally wide, whatever their shares.
  if (e.attribute("fo:column-gap")) return;
  if (parts.size() < 2 || parts.size() != static_cast<std::size_t>(count)) return;
  const auto width = s.page.width - s.margins.left - s.margins.right;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto outer = width.scaled(parts[i].share, whole);
    const auto gap = i + 1 < parts.size() ? parts[i].end + parts[i + 1].start : Length{};
    s.columns.push_back({std::max(outer - parts[i].start - parts[i].end, twips(1)), gap});
  }
}

/// style:header-footer-properties (17.5); `inner` names the side that faces the text.
void read_area(xml_node e, const char* inner, document::StoryArea& area) {
  if (!e) return;
  const auto frame = read_frame_lines(e);
  area.spacing = std::max(side(e, "fo:margin", inner), Length{});
  const auto least = length(attribute(e, "fo:min-height"));
  area.least_height =
      std::max(least ? *least : length_or(attribute(e, "svg:height"), {}), Length{});
  area.exact_height = !least && area.least_height > Length{};
  area.dynamic_spacing = boolean(attribute(e, "style:dynamic-spacing"), false);
  area.indent_start = side(e, "fo:margin", "fo:margin-left");
  area.indent_end = side(e, "fo:margin", "fo:margin-right");
  area.borders = frame.lines, area.padding = frame.padding;
  area.background = color(attribute(e, "fo:background-color"));
}

/// style:footnote-sep (17.7); without it as LibreOffice has it.
document::NoteArea read_note_area(xml_node e) {
  document::NoteArea area;
  area.max_height = std::max(length_or(attribute(e, "style:footnote-max-height"), {}), Length{});
  area.before_line = area.after_line = twips(57);
  area.line = document::LineStyle::single, area.line_width = twips(10);
  const auto line = e.child("style:footnote-sep");
  if (!line) return area;
  area.line_width = std::clamp(length_or(attribute(line, "style:width"), {}), {}, points(31));
  area.before_line =
      std::max(length_or(attribute(line, "style:distance-before-sep"), {}), Length{});
  area.after_line = std::max(length_or(attribute(line, "style:distance-after-sep"), {}), Length{});
  constexpr Word<document::LineStyle> styles[] = {{"none", document::LineStyle::none},
                                                  {"dotted", document::LineStyle::dotted},
                                                  {"dash", document::LineStyle::dashed}};
  area.line = meaning_or(attribute(line, "style:line-style"), document::LineStyle::single, styles);
  area.line_color = color(attribute(line, "style:color")).value_or(black);
  area.line_percent = static_cast<int>(
      std::clamp(percent(attribute(line, "style:rel-width")).value_or(0), 0.0, 100.0));
  constexpr Word<document::Alignment> places[] = {{"center", document::Alignment::center},
                                                  {"right", document::Alignment::end}};
  area.line_alignment =
      meaning_or(attribute(line, "style:adjustment"), document::Alignment::start, places);
  return area;
}

/// text:linenumbering-configuration (16.29.1).
std::optional<document::LineNumbers> read_line_numbers(xml_node styles) {
  const auto e = styles.child("text:linenumbering-configuration");
  if (!e || !boolean(attribute(e, "text:number-lines"), true)) return std::nullopt;
  document::LineNumbers numbers;
  numbers.every = static_cast<int>(
      std::clamp<std::int64_t>(integer_or(attribute(e, "text:increment"), 5), 1, 10'000));
  numbers.distance = length_or(attribute(e, "text:offset"), {});
  numbers.restart = boolean(attribute(e, "text:restart-on-page"), false)
                        ? document::LineNumberRestart::page
                        : document::LineNumberRestart::never;
  return numbers;
}

} // namespace

MasterPages::MasterPages(Reader& reader, Part styles) : reader_(reader) {
  if (is_flat(reader.package)) {
    part_ = reader.part;
    return;
  }
  own_part_ = std::make_unique<OpenPart>(open_for_reading(
      reader, std::move(styles), reader.shared.of_styles_xml, reader.shared.lists_of_styles_xml));
  part_ = own_part_.get();
}

xml_node MasterPages::master(std::string_view name) const {
  const auto all = part_->part.root().child("office:master-styles");
  const auto found = named(all, "style:master-page", name);
  return found ? found : all.child("style:master-page");
}

std::string MasterPages::standard() const {
  return std::string(attribute(master("Standard"), "style:name"));
}

document::Story MasterPages::read_story_of(xml_node master, const char* element) {
  auto e = master.child(element);
  // LibreOffice before ODF 1.3 wrote the first page's stories with its own prefix.
  if (!e) e = master.child(("loext" + std::string(element).substr(5)).c_str());
  if (!e || !boolean(attribute(e, "style:display"), true)) return std::nullopt;
  auto* const outer = reader_.part;
  // Lists of a header count by themselves.
  ListCounters counters;
  std::swap(reader_.counters, counters);
  reader_.part = part_;
  auto blocks = read_story(reader_, e);
  reader_.part = outer;
  std::swap(reader_.counters, counters);
  return blocks;
}

void MasterPages::read_look(xml_node master, Section& s) {
  const auto root = reader_.shared.styles_xml.root();
  const auto layout = named(root.child("office:automatic-styles"), "style:page-layout",
                            attribute(master, "style:page-layout-name"));
  const auto properties = layout.child("style:page-layout-properties");
  read_page(properties, s);
  read_page_ground(reader_, properties, master, s);
  read_columns(properties.child("style:columns"), s);
  s.balance_columns = false;
  const auto area = [&](const char* name) {
    return layout.child(name).child("style:header-footer-properties");
  };
  read_area(area("style:header-style"), "fo:margin-bottom", s.header_area);
  read_area(area("style:footer-style"), "fo:margin-top", s.footer_area);
  s.note_area = read_note_area(properties);
  const auto usage = attribute(layout, "style:page-usage");
  s.mirror_margins = usage == "mirrored";
  if (usage == "left") s.start = document::SectionStart::even_page;
  if (usage == "right") s.start = document::SectionStart::odd_page;
  s.line_numbers = read_line_numbers(root.child("office:styles"));
  s.header = read_story_of(master, "style:header");
  s.footer = read_story_of(master, "style:footer");
  if (s.header) s.even_header = read_story_of(master, "style:header-left");
  if (s.footer) s.even_footer = read_story_of(master, "style:footer-left");
  if (s.even_header || s.even_footer) has_left_ = true;
  auto first_header = s.header ? read_story_of(master, "style:header-first") : std::nullopt;
  auto first_footer = s.footer ? read_story_of(master, "style:footer-first") : std::nullopt;
  s.title_page = first_header || first_footer;
  if (!s.title_page) return;
  s.first_header = first_header ? std::move(first_header) : s.header;
  s.first_footer = first_footer ? std::move(first_footer) : s.footer;
}

const Section& MasterPages::look(std::string_view name) {
  const auto e = master(name);
  const auto [found, added] = looks_.try_emplace(std::string(attribute(e, "style:name")));
  if (added) read_look(e, found->second);
  return found->second;
}

/// The master pages of the following pages, until one comes again.
std::vector<std::string> MasterPages::chain(std::string_view name,
                                            std::optional<int>& again) const {
  constexpr std::size_t longest = 16;
  std::vector<std::string> names{std::string(attribute(master(name), "style:name"))};
  while (names.size() <= longest) {
    const auto next = attribute(master(names.back()), "style:next-style-name");
    if (next.empty() || next == names.back() || attribute(master(next), "style:name") != next)
      break;
    const auto seen = std::find(names.begin(), names.end(), next);
    if (seen != names.end()) {
      again = static_cast<int>(seen - names.begin());
      break;
    }
    names.emplace_back(next);
  }
  names.erase(names.begin());
  return names;
}

Section MasterPages::section(std::string_view name) {
  constexpr std::size_t most_bytes = 256u << 20;
  copied_ += part_->part.bytes ? part_->part.bytes->size() : 0;
  Section section = look(name);
  for (const auto& next : chain(name, section.following_again))
    section.following.push_back(look(next));
  if (copied_ <= most_bytes) return section;
  reader_.not_drawn("header or footer of too many sections");
  for (auto* story : {&section.header, &section.footer, &section.first_header,
                      &section.first_footer, &section.even_header, &section.even_footer})
    story->reset();
  section.following.clear(), section.following_again.reset();
  return section;
}

bool changes_page(const Style* style) {
  if (!style) return false;
  const auto e = style->element.child("style:section-properties");
  const auto columns = integer_or(attribute(e.child("style:columns"), "fo:column-count"), 1);
  const auto none = Length{};
  return columns > 1 || color(attribute(e, "fo:background-color")) ||
         length_or(attribute(e, "fo:margin-left"), none) != none ||
         length_or(attribute(e, "fo:margin-right"), none) != none;
}

void apply_section_style(const Style& style, Section& s) {
  const auto e = style.element.child("style:section-properties");
  s.margins.left += side(e, "fo:margin", "fo:margin-left");
  s.margins.right += side(e, "fo:margin", "fo:margin-right");
  s.background = color(attribute(e, "fo:background-color"));
  read_columns(e.child("style:columns"), s);
  s.balance_columns = !boolean(attribute(e, "text:dont-balance-text-columns"), false);
  s.balance_at_end = s.balance_columns;
}

} // namespace saraban::odt
