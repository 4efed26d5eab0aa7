// VML: pictures, lines, rectangles and text boxes of older files, and previews of embedded objects
// (ECMA-376 Part 4, 14).
#include "docx/drawings.h"
#include "docx/paragraphs.h"
#include "docx/part/elements.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace saraban::docx {
namespace {

using document::AlignTo;
using document::Drawing;
using document::RelativeTo;
using document::Wrap;
using pugi::xml_node;

/// The declarations of a style attribute.
using Style = std::map<std::string, std::string, std::less<>>;

std::string trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return {};
  return std::string(text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1));
}

Style read_style(std::string_view text) {
  Style style;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(';', at), text.size());
    const auto declaration = text.substr(at, end - at);
    if (const auto colon = declaration.find(':'); colon != std::string_view::npos)
      style[trimmed(declaration.substr(0, colon))] = trimmed(declaration.substr(colon + 1));
    at = end + 1;
  }
  return style;
}

std::string_view get(const Style& style, std::string_view name) {
  const auto found = style.find(name);
  return found == style.end() ? std::string_view() : found->second;
}

/// Bare numbers are taken as points.
Length measure(const Style& style, std::string_view name) {
  return length_or(get(style, name), {}, Unit::point);
}

bool is_false(std::string_view text) {
  return text == "f" || text == "false" || text == "0";
}

/// "#c00000 [3204]", "red", "#f00" (ECMA-376 Part 4, 22.1.2.1: the names of HTML).
std::optional<Color> color_of(std::string_view text) {
  const auto word = text.substr(0, text.find(' '));
  if (const auto color = parse_hex_color(word)) return color;
  if (word.size() == 4 && word[0] == '#') {
    const std::string wide{word[1], word[1], word[2], word[2], word[3], word[3]};
    return parse_hex_color(wide);
  }
  constexpr Word<Color> names[] = {
      {"aqua", {0, 255, 255}},     {"black", black},          {"blue", {0, 0, 255}},
      {"fuchsia", {255, 0, 255}},  {"gray", {128, 128, 128}}, {"green", {0, 128, 0}},
      {"lime", {0, 255, 0}},       {"maroon", {128, 0, 0}},   {"navy", {0, 0, 128}},
      {"olive", {128, 128, 0}},    {"purple", {128, 0, 128}}, {"red", {255, 0, 0}},
      {"silver", {192, 192, 192}}, {"teal", {0, 128, 128}},   {"white", white},
      {"yellow", {255, 255, 0}}};
  for (const auto& name : names)
    if (name.text == word) return name.meaning;
  return highlight_color(word);
}

/// "0.25", "16384f" (65536ths), in 1/100,000.
int share_of(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || !(number > -1e6 && number < 1e6)) return 0;
  if (end != text.data() + text.size() && *end == 'f') number /= 65536;
  return static_cast<int>(std::clamp(number * 100'000, -1e6, 99'999.0));
}

RelativeTo relative_to(std::string_view text, RelativeTo standard) {
  constexpr Word<RelativeTo> words[] = {{"page", RelativeTo::page},
                                        {"margin", RelativeTo::margin},
                                        {"text", RelativeTo::column},
                                        {"char", RelativeTo::character},
                                        {"line", RelativeTo::line},
                                        {"left-margin-area", RelativeTo::left_margin},
                                        {"right-margin-area", RelativeTo::right_margin},
                                        {"top-margin-area", RelativeTo::top_margin},
                                        {"bottom-margin-area", RelativeTo::bottom_margin}};
  return meaning_or(text, standard, words);
}

AlignTo align_to(std::string_view text) {
  constexpr Word<AlignTo> words[] = {{"left", AlignTo::start},     {"top", AlignTo::start},
                                     {"center", AlignTo::center},  {"right", AlignTo::end},
                                     {"bottom", AlignTo::end},     {"inside", AlignTo::inside},
                                     {"outside", AlignTo::outside}};
  return meaning_or(text, AlignTo::offset, words);
}

void read_wrap(xml_node shape, const Style& style, document::Anchor& anchor) {
  const auto z = integer_or(get(style, "z-index"), 0);
  anchor.z_order = z;
  anchor.wrap = z < 0 ? Wrap::none_behind : Wrap::none_in_front;
  const auto wrap = shape.child("w10:wrap");
  constexpr Word<Wrap> wraps[] = {{"square", Wrap::square},
                                  {"tight", Wrap::tight},
                                  {"through", Wrap::through},
                                  {"topAndBottom", Wrap::top_and_bottom}};
  anchor.wrap = meaning_or(attribute(wrap, "type"), anchor.wrap, wraps);
  constexpr Word<document::WrapSide> sides[] = {{"left", document::WrapSide::left},
                                                {"right", document::WrapSide::right},
                                                {"largest", document::WrapSide::largest}};
  anchor.side = meaning_or(attribute(wrap, "side"), document::WrapSide::both, sides);
}

