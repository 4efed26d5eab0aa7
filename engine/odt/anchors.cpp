// Where anchored drawings stand and how text flows round them (ODF 1.3 Part 3, 20.391 to 20.397).
#include "odt/drawings.h"
#include "odt/geometry.h"
#include "odt/part/elements.h"

#include <algorithm>

namespace saraban::odt {
namespace {

using document::AlignTo;
using document::Anchor;
using document::AxisPosition;
using document::RelativeTo;
using document::Wrap;
using document::WrapSide;
using pugi::xml_node;

/// style:horizontal-rel (20.297). A paragraph's area is the column, its content lies between its
/// indents.
constexpr Word<RelativeTo> horizontal_words[] = {
    {"page", RelativeTo::page},
    {"page-content", RelativeTo::margin},
    {"page-start-margin", RelativeTo::left_margin},
    {"page-end-margin", RelativeTo::right_margin},
    {"paragraph", RelativeTo::column},
    {"paragraph-content", RelativeTo::paragraph},
    {"paragraph-start-margin", RelativeTo::paragraph},
    {"paragraph-end-margin", RelativeTo::paragraph},
    {"frame", RelativeTo::column},
    {"frame-content", RelativeTo::column},
    {"frame-start-margin", RelativeTo::column},
    {"frame-end-margin", RelativeTo::column},
    {"char", RelativeTo::character},
};
/// style:vertical-rel (20.397).
constexpr Word<RelativeTo> vertical_words[] = {
    {"page", RelativeTo::page},           {"page-content", RelativeTo::margin},
    {"paragraph", RelativeTo::paragraph}, {"paragraph-content", RelativeTo::paragraph},
    {"frame", RelativeTo::paragraph},     {"frame-content", RelativeTo::paragraph},
    {"char", RelativeTo::character},      {"line", RelativeTo::line},
    {"baseline", RelativeTo::line},       {"text", RelativeTo::line},
};
/// style:horizontal-pos and style:vertical-pos (20.296, 20.396); the others are offsets.
constexpr Word<AlignTo> align_words[] = {
    {"left", AlignTo::start},    {"top", AlignTo::start},       {"center", AlignTo::center},
    {"middle", AlignTo::center}, {"right", AlignTo::end},       {"bottom", AlignTo::end},
    {"inside", AlignTo::inside}, {"outside", AlignTo::outside},
};

std::string_view anchor_type(xml_node e, const GraphicProperties& get) {
  const auto type = attribute(e, "text:anchor-type");
  return type.empty() ? get("text:anchor-type") : type;
}

AxisPosition read_axis(std::string_view position, RelativeTo to, Length offset) {
  AxisPosition axis;
  axis.relative_to = to;
  axis.align = meaning_or(position, AlignTo::offset, align_words);
  if (axis.align == AlignTo::offset) axis.offset = offset;
  return axis;
}

Length margin(const GraphicProperties& get, const char* name) {
  return std::clamp(length_or(get(name), {}), Length{}, millimetres(1000));
}

/// draw:contour-polygon and draw:contour-path (10.4.11): the outline that text keeps to.
void read_contour(xml_node e, Anchor& anchor) {
  const auto contour = e.child("draw:contour-polygon") ? e.child("draw:contour-polygon")
                                                       : e.child("draw:contour-path");
  const auto view = read_view_box(contour);
  if (!contour || view.width <= 0 || view.height <= 0) return;
  constexpr std::size_t most_numbers = 20'000;
  if (is(contour, "draw:contour-path")) return;
  const auto n = numbers_of(attribute(contour, "draw:points"), most_numbers);
  const auto share = [](double value, double from, double whole) {
    return emu(static_cast<std::int64_t>(std::clamp((value - from) / whole * 21'600, -1e6, 1e6)));
  };
  for (std::size_t i = 0; i + 1 < n.size(); i += 2)
    anchor.polygon.push_back(
        {share(n[i], view.left, view.width), share(n[i + 1], view.top, view.height)});
}

/// style:wrap (20.400), style:run-through (20.353).
void read_wrap(xml_node e, const GraphicProperties& get, Length width, Anchor& anchor) {
  const auto wrap = get("style:wrap");
  // LibreOffice lets text flow at both sides of what is narrower than this.
  constexpr Length narrow = twips(850);
  if (wrap == "run-through") {
    const bool behind = get("style:run-through") == "background";
    anchor.wrap = behind ? Wrap::none_behind : Wrap::none_in_front;
  } else if (wrap == "none")
    anchor.wrap = Wrap::top_and_bottom;
  else if (wrap == "left")
    anchor.side = WrapSide::left;
  else if (wrap == "right")
    anchor.side = WrapSide::right;
  else if (wrap == "dynamic" && width > narrow)
    anchor.side = WrapSide::largest;
  if (anchor.wrap != Wrap::square || !boolean(get("style:wrap-contour"), false)) return;
  read_contour(e, anchor);
  if (!anchor.polygon.empty())
    anchor.wrap = get("style:wrap-contour-mode") == "full" ? Wrap::through : Wrap::tight;
}

} // namespace

Anchor read_anchor(xml_node e, const GraphicProperties& get, const PlacedDrawing& placed) {
  Anchor anchor;
  const auto type = anchor_type(e, get);
  const bool on_page = type == "page";
  anchor.horizontal =
      read_axis(get("style:horizontal-pos"),
                meaning_or(get("style:horizontal-rel"),
                           on_page ? RelativeTo::page : RelativeTo::column, horizontal_words),
                placed.at.x);
  anchor.vertical =
      read_axis(get("style:vertical-pos"),
                meaning_or(get("style:vertical-rel"),
                           on_page ? RelativeTo::page : RelativeTo::paragraph, vertical_words),
                placed.at.y);
  if (on_page) {
    constexpr std::int64_t most_pages = 100'000;
    anchor.page = static_cast<int>(std::clamp<std::int64_t>(
        integer_or(attribute(e, "text:anchor-page-number"), 1), 1, most_pages));
    if (anchor.vertical.relative_to == RelativeTo::paragraph)
      anchor.vertical.relative_to = RelativeTo::margin;
    if (anchor.horizontal.relative_to == RelativeTo::column)
      anchor.horizontal.relative_to = RelativeTo::margin;
  }
  anchor.distance = {margin(get, "fo:margin-top"), margin(get, "fo:margin-right"),
                     margin(get, "fo:margin-bottom"), margin(get, "fo:margin-left")};
  anchor.distance_aligns = true;
  read_wrap(e, get, placed.drawing.size.width, anchor);
  anchor.z_order = integer_or(attribute(e, "draw:z-index"), 0);
  anchor.allow_overlap = boolean(get("loext:allow-overlap"), true);
  anchor.inside_text_area = boolean(get("style:flow-with-text"), false);
  return anchor;
}

AxisPosition read_place_in_line(const GraphicProperties& get, Point at) {
  constexpr Word<RelativeTo> words[] = {
      {"line", RelativeTo::line}, {"char", RelativeTo::character}, {"text", RelativeTo::character}};
  AxisPosition place;
  place.relative_to = meaning_or(get("style:vertical-rel"), RelativeTo::baseline, words);
  place.align = meaning_or(get("style:vertical-pos"), AlignTo::offset, align_words);
  if (place.align == AlignTo::offset) place.offset = at.y;
  return place;
}

} // namespace saraban::odt
