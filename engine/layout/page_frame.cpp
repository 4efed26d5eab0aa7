// A page before its text: margins, header, footer, columns (ECMA-376 17.6).
#include "layout/page_frame.h"

#include "layout/border.h"

#include <algorithm>

namespace saraban::layout {

namespace {

constexpr Length least_body = twips(720);
constexpr int most_columns = 45;

const document::Story& header_of(const document::Section& section, PageKind kind, Parity parity,
                                 const document::Settings& settings) {
  if (kind == PageKind::first_of_section && section.title_page) return section.first_header;
  if (settings.even_and_odd && parity == Parity::even) return section.even_header;
  return section.header;
}

const document::Story& footer_of(const document::Section& section, PageKind kind, Parity parity,
                                 const document::Settings& settings) {
  if (kind == PageKind::first_of_section && section.title_page) return section.first_footer;
  if (settings.even_and_odd && parity == Parity::even) return section.even_footer;
  return section.footer;
}

/// A header's or footer's edges about its text.
struct AreaEdges {
  Sides inset;        ///< Border lines and padding.
  Length left, width; ///< Of the area, from the page's left edge.
};

AreaEdges edges_of(const document::StoryArea& area, const PageFrame& frame) {
  const auto inset = [](const document::Border& border, Length padding) {
    return border ? thickness(border) + border.space : padding;
  };
  AreaEdges edges;
  edges.inset = {
      inset(area.borders.top, area.padding.top), inset(area.borders.right, area.padding.right),
      inset(area.borders.bottom, area.padding.bottom), inset(area.borders.left, area.padding.left)};
  edges.left = frame.margins.x + area.indent_start;
  edges.width = frame.margins.width - area.indent_start - area.indent_end;
  return edges;
}

struct LaidStory {
  Fragment fragment; ///< Of the text alone.
  Length height;     ///< Of the text with padding and borders.
  Length outer;      ///< With the spacing, as least_height says.
};

LaidStory lay_story(const std::vector<document::Block>& blocks, const document::StoryArea& area,
                    const PageFrame& frame, Length y, Context& context) {
  const AreaEdges edges = edges_of(area, frame);
  Region region;
  region.width = std::max(edges.width - edges.inset.left - edges.inset.right, twips(72));
  region.origin = {edges.left + edges.inset.left, y + edges.inset.top};
  region.around = surroundings_of(frame, {{}, frame.margins.width});
  region.around.column.y = y;
  Filled filled = fill(blocks, {}, region, context);
  LaidStory story{std::move(filled.fragment), {}, {}};
  Length& text = story.fragment.size.height;
  if (!context.document.settings.space_after_in_stories) text -= filled.space_after;
  story.height = text + edges.inset.top + edges.inset.bottom;
  story.outer = story.height + (area.dynamic_spacing ? Length{} : area.spacing);
  story.outer = area.exact_height ? area.least_height : std::max(story.outer, area.least_height);
  // What its least height leaves belongs to the box, not to the spacing.
  story.height = std::max(story.height, story.outer - area.spacing);
  return story;
}

/// Ground and border lines of a header or footer that stands at `y`.
void draw_area(std::vector<page::Item>& items, const document::StoryArea& area,
               const PageFrame& frame, Length y, Length height) {
  const AreaEdges edges = edges_of(area, frame);
  if (area.background)
    items.push_back(page::Fill{{edges.left, y, edges.width, height}, *area.background});
  draw_box(items, area.borders,
           {edges.left + edges.inset.left, y + edges.inset.top,
            edges.width - edges.inset.left - edges.inset.right,
            height - edges.inset.top - edges.inset.bottom});
}

/// Everything of a header is an artifact: it repeats.
void make_artifact(Fragment& fragment) {
  const auto is_tag = [](const page::Item& item) {
    return std::holds_alternative<page::TagBegin>(item) ||
           std::holds_alternative<page::TagEnd>(item);
  };
  const auto wrap = [&is_tag](std::vector<page::Item>& items) {
    std::erase_if(items, is_tag);
    if (items.empty()) return;
    items.insert(items.begin(), page::TagBegin{page::Role::artifact, 0, {}, 1, 1});
    items.push_back(page::TagEnd{});
  };
  wrap(fragment.items);
  for (Layer& layer : fragment.layers) wrap(layer.items);
}

Fragment placed(LaidStory&& story, const document::StoryArea& area, const PageFrame& frame,
                Length y) {
  const AreaEdges edges = edges_of(area, frame);
  Fragment on_page;
  on_page.size = story.fragment.size;
  std::vector<page::Item> ground;
  draw_area(ground, area, frame, y, story.height);
  if (area.exact_height && story.fragment.size.height > story.height) {
    page::Transform window;
    window.clip = Rect{{}, {}, edges.width, story.height};
    story.fragment.items.insert(story.fragment.items.begin(), std::move(window));
    story.fragment.items.push_back(page::Restore{});
  }
  move_items(ground, {-edges.left - edges.inset.left, -y - edges.inset.top});
  story.fragment.items.insert(story.fragment.items.begin(), ground.begin(), ground.end());
  make_artifact(story.fragment);
  append(on_page, std::move(story.fragment), {edges.left + edges.inset.left, y + edges.inset.top});
  return on_page;
}

} // namespace

Surroundings surroundings_of(const PageFrame& frame, const ColumnPlace& column) {
  Surroundings around;
  around.page = frame.size;
  around.margins = {frame.margins.x, frame.inner.y, frame.margins.width, frame.inner.height};
  around.column = {frame.margins.x + column.left, frame.body.y, column.width, frame.body.height};
  around.odd_page = frame.parity == Parity::odd;
  return around;
}

PageFrame frame_of(const document::Section& section, Parity parity,
                   const document::Settings& settings) {
  PageFrame frame;
  frame.section = &section;
  frame.parity = parity;
  frame.size = {std::clamp(section.page.width, twips(144), twips(31680) * 10),
                std::clamp(section.page.height, twips(144), twips(31680) * 10)};
  Sides margins = section.margins;
  const auto positive = [](Length length) { return length < Length{} ? -length : length; };
  margins.top = positive(margins.top);
  margins.bottom = positive(margins.bottom);
  const bool mirrored = settings.mirror_margins || section.mirror_margins;
  const bool swap = mirrored && parity == Parity::even;
  if (swap) std::swap(margins.left, margins.right);
  if (section.gutter_at_top) {
    margins.top += section.gutter;
  } else {
    const bool gutter_right = swap != (section.direction == document::Direction::right_to_left);
    (gutter_right ? margins.right : margins.left) += section.gutter;
  }
  margins.left = std::clamp(margins.left, Length{}, frame.size.width - twips(72));
  margins.top = std::clamp(margins.top, Length{}, frame.size.height - twips(72));
  frame.margins = {margins.left, margins.top,
                   std::max(frame.size.width - margins.left - margins.right, twips(72)),
                   std::max(frame.size.height - margins.top - margins.bottom, twips(72))};
  frame.body = frame.inner = frame.margins;
  return frame;
}

std::vector<Fragment> lay_header_and_footer(PageFrame& frame, PageKind kind, Context& context) {
  const document::Section& section = *frame.section;
  const document::Settings& settings = context.document.settings;
  std::vector<Fragment> both;
  Length top = frame.margins.y, bottom = frame.margins.bottom();
  if (const document::Story& header = header_of(section, kind, frame.parity, settings)) {
    const document::StoryArea& area = section.header_area;
    LaidStory story = lay_story(*header, area, frame, section.header_distance, context);
    if (!section.exact_top) top = std::max(top, section.header_distance + story.outer);
    both.push_back(placed(std::move(story), area, frame, section.header_distance));
  }
  if (const document::Story& footer = footer_of(section, kind, frame.parity, settings)) {
    const document::StoryArea& area = section.footer_area;
    LaidStory story = lay_story(*footer, area, frame, Length{}, context);
    const Length outer_y = frame.size.height - section.footer_distance - story.outer;
    const Length y = outer_y + story.outer - story.height;
    if (!story.fragment.layers.empty()) story = lay_story(*footer, area, frame, y, context);
    if (!section.exact_bottom) bottom = std::min(bottom, outer_y);
    both.push_back(placed(std::move(story), area, frame, y));
  }
  if (bottom - top < least_body) { // Header and footer leave nothing: they may be overprinted.
    top = std::min(top, frame.size.height - least_body);
    bottom = std::max(bottom, top + least_body);
  }
  frame.body.y = top;
  frame.body.height = bottom - top;
  if (settings.stories_inside_margins) frame.inner = frame.body;
  return both;
}

void draw_page_borders(std::vector<page::Item>& items, const PageFrame& frame, PageKind kind) {
  const document::Section& section = *frame.section;
  const document::Borders& borders = section.page_borders;
  if (!borders.top && !borders.right && !borders.bottom && !borders.left) return;
  if (kind == PageKind::first_of_section ? section.page_borders_not_first
                                         : section.page_borders_first_only)
    return;
  items.push_back(page::TagBegin{page::Role::artifact, 0, {}, 1, 1});
  if (section.page_borders_from_text) {
    draw_box(items, borders, section.page_borders_around_stories ? frame.margins : frame.body);
  } else {
    // From the page's edge the space lies outside the line: the box is inside it.
    const auto inset = [](const document::Border& border) {
      return border ? border.space * 2 + thickness(border) : Length{};
    };
    const Length left = inset(borders.left), top = inset(borders.top);
    draw_box(items, borders,
             {left, top, frame.size.width - left - inset(borders.right),
              frame.size.height - top - inset(borders.bottom)});
  }
  items.push_back(page::TagEnd{});
}

std::vector<ColumnPlace> columns_of(const document::Section& section, Length width) {
  std::vector<ColumnPlace> places;
  Length x;
  if (!section.columns.empty()) {
    for (const document::Column& column : section.columns) {
      if (places.size() >= most_columns) break;
      places.push_back({x, std::max(column.width, twips(72))});
      x += column.width + column.space_after;
    }
  } else {
    const int count = std::clamp(section.column_count, 1, most_columns);
    const Length each = std::max((width - section.column_space * (count - 1)) / count, twips(72));
    for (int i = 0; i < count; ++i) places.push_back({(each + section.column_space) * i, each});
  }
  if (section.direction == document::Direction::right_to_left)
    for (ColumnPlace& place : places) place.left = width - place.left - place.width;
  return places;
}

} // namespace saraban::layout