std::optional<document::Anchor> read_place(xml_node shape, const Style& style) {
  if (get(style, "position") != "absolute") return std::nullopt;
  document::Anchor anchor;
  const auto standard_x = RelativeTo::column, standard_y = RelativeTo::paragraph;
  anchor.horizontal.relative_to =
      relative_to(get(style, "mso-position-horizontal-relative"), standard_x);
  anchor.horizontal.align = align_to(get(style, "mso-position-horizontal"));
  anchor.horizontal.offset = measure(style, "margin-left") + measure(style, "left");
  const auto vertical = get(style, "mso-position-vertical-relative");
  anchor.vertical.relative_to =
      vertical == "text" ? RelativeTo::paragraph : relative_to(vertical, standard_y);
  anchor.vertical.align = align_to(get(style, "mso-position-vertical"));
  anchor.vertical.offset = measure(style, "margin-top") + measure(style, "top");
  const auto distance = [&](std::string_view name, Length standard) {
    const auto text = get(style, name);
    return text.empty() ? standard : std::max(length_or(text, standard, Unit::point), Length{});
  };
  anchor.distance = {
      distance("mso-wrap-distance-top", {}), distance("mso-wrap-distance-right", points(9)),
      distance("mso-wrap-distance-bottom", {}), distance("mso-wrap-distance-left", points(9))};
  anchor.allow_overlap = !is_false(attribute(shape, "o:allowoverlap"));
  anchor.layout_in_cell = !is_false(attribute(shape, "o:allowincell"));
  read_wrap(shape, style, anchor);
  return anchor;
}

document::Stroke read_line(xml_node shape, bool standard) {
  document::Stroke stroke;
  const auto element = shape.child("v:stroke");
  const auto stroked = attribute(shape, "stroked");
  if (is_false(stroked) || is_false(attribute(element, "on")) || (!standard && stroked.empty()))
    return stroke;
  constexpr Word<document::LineStyle> dashes[] = {
      {"dash", document::LineStyle::dashed},
      {"longDash", document::LineStyle::dashed},
      {"1 1", document::LineStyle::dotted},
      {"dot", document::LineStyle::dotted},
      {"shortDot", document::LineStyle::dotted},
      {"dashDot", document::LineStyle::dot_dash},
      {"longDashDot", document::LineStyle::dot_dash},
      {"longDashDotDot", document::LineStyle::dot_dot_dash}};
  stroke.style = meaning_or(attribute(element, "dashstyle"), document::LineStyle::single, dashes);
  stroke.width = std::clamp(length_or(attribute(shape, "strokeweight"), points(0.75), Unit::emu),
                            Length{}, points(1584));
  stroke.color = color_of(attribute(shape, "strokecolor")).value_or(black);
  constexpr Word<document::Stroke::Head> heads[] = {{"block", document::Stroke::Head::triangle},
                                                    {"classic", document::Stroke::Head::stealth},
                                                    {"diamond", document::Stroke::Head::diamond},
                                                    {"oval", document::Stroke::Head::oval},
                                                    {"open", document::Stroke::Head::arrow}};
  const auto none = document::Stroke::Head::none;
  stroke.start = meaning_or(attribute(element, "startarrow"), none, heads);
  stroke.end = meaning_or(attribute(element, "endarrow"), none, heads);
  return stroke;
}

