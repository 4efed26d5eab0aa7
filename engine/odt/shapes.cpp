// Shapes and groups of shapes (ODF 1.3 Part 3, 10.3 and 10.6).
#include "odt/colors.h"
#include "odt/frames.h"
#include "odt/geometry.h"
#include "odt/part/elements.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace saraban::odt {
namespace {

using document::Drawing;
using document::Group;
using document::Outline;
using document::Shape;
using pugi::xml_node;

double number(Length length) {
  return static_cast<double>(length.emu);
}

/// What a shape's styles give to its text: the graphic style's, then those of
/// draw:text-style-name.
const CellLook* text_look(Reader& reader, xml_node e, const GraphicProperties& get) {
  const auto* text = reader.style(Family::paragraph, attribute(e, "draw:text-style-name"));
  auto& look = reader.shape_looks[{get.style ? get.style->id : 1, text ? text->id : 0}];
  if (look) return look;
  auto& made = reader.cell_looks.emplace_back();
  made.id = static_cast<std::uint32_t>(reader.cell_looks.size());
  for (const auto* style : {get.standard, get.style, text}) {
    if (!style) continue;
    overlay(made.run, style->run);
    overlay(made.paragraph, style->paragraph);
  }
  return look = &made;
}

bool has_text(xml_node e) {
  for (const auto& child : e.children()) {
    const std::string_view name = child.name();
    if (name == "text:list") return true;
    if ((name == "text:p" || name == "text:h") && child.first_child()) return true;
  }
  return false;
}

/// Text in a shape: its place, its padding, whether the shape grows with it.
void read_text(Reader& reader, xml_node e, const GraphicProperties& get, const Sides& area,
               Shape& shape) {
  if (!has_text(e)) return;
  const auto padding = [&](const char* one, Length standard) {
    auto text = get(one);
    if (text.empty()) text = get("fo:padding");
    return std::clamp(length_or(text, standard), Length{}, millimetres(500));
  };
  constexpr Length beside = hundredths_mm(250), above = hundredths_mm(125);
  shape.insets = {area.top + padding("fo:padding-top", above),
                  area.right + padding("fo:padding-right", beside),
                  area.bottom + padding("fo:padding-bottom", above),
                  area.left + padding("fo:padding-left", beside)};
  constexpr Word<document::Alignment> words[] = {{"middle", document::Alignment::center},
                                                 {"bottom", document::Alignment::end}};
  shape.vertical_alignment =
      meaning_or(get("draw:textarea-vertical-align"), document::Alignment::start, words);
  constexpr Word<document::Alignment> across[] = {{"center", document::Alignment::center},
                                                  {"right", document::Alignment::end}};
  shape.text_alignment =
      meaning_or(get("draw:textarea-horizontal-align"), document::Alignment::start, across);
  if (get("style:writing-mode") == "tb-rl") shape.text_rotation = 90;
  if (get("style:writing-mode") == "bt-lr") shape.text_rotation = 270;
  if (!get("draw:fit-to-size").empty() && get("draw:fit-to-size") != "false")
    reader.not_drawn("text fitted to its shape");
  shape.text = read_story(reader, e, text_look(reader, e, get));
}

/// Fill and stroke of a shape: its own automatic style, then the default. LibreOffice gives shapes
/// nothing of a frame's common style ("Frame" has no fill).
void read_looks(Reader& reader, GraphicProperties get, Shape& shape) {
  const bool automatic = get.style && is(get.style->element.parent(), "office:automatic-styles");
  const bool of_frames = automatic && get.style->parent && get.style->parent->name == "Frame";
  Style alone;
  if (of_frames) {
    alone.element = get.style->element;
    get.style = &alone;
  }
  shape.fill = read_fill(reader, get);
  shape.stroke = read_stroke(reader, get);
  shape.shadow = read_shape_shadow(get);
}

/// A whole ellipse, a part of one, or an arc (19.163 draw:kind).
void draw_ellipse(xml_node e, Outline& out, Shape& shape) {
  const auto kind = attribute(e, "draw:kind");
  const double w = out.width(), h = out.height();
  if (kind.empty() || kind == "full") return out.ellipse(0, 0, w, h);
  const auto angle = [&](const char* name, double otherwise) {
    const auto n = numbers_of(attribute(e, name), 1);
    return n.empty() ? otherwise : std::fmod(n[0], 360.0);
  };
  // Degrees run counterclockwise.
  const double start = angle("draw:start-angle", 0);
  double sweep = angle("draw:end-angle", 360) - start;
  if (sweep <= 0) sweep += 360;
  const double radian = start * std::numbers::pi / 180;
  const double x = w / 2 + w / 2 * std::cos(radian), y = h / 2 - h / 2 * std::sin(radian);
  if (kind == "section") {
    out.move(w / 2, h / 2);
    out.line(x, y);
  } else
    out.move(x, y);
  out.arc(w / 2, h / 2, -start, -sweep);
  if (kind == "arc")
    shape.fill.reset();
  else
    out.close();
}

/// draw:rect with rounded corners (19.129 draw:corner-radius, svg:rx, svg:ry).
void draw_rectangle(xml_node e, Outline& out) {
  const double w = out.width(), h = out.height();
  const auto both = length_or(attribute(e, "draw:corner-radius"), {});
  const double rx = std::min(number(length_or(attribute(e, "svg:rx"), both)), w / 2);
  const double ry = std::min(number(length_or(attribute(e, "svg:ry"), both)), h / 2);
  if (rx <= 0 || ry <= 0) return out.rectangle(0, 0, w, h);
  out.move(0, ry), out.arc(rx, ry, 180, 90);
  out.line(w - rx, 0), out.arc(rx, ry, 270, 90);
  out.line(w, h - ry), out.arc(rx, ry, 0, 90);
  out.line(rx, h), out.arc(rx, ry, 90, 90);
  out.close();
}

/// draw:regular-polygon (10.3.7): a corner on top, or a star.
void draw_regular_polygon(xml_node e, Outline& out) {
  const auto corners =
      std::clamp<std::int64_t>(integer_or(attribute(e, "draw:corners"), 3), 3, 1000);
  const bool star = boolean(attribute(e, "draw:concave"), false);
  const double inner =
      1 - std::clamp(percent(attribute(e, "draw:sharpness")).value_or(0), 0.0, 100.0) / 100;
  const auto points = star ? corners * 2 : corners;
  for (std::int64_t i = 0; i < points; ++i) {
    const double reach = star && i % 2 == 1 ? inner : 1;
    const double a =
        (static_cast<double>(i) / static_cast<double>(points) * 2 - 0.5) * std::numbers::pi;
    const double x = out.width() / 2 * (1 + reach * std::cos(a));
    const double y = out.height() / 2 * (1 + reach * std::sin(a));
    i == 0 ? out.move(x, y) : out.line(x, y);
  }
  out.close();
}

/// Straight from one point to the other (10.3.3); a box round both.
void read_line(xml_node e, PlacedDrawing& placed, Shape& shape) {
  const auto at = [&](const char* name) { return length_or(attribute(e, name), {}); };
  const Point from{at("svg:x1"), at("svg:y1")}, to{at("svg:x2"), at("svg:y2")};
  if (!e.attribute("draw:transform")) {
    placed.at = {std::min(from.x, to.x), std::min(from.y, to.y)};
    placed.drawing.size = {std::max(from.x, to.x) - placed.at.x,
                           std::max(from.y, to.y) - placed.at.y};
  }
  Outline out(placed.drawing.size);
  const Point corner{std::min(from.x, to.x), std::min(from.y, to.y)};
  out.move(number(from.x - corner.x), number(from.y - corner.y));
  out.line(number(to.x - corner.x), number(to.y - corner.y));
  shape.path = out.take(), shape.fill.reset();
}

/// A connector's own path, in 1/100 mm, from its first point on (10.3.10); the box is that of its
/// ends.
void read_connector(xml_node e, PlacedDrawing& placed, Shape& shape) {
  read_line(e, placed, shape);
  const auto path = attribute(e, "svg:d");
  const auto first = numbers_of(path, 2);
  if (first.size() < 2 || attribute(e, "draw:type") == "line") return;
  constexpr double hundredth_mm = 360;
  const auto start_x = number(length_or(attribute(e, "svg:x1"), {}) - placed.at.x);
  const auto start_y = number(length_or(attribute(e, "svg:y1"), {}) - placed.at.y);
  const Coordinates c{first[0] - start_x / hundredth_mm, first[1] - start_y / hundredth_mm,
                      hundredth_mm, hundredth_mm};
  Outline out(placed.drawing.size);
  draw_path(path, c, out);
  shape.path = out.take();
}

void read_circle_box(xml_node e, PlacedDrawing& placed) {
  if (!e.attribute("svg:cx")) return;
  const auto at = [&](const char* name) { return length_or(attribute(e, name), {}); };
  const auto rx = e.attribute("svg:r") ? at("svg:r") : at("svg:rx");
  const auto ry = e.attribute("svg:r") ? at("svg:r") : at("svg:ry");
  placed.at = {at("svg:cx") - rx, at("svg:cy") - ry};
  placed.drawing.size = {std::max(rx * 2, Length{}), std::max(ry * 2, Length{})};
}

/// The outline of whatever is drawn by one path; false for other elements.
bool read_outline(xml_node e, PlacedDrawing& placed, Shape& shape) {
  const std::string_view name = e.name();
  if (name == "draw:line" || name == "draw:measure") return read_line(e, placed, shape), true;
  if (name == "draw:connector") return read_connector(e, placed, shape), true;
  if (name == "draw:circle" || name == "draw:ellipse") read_circle_box(e, placed);
  Outline out(placed.drawing.size);
  const auto c = coordinates_of(read_view_box(e), placed.drawing.size);
  if (name == "draw:rect" || name == "draw:caption")
    draw_rectangle(e, out);
  else if (name == "draw:circle" || name == "draw:ellipse")
    draw_ellipse(e, out, shape);
  else if (name == "draw:polyline" || name == "draw:polygon")
    draw_points(attribute(e, "draw:points"), name == "draw:polygon", c, out);
  else if (name == "draw:path")
    draw_path(attribute(e, "svg:d"), c, out);
  else if (name == "draw:regular-polygon")
    draw_regular_polygon(e, out);
  else
    return false;
  if (name == "draw:caption" && e.attribute("draw:caption-point-x")) {
    out.move(0, 0);
    out.line(number(length_or(attribute(e, "draw:caption-point-x"), {})),
             number(length_or(attribute(e, "draw:caption-point-y"), {})));
  }
  if (name == "draw:polyline") shape.fill.reset();
  shape.path = out.take();
  return true;
}

/// Paths that are filled and stroked each in its own way: a group, the text on top.
void put_parts(Reader& reader, EnhancedGeometry geometry, Shape shape, PlacedDrawing& placed) {
  const auto whole = placed.drawing.size;
  Group group;
  const auto add = [&](Shape member) {
    Drawing drawing;
    drawing.size = whole;
    drawing.content = std::move(member);
    group.children.push_back(
        {add_drawing(reader, std::move(drawing)), {{}, {}, whole.width, whole.height}});
  };
  for (auto& part : geometry.parts) {
    Shape member;
    member.path = std::move(part.path);
    if (part.filled) member.fill = shape.fill, member.shadow = shape.shadow;
    if (part.stroked) member.stroke = shape.stroke;
    add(std::move(member));
  }
  if (!shape.text.empty()) {
    shape.fill.reset(), shape.shadow.reset(), shape.stroke = {}, shape.path.clear();
    add(std::move(shape));
  }
  placed.drawing.content = std::move(group);
}

void read_custom_shape(Reader& reader, xml_node e, const GraphicProperties& get, Shape shape,
                       PlacedDrawing& placed) {
  const auto source = e.child("draw:enhanced-geometry");
  auto geometry = read_enhanced_geometry(source, placed.drawing.size);
  if (!geometry.unreadable.empty())
    reader.not_drawn("outline command " + std::string(geometry.unreadable) + " of a shape");
  if (geometry.parts.empty()) {
    const auto type = attribute(source, "draw:type");
    if (!type.empty() && type != "rectangle" && type != "mso-spt0")
      reader.not_drawn("outline of shape “" + std::string(type) + "”");
    Outline out(placed.drawing.size);
    out.rectangle(0, 0, out.width(), out.height());
    geometry.parts.push_back({out.take(), true, true});
  }
  read_text(reader, e, get, geometry.text_area, shape);
  const auto& first = geometry.parts.front();
  if (geometry.parts.size() > 1 || !first.filled || !first.stroked)
    return put_parts(reader, std::move(geometry), std::move(shape), placed);
  shape.path = std::move(geometry.parts.front().path);
  if (boolean(get("draw:auto-grow-height"), false) && !shape.text.empty()) {
    shape.grow_to_text = true;
    shape.least_height = placed.drawing.size.height;
  }
  placed.drawing.content = std::move(shape);
}

/// draw:g (10.3.15): its box is that of its members.
std::optional<PlacedDrawing> read_group(Reader& reader, xml_node e) {
  if (reader.depth >= deepest_nesting) {
    reader.not_drawn("drawing nested too deeply");
    return std::nullopt;
  }
  ++reader.depth;
  std::vector<PlacedDrawing> members;
  constexpr std::size_t most_members = 10'000;
  for (const auto& child : e.children()) {
    if (!is_drawing(child)) continue;
    const auto element = is(child, "draw:a") ? child.first_child() : child;
    if (members.size() == most_members) break;
    if (auto member = read_member(reader, element)) members.push_back(std::move(*member));
  }
  --reader.depth;
  if (members.empty()) return std::nullopt;
  PlacedDrawing placed;
  Point low = members.front().at, high = low;
  for (const auto& member : members) {
    low = {std::min(low.x, member.at.x), std::min(low.y, member.at.y)};
    high = {std::max(high.x, member.at.x + member.drawing.size.width),
            std::max(high.y, member.at.y + member.drawing.size.height)};
  }
  Group group;
  for (auto& member : members) {
    const auto size = member.drawing.size;
    const auto at = member.at - low;
    group.children.push_back(
        {add_drawing(reader, std::move(member.drawing)), {at.x, at.y, size.width, size.height}});
  }
  placed.at = low;
  placed.drawing.size = {high.x - low.x, high.y - low.y};
  placed.drawing.content = std::move(group);
  return placed;
}

} // namespace

std::optional<PlacedDrawing> read_shape(Reader& reader, xml_node e) {
  const std::string_view name = e.name();
  if (name == "draw:g") return read_group(reader, e);
  if (name == "draw:page-thumbnail") return std::nullopt;
  PlacedDrawing placed;
  read_place(e, placed);
  const auto get = graphic_properties(reader, e);
  Shape shape;
  if (name == "draw:custom-shape") {
    read_looks(reader, get, shape);
    read_custom_shape(reader, e, get, std::move(shape), placed);
    return placed;
  }
  if (!read_outline(e, placed, shape)) {
    reader.not_drawn("drawing of kind " + std::string(name));
    return std::nullopt;
  }
  const bool open = name == "draw:line" || name == "draw:connector" || name == "draw:polyline" ||
                    name == "draw:measure";
  read_looks(reader, get, shape);
  if (open || attribute(e, "draw:kind") == "arc") shape.fill.reset(), shape.shadow.reset();
  read_text(reader, e, get, {}, shape);
  placed.drawing.content = std::move(shape);
  return placed;
}

} // namespace saraban::odt
