// Where anchored drawings stand and how text flows round them (ECMA-376 Part 1, 20.4.2.3).
#include "docx/drawings.h"
#include "docx/part/elements.h"

#include <algorithm>

namespace saraban::docx {
namespace {

using document::AlignTo;
using document::RelativeTo;
using document::Wrap;
using pugi::xml_node;

constexpr Word<RelativeTo> relative_words[] = {
    {"page", RelativeTo::page},
    {"margin", RelativeTo::margin},
    {"column", RelativeTo::column},
    {"character", RelativeTo::character},
    {"paragraph", RelativeTo::paragraph},
    {"line", RelativeTo::line},
    {"leftMargin", RelativeTo::left_margin},
    {"rightMargin", RelativeTo::right_margin},
    {"topMargin", RelativeTo::top_margin},
    {"bottomMargin", RelativeTo::bottom_margin},
    {"insideMargin", RelativeTo::inside_margin},
    {"outsideMargin", RelativeTo::outside_margin},
};
constexpr Word<AlignTo> align_words[] = {
    {"left", AlignTo::start},      {"top", AlignTo::start},  {"center", AlignTo::center},
    {"right", AlignTo::end},       {"bottom", AlignTo::end}, {"inside", AlignTo::inside},
    {"outside", AlignTo::outside},
};

/// A child that mc:AlternateContent may stand round.
xml_node either(xml_node parent, const char* name) {
  if (const auto child = parent.child(name)) return child;
  for (const auto& alternate : parent.children("mc:AlternateContent"))
    if (const auto child = chosen_branch(alternate).child(name)) return child;
  return {};
}

document::AxisPosition read_axis(xml_node e, const char* percent, RelativeTo standard) {
  document::AxisPosition position;
  position.relative_to = meaning_or(attribute(e, "relativeFrom"), standard, relative_words);
  if (const auto align = e.child("wp:align"))
    position.align = meaning_or(align.text().get(), AlignTo::start, align_words);
  position.offset = length_or(e.child("wp:posOffset").text().get(), {}, Unit::emu);
  if (const auto share = e.child(percent))
    position.percent_thousandths = static_cast<int>(
        std::clamp<std::int64_t>(integer_or(share.text().get(), 0), -1'000'000, 1'000'000));
  return position;
}

void read_polygon(xml_node polygon, document::Anchor& anchor) {
  constexpr std::size_t most_points = 10'000;
  for (const auto& point : polygon.children()) {
    if (anchor.polygon.size() == most_points) break;
    anchor.polygon.push_back(
        {emu(integer_or(attribute(point, "x"), 0)), emu(integer_or(attribute(point, "y"), 0))});
  }
}

void read_wrap(xml_node e, document::Anchor& anchor) {
  const bool behind = on_off_text(attribute(e, "behindDoc"), false);
  anchor.wrap = behind ? Wrap::none_behind : Wrap::none_in_front;
  constexpr Word<Wrap> wraps[] = {{"wp:wrapSquare", Wrap::square},
                                  {"wp:wrapTight", Wrap::tight},
                                  {"wp:wrapThrough", Wrap::through},
                                  {"wp:wrapTopAndBottom", Wrap::top_and_bottom}};
  constexpr Word<document::WrapSide> sides[] = {{"left", document::WrapSide::left},
                                                {"right", document::WrapSide::right},
                                                {"largest", document::WrapSide::largest}};
  for (const auto& child : e.children()) {
    const auto wrap = meaning(child.name(), wraps);
    if (!wrap) continue;
    anchor.wrap = *wrap;
    anchor.side = meaning_or(attribute(child, "wrapText"), document::WrapSide::both, sides);
    read_polygon(child.child("wp:wrapPolygon"), anchor);
  }
}

void read_share(xml_node e, const char* percent, std::optional<int>& share, RelativeTo& to) {
  const auto found = integer(e.child(percent).text().get());
  if (!found || *found <= 0) return;
  share = static_cast<int>(std::min<std::int64_t>(*found, 1'000'000));
  to = meaning_or(attribute(e, "relativeFrom"), RelativeTo::margin, relative_words);
}

} // namespace

document::Anchor read_anchor(xml_node e) {
  document::Anchor anchor;
  if (on_off_text(attribute(e, "simplePos"), false)) {
    const auto point = e.child("wp:simplePos");
    anchor.horizontal.relative_to = anchor.vertical.relative_to = RelativeTo::page;
    anchor.horizontal.offset = length_or(attribute(point, "x"), {}, Unit::emu);
    anchor.vertical.offset = length_or(attribute(point, "y"), {}, Unit::emu);
  } else {
    anchor.horizontal =
        read_axis(either(e, "wp:positionH"), "wp14:pctPosHOffset", RelativeTo::column);
    anchor.vertical =
        read_axis(either(e, "wp:positionV"), "wp14:pctPosVOffset", RelativeTo::paragraph);
  }
  const auto distance = [&](const char* name) {
    return std::max(length_or(attribute(e, name), {}, Unit::emu), Length{});
  };
  anchor.distance = {distance("distT"), distance("distR"), distance("distB"), distance("distL")};
  read_wrap(e, anchor);
  anchor.z_order = integer_or(attribute(e, "relativeHeight"), 0);
  anchor.allow_overlap = on_off_text(attribute(e, "allowOverlap"), true);
  anchor.layout_in_cell = on_off_text(attribute(e, "layoutInCell"), true);
  return anchor;
}

void read_relative_size(xml_node e, document::Drawing& drawing) {
  read_share(either(e, "wp14:sizeRelH"), "wp14:pctWidth", drawing.width_percent_thousandths,
             drawing.width_relative_to);
  read_share(either(e, "wp14:sizeRelV"), "wp14:pctHeight", drawing.height_percent_thousandths,
             drawing.height_relative_to);
}

} // namespace saraban::docx