/// "left,top,right,bottom" of v:textbox (14.1.2.22).
Sides read_inset(std::string_view text) {
  Length sides[] = {points(7.2), points(3.6), points(7.2), points(3.6)};
  for (int i = 0; i < 4 && !text.empty(); ++i) {
    const auto end = std::min(text.find(','), text.size());
    sides[i] = std::max(length_or(trimmed(text.substr(0, end)), sides[i], Unit::emu), Length{});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {sides[1], sides[2], sides[3], sides[0]};
}

/// The shape type's number says what the outline is: o:spt, or the name "#_x0000_t202".
int type_of(xml_node shape) {
  const auto type = attribute(shape, "type");
  const auto at = type.rfind("_t");
  if (at != std::string_view::npos) return static_cast<int>(integer_or(type.substr(at + 2), 0));
  return static_cast<int>(integer_or(attribute(shape, "o:spt"), 0));
}

std::string_view preset_of(xml_node shape) {
  const std::string_view name = shape.name();
  if (name == "v:oval") return "ellipse";
  if (name == "v:roundrect") return "roundRect";
  if (name == "v:line") return "line";
  return legacy_preset(type_of(shape));
}

void read_text(Reader& reader, xml_node shape, const Style& style, document::Shape& out) {
  const auto box = shape.child("v:textbox");
  if (!box) return;
  const auto layout = read_style(attribute(box, "style"));
  out.insets = read_inset(attribute(box, "inset"));
  out.grow_to_text = get(layout, "mso-fit-shape-to-text") == "t";
  const auto anchor = get(style, "v-text-anchor");
  if (anchor == "middle") out.vertical_alignment = document::Alignment::center;
  if (anchor == "bottom") out.vertical_alignment = document::Alignment::end;
  if (get(layout, "layout-flow") == "vertical")
    out.text_rotation = get(layout, "mso-layout-flow-alt") == "bottom-to-top" ? 270 : 90;
  out.text = read_story(reader, box.child("w:txbxContent"));
}

std::optional<Drawing> read_picture(Reader& reader, xml_node shape, xml_node data) {
  const auto image = find_image(reader, attribute(data, "r:id"));
  if (!image) return std::nullopt;
  Drawing drawing;
  document::Picture picture;
  picture.image = *image;
  picture.crop = {share_of(attribute(data, "croptop")), share_of(attribute(data, "cropright")),
                  share_of(attribute(data, "cropbottom")), share_of(attribute(data, "cropleft"))};
  picture.stroke = read_line(shape, false);
  drawing.content = picture;
  return drawing;
}

/// Opacity: "0.5", "32768f"; none is opaque.
Color ground_of(std::string_view color, std::string_view opacity) {
  Color ground = color_of(color).value_or(white);
  constexpr int whole = 100'000;
  if (!opacity.empty() && !opacity.starts_with("1"))
    ground.alpha = static_cast<std::uint8_t>(std::clamp(share_of(opacity), 0, whole) * 255 / whole);
  return ground;
}

Drawing read_outline(Reader& reader, xml_node shape, const Style& style, Size size) {
  Drawing drawing;
  document::Shape content;
  const auto preset = preset_of(shape);
  content.stroke = read_line(shape, true);
  const auto fill = shape.child("v:fill");
  if (preset != "line" && !is_false(attribute(shape, "filled")) && !is_false(attribute(fill, "on")))
    content.fill = ground_of(attribute(shape, "fillcolor"), attribute(fill, "opacity"));
  const auto art = shape.child("v:textpath");
  if (art && !is_false(attribute(art, "on"))) {
    content.text = read_word_art(reader, art);
    content.text_fills_box = true;
  } else {
    content.path = preset_outline(preset, size);
    read_text(reader, shape, style, content);
  }
  drawing.content = std::move(content);
  return drawing;
}

/// "10pt,20pt" of v:line's from and to.
Point point_of(std::string_view text) {
  const auto comma = std::min(text.find(','), text.size());
  const auto rest = text.substr(std::min(comma + 1, text.size()));
  return {length_or(trimmed(text.substr(0, comma)), {}, Unit::point),
          length_or(trimmed(rest), {}, Unit::point)};
}

/// A line has no box: its ends make one.
void place_line(xml_node shape, Drawing& drawing) {
  const auto from = point_of(attribute(shape, "from")), to = point_of(attribute(shape, "to"));
  const auto x = std::min(from.x, to.x), y = std::min(from.y, to.y);
  drawing.size = {std::max(from.x, to.x) - x, std::max(from.y, to.y) - y};
  drawing.flip_horizontal = to.x < from.x, drawing.flip_vertical = to.y < from.y;
  if (!drawing.anchor) return;
  drawing.anchor->horizontal.offset += x, drawing.anchor->vertical.offset += y;
}

void read_turn(const Style& style, Drawing& drawing) {
  const auto flip = get(style, "flip");
  drawing.flip_horizontal = flip.find('x') != std::string_view::npos;
  drawing.flip_vertical = flip.find('y') != std::string_view::npos;
  const auto turn = get(style, "rotation");
  double degrees = 0;
  const auto [end, error] = std::from_chars(turn.data(), turn.data() + turn.size(), degrees);
  if (error != std::errc() || !(degrees > -1e9 && degrees < 1e9)) return;
  if (end != turn.data() + turn.size() && turn.ends_with("fd")) degrees /= 65536;
  const auto whole = static_cast<int>(static_cast<long long>(degrees * 60'000) % 21'600'000);
  drawing.rotation = whole < 0 ? whole + 21'600'000 : whole;
}

std::optional<Drawing> read_shape(Reader& reader, xml_node shape, Size size) {
  const auto style = read_style(attribute(shape, "style"));
  if (get(style, "visibility") == "hidden") return std::nullopt;
  const auto data = shape.child("v:imagedata");
  auto drawing = data ? read_picture(reader, shape, data)
                      : std::optional(read_outline(reader, shape, style, size));
  if (!drawing) return std::nullopt;
  drawing->size = size;
  drawing->anchor = read_place(shape, style);
  read_turn(style, *drawing);
  if (is(shape, "v:line")) place_line(shape, *drawing);
  drawing->name = attribute(shape, "id"), drawing->description = attribute(shape, "alt");
  if (!is_false(attribute(shape, "o:hr")) && shape.attribute("o:hr")) {
    // A horizontal rule without a width is as wide as the text.
    if (size.width <= Length{}) drawing->width_percent_thousandths = 100'000;
    drawing->width_relative_to = RelativeTo::margin;
  }
  return drawing;
}

Size size_of(xml_node shape) {
  const auto style = read_style(attribute(shape, "style"));
  return {std::max(measure(style, "width"), Length{}),
          std::max(measure(style, "height"), Length{})};
}

bool is_shape(std::string_view name) {
  return name == "v:shape" || name == "v:rect" || name == "v:oval" || name == "v:roundrect" ||
         name == "v:line";
}

Drawing read_group(Reader& reader, xml_node group, Size size);

/// A member's box is in the group's own units (14.1.2.7).
void read_member(Reader& reader, xml_node e, const Point& origin, const Size& inner, Size outer,
                 document::Group& out) {
  const bool is_group = is(e, "v:group");
  if (!is_group && !is_shape(e.name())) return;
  const auto style = read_style(attribute(e, "style"));
  const auto along = [](double x, double from, double to) {
    return emu(static_cast<std::int64_t>(std::clamp(from > 0 ? x * to / from : x, -1e12, 1e12)));
  };
  const auto number = [&](std::string_view name) {
    return static_cast<double>(integer_or(get(style, name), 0));
  };
  const auto iw = static_cast<double>(inner.width.emu), ih = static_cast<double>(inner.height.emu);
  const auto ow = static_cast<double>(outer.width.emu), oh = static_cast<double>(outer.height.emu);
  const Rect box{along(number("left") - static_cast<double>(origin.x.emu), iw, ow),
                 along(number("top") - static_cast<double>(origin.y.emu), ih, oh),
                 along(number("width"), iw, ow), along(number("height"), ih, oh)};
  auto member = is_group ? std::optional(read_group(reader, e, {box.width, box.height}))
                         : read_shape(reader, e, {box.width, box.height});
  if (!member) return;
  member->anchor.reset();
  out.children.push_back({add_drawing(reader, std::move(*member)), box});
}

Drawing read_group(Reader& reader, xml_node group, Size size) {
  Drawing drawing;
  document::Group content;
  const auto pair = [&](const char* name, std::int64_t standard) {
    const auto text = attribute(group, name);
    const auto comma = std::min(text.find(','), text.size());
    return std::pair(integer_or(text.substr(0, comma), standard),
                     integer_or(text.substr(std::min(comma + 1, text.size())), standard));
  };
  const auto [x, y] = pair("coordorigin", 0);
  const auto [w, h] = pair("coordsize", 1000);
  if (++reader.depth < deepest_nesting)
    for (const auto& child : group.children())
      read_member(reader, child, {emu(x), emu(y)}, {emu(w), emu(h)}, size, content);
  --reader.depth;
  drawing.size = size;
  drawing.content = std::move(content);
  return drawing;
}

} // namespace

std::vector<Drawing> read_vml(Reader& reader, xml_node element) {
  std::vector<Drawing> drawings;
  for (const auto& child : element.children()) {
    const std::string_view name = child.name();
    if (name == "v:group") {
      auto group = read_group(reader, child, size_of(child));
      group.anchor = read_place(child, read_style(attribute(child, "style")));
      drawings.push_back(std::move(group));
    } else if (is_shape(name)) {
      if (auto shape = read_shape(reader, child, size_of(child)))
        drawings.push_back(std::move(*shape));
    } else if (name == "mc:AlternateContent") {
      for (auto& drawing : read_vml(reader, chosen_branch(child)))
        drawings.push_back(std::move(drawing));
    }
  }
  return drawings;
}

} // namespace saraban::docx
