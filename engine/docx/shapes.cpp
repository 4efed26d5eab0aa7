// What drawings show: pictures, shapes with text, groups (ECMA-376 Part 1, 20.1 and 20.2;
// [MS-ODRAWXML] 2.5).
#include "docx/drawing_text.h"
#include "docx/drawings.h"
#include "docx/paragraphs.h"
#include "docx/part/elements.h"

#include <algorithm>

namespace saraban::docx {
namespace {

using document::Drawing;
using document::Group;
using document::LineStyle;
using document::Shape;
using document::Stroke;
using pugi::xml_node;

std::string_view local(xml_node e) {
  const std::string_view name = e.name();
  return name.substr(name.find(':') + 1);
}

/// The first child of that local name, whatever its prefix (pic:spPr, wps:spPr, dsp:spPr …).
xml_node part(xml_node e, std::string_view name) {
  for (const auto& child : e.children())
    if (local(child) == name) return child;
  return {};
}

void read_turn(xml_node transform, Drawing& drawing) {
  const auto turn = integer_or(attribute(transform, "rot"), 0) % 21'600'000;
  drawing.rotation = static_cast<int>(turn < 0 ? turn + 21'600'000 : turn);
  drawing.flip_horizontal = on_off_text(attribute(transform, "flipH"), false);
  drawing.flip_vertical = on_off_text(attribute(transform, "flipV"), false);
}

std::optional<Drawing> read_picture(Reader& reader, xml_node e) {
  const auto fill = part(e, "blipFill");
  const auto image = find_image(reader, attribute(fill.child("a:blip"), "r:embed"));
  if (!image) return std::nullopt;
  Drawing drawing;
  document::Picture picture;
  picture.image = *image;
  const auto cut = fill.child("a:srcRect");
  const auto share = [&](const char* name) {
    const auto text = attribute(cut, name);
    auto n = integer_or(text, 0);
    if (text.ends_with('%')) n *= 1000;
    return static_cast<int>(std::clamp<std::int64_t>(n, -1'000'000, 99'999));
  };
  picture.crop = {share("t"), share("r"), share("b"), share("l")};
  const auto properties = part(e, "spPr");
  picture.stroke = read_stroke(properties.child("a:ln"), {}, reader.shared.theme);
  read_turn(properties.child("a:xfrm"), drawing);
  drawing.content = picture;
  return drawing;
}

/// a:bodyPr (20.1.2.1.1).
void read_body(xml_node e, Shape& shape) {
  const auto inset = [&](const char* name, std::int64_t standard) {
    return std::max(length_or(attribute(e, name), emu(standard), Unit::emu), Length{});
  };
  shape.insets = {inset("tIns", 45720), inset("rIns", 91440), inset("bIns", 45720),
                  inset("lIns", 91440)};
  const auto anchor = attribute(e, "anchor");
  shape.vertical_alignment = anchor == "ctr" ? document::Alignment::center
                             : anchor == "b" ? document::Alignment::end
                                             : document::Alignment::start;
  shape.grow_to_text = !e.child("a:spAutoFit").empty();
  const auto direction = attribute(e, "vert");
  if (direction == "vert270")
    shape.text_rotation = 270;
  else if (direction == "vert" || direction == "eaVert" || direction == "wordArtVert")
    shape.text_rotation = 90;
}

/// The colour that a shape's style gives to its text stands below every other word about it.
const CellLook* text_look(Reader& reader, xml_node style) {
  const auto color = read_drawing_color(part(style, "fontRef"), reader.shared.theme.colors);
  if (!color) return nullptr;
  auto& look = reader.shape_looks[{color->red, color->green, color->blue}];
  if (look) return look;
  auto& made = reader.cell_looks.emplace_back();
  made.id = static_cast<std::uint32_t>(reader.cell_looks.size());
  made.run.color = TextColor{*color, false};
  return look = &made;
}

/// Text of DrawingML's own (a:p), as diagrams and canvases hold it.
void read_own_text(Reader& reader, xml_node body, xml_node style, Shape& shape) {
  DrawingTextLook look;
  look.size = points(18);
  look.color = reader.shared.theme.colors.find("tx1").value_or(black);
  if (const auto color = read_drawing_color(part(style, "fontRef"), reader.shared.theme.colors))
    look.color = *color;
  read_body(body.child("a:bodyPr"), shape);
  shape.text = read_drawing_text(reader, body, look);
}

Color painted(Color color, PathFill fill) {
  switch (fill) {
  case PathFill::lighten:
    return mixed(color, white, 40);
  case PathFill::lighten_less:
    return mixed(color, white, 20);
  case PathFill::darken:
    return mixed(color, black, 40);
  case PathFill::darken_less:
    return mixed(color, black, 20);
  default:
    return color;
  }
}

/// A shape whose paths are painted in different ways, as a group: a shape for each, then one for
/// the text. The text is not mirrored with them: upside down, it is turned.
Group parts_of(Reader& reader, const Drawing& whole, Shape&& shape, const Geometry& geometry,
               Size size) {
  Group group;
  const auto add = [&](Shape part) {
    Drawing drawing;
    drawing.size = size;
    if (part.text.empty()) {
      drawing.flip_horizontal = whole.flip_horizontal;
      drawing.flip_vertical = whole.flip_vertical;
    } else if (whole.flip_vertical) {
      drawing.rotation = 10'800'000;
    }
    drawing.content = std::move(part);
    group.children.push_back(
        {add_drawing(reader, std::move(drawing)), {{}, {}, size.width, size.height}});
  };
  for (const auto& path : geometry.paths) {
    Shape part;
    if (shape.fill && path.fill != PathFill::none) part.fill = painted(*shape.fill, path.fill);
    if (path.stroked) part.stroke = shape.stroke;
    if (!part.fill && part.stroke.style == LineStyle::none) continue;
    part.path = path.segments;
    add(std::move(part));
  }
  if (shape.text.empty()) return group;
  shape.fill.reset();
  shape.stroke = {};
  add(std::move(shape));
  return group;
}

std::optional<Drawing> read_shape(Reader& reader, xml_node e, Size size,
                                  std::optional<Color> group_fill) {
  Drawing drawing;
  Shape shape;
  const auto properties = part(e, "spPr"), style = part(e, "style");
  const auto& theme = reader.shared.theme;
  auto geometry = read_geometry(reader, properties, size);
  shape.fill = read_fill(properties, part(style, "fillRef"), theme, group_fill);
  shape.stroke = read_stroke(properties.child("a:ln"), part(style, "lnRef"), theme);
  read_body(part(e, "bodyPr"), shape);
  if (const auto content = e.child("wps:txbx").child("w:txbxContent"))
    shape.text = read_story(reader, content, text_look(reader, style));
  else if (const auto body = part(e, "txBody"))
    read_own_text(reader, body, style, shape);
  shape.insets.top += geometry.text.top, shape.insets.right += geometry.text.right;
  shape.insets.bottom += geometry.text.bottom, shape.insets.left += geometry.text.left;
  read_turn(properties.child("a:xfrm"), drawing);
  if (geometry.paths.size() > 1) {
    drawing.content = parts_of(reader, drawing, std::move(shape), geometry, size);
    drawing.flip_horizontal = drawing.flip_vertical = false;
    return drawing;
  }
  if (!geometry.paths.empty()) {
    auto& only = geometry.paths.front();
    shape.path = std::move(only.segments);
    if (only.fill == PathFill::none) shape.fill.reset();
    if (shape.fill) shape.fill = painted(*shape.fill, only.fill);
    if (!only.stroked) shape.stroke = {};
  }
  drawing.content = std::move(shape);
  return drawing;
}

/// From a group's inner coordinates to its box on the page (20.1.7.5).
struct Scale {
  Point from;
  Size inner, outer;

  static Length along(Length x, Length inner_size, Length outer_size) {
    if (inner_size <= Length{}) return x;
    const auto ratio = static_cast<double>(outer_size.emu) / static_cast<double>(inner_size.emu);
    return emu(
        static_cast<std::int64_t>(std::clamp(static_cast<double>(x.emu) * ratio, -1e12, 1e12)));
  }
  Rect box(xml_node transform) const {
    const auto at = transform.child("a:off"), extent = transform.child("a:ext");
    const auto get = [](xml_node n, const char* name) {
      return length_or(attribute(n, name), {}, Unit::emu);
    };
    return {along(get(at, "x") - from.x, inner.width, outer.width),
            along(get(at, "y") - from.y, inner.height, outer.height),
            along(std::max(get(extent, "cx"), Length{}), inner.width, outer.width),
            along(std::max(get(extent, "cy"), Length{}), inner.height, outer.height)};
  }
};

Scale scale_of(xml_node transform, Size size) {
  const auto offset = transform.child("a:chOff"), extent = transform.child("a:chExt");
  const auto get = [](xml_node n, const char* name, Length standard) {
    return length_or(attribute(n, name), standard, Unit::emu);
  };
  return {{get(offset, "x", {}), get(offset, "y", {})},
          {get(extent, "cx", size.width), get(extent, "cy", size.height)},
          size};
}

std::optional<Drawing> read_member(Reader& reader, xml_node e, Size size,
                                   std::optional<Color> group_fill);

std::optional<Drawing> read_group(Reader& reader, xml_node e, Size size,
                                  std::optional<Color> group_fill) {
  Drawing drawing;
  Group group;
  const auto properties = part(e, "grpSpPr");
  const auto transform = properties.child("a:xfrm");
  const auto scale = scale_of(transform, size);
  const auto fill = read_fill(properties, {}, reader.shared.theme, group_fill);
  for (const auto& child : e.children()) {
    const auto name = local(child);
    const bool is_group = name == "grpSp";
    if (!is_group && name != "wsp" && name != "sp" && name != "pic" && name != "graphicFrame")
      continue;
    auto child_transform = part(child, is_group ? "grpSpPr" : "spPr").child("a:xfrm");
    if (name == "graphicFrame") child_transform = part(child, "xfrm");
    const auto box = scale.box(child_transform);
    auto member = read_member(reader, child, {box.width, box.height}, fill);
    if (!member) continue;
    member->size = {box.width, box.height};
    group.children.push_back({add_drawing(reader, std::move(*member)), box});
  }
  read_turn(transform, drawing);
  drawing.content = std::move(group);
  return drawing;
}

/// lc:lockedCanvas (20.3): a group of DrawingML's own shapes.
std::optional<Drawing> read_locked(Reader& reader, xml_node e, Size size) {
  if (reader.depth >= deepest_nesting) return std::nullopt;
  ++reader.depth;
  auto group = read_group(reader, e, size, std::nullopt);
  --reader.depth;
  return group;
}

std::optional<Drawing> read_member(Reader& reader, xml_node e, Size size,
                                   std::optional<Color> group_fill) {
  const auto name = local(e);
  if (name == "pic") return read_picture(reader, e);
  if (name == "wsp" || name == "sp") return read_shape(reader, e, size, group_fill);
  if (name == "wgp" || name == "grpSp" || name == "wpc" || name == "spTree") {
    if (reader.depth >= deepest_nesting) return std::nullopt;
    ++reader.depth;
    auto group = read_group(reader, e, size, group_fill);
    --reader.depth;
    return group;
  }
  if (is(e, "c:chart")) return read_chart(reader, e);
  if (name == "graphicFrame")
    return read_graphic(reader, e.child("a:graphic").child("a:graphicData").first_child(), size);
  if (name == "lockedCanvas") return read_locked(reader, e, size);
  reader.not_drawn(name == "chart" ? "chart" : "drawing of kind " + std::string(name));
  return std::nullopt;
}

/// SmartArt: the drawing that Word keeps beside it ([MS-ODRAWXML] 2.3).
std::optional<Drawing> read_diagram(Reader& reader, Size size) {
  const auto* target = reader.part->part.find_type("diagramDrawing");
  if (!target || target->external) {
    reader.not_drawn("SmartArt");
    return std::nullopt;
  }
  const auto part_of_drawing = open_part(reader.package, target->target, reader.limits);
  if (!part_of_drawing.xml) return std::nullopt;
  const auto tree = part(part_of_drawing.xml->document_element(), "spTree");
  return read_member(reader, tree, size, std::nullopt);
}

constexpr Word<LineStyle> dashes[] = {
    {"dot", LineStyle::dotted},
    {"sysDot", LineStyle::dotted},
    {"dash", LineStyle::dashed},
    {"sysDash", LineStyle::dashed},
    {"lgDash", LineStyle::dashed},
    {"dashDot", LineStyle::dot_dash},
    {"sysDashDot", LineStyle::dot_dash},
    {"lgDashDot", LineStyle::dot_dash},
    {"lgDashDotDot", LineStyle::dot_dot_dash},
    {"sysDashDotDot", LineStyle::dot_dot_dash},
};
constexpr Word<Stroke::Head> heads[] = {
    {"triangle", Stroke::Head::triangle}, {"stealth", Stroke::Head::stealth},
    {"diamond", Stroke::Head::diamond},   {"oval", Stroke::Head::oval},
    {"arrow", Stroke::Head::arrow},
};

/// A gradient is shown as the middle of its ends, a pattern as its two colours mixed.
std::optional<Color> gradient_color(xml_node gradient, const ThemeColors& theme) {
  const auto stops = gradient.child("a:gsLst");
  const auto first = read_drawing_color(stops.first_child(), theme);
  const auto last = read_drawing_color(stops.last_child(), theme);
  if (!first || !last) return first ? first : last;
  return mixed(*first, *last, 50);
}

} // namespace

Stroke read_stroke(xml_node line, xml_node reference, const Theme& theme) {
  Stroke stroke;
  const auto index = integer_or(attribute(reference, "idx"), 0);
  if (line.child("a:noFill") || (!line && index <= 0)) return stroke;
  auto color = read_drawing_color(line.child("a:solidFill"), theme.colors);
  if (!color) color = gradient_color(line.child("a:gradFill"), theme.colors);
  if (!color && index > 0) color = read_drawing_color(reference, theme.colors);
  if (!color) return stroke;
  stroke.color = *color;
  stroke.style = meaning_or(attribute(line.child("a:prstDash"), "val"), LineStyle::single, dashes);
  if (stroke.style == LineStyle::single && attribute(line, "cmpd") == "dbl")
    stroke.style = LineStyle::double_line;
  const auto standard = index > 0 ? theme.line_width(static_cast<int>(index)) : emu(9525);
  stroke.width =
      std::clamp(length_or(attribute(line, "w"), standard, Unit::emu), Length{}, points(1584));
  const auto head = [&](const char* name) {
    return meaning_or(attribute(line.child(name), "type"), Stroke::Head::none, heads);
  };
  stroke.start = head("a:headEnd"), stroke.end = head("a:tailEnd");
  return stroke;
}

std::optional<Color> read_fill(xml_node properties, xml_node reference, const Theme& theme,
                               std::optional<Color> group_fill) {
  if (properties.child("a:noFill")) return std::nullopt;
  if (const auto solid = properties.child("a:solidFill"))
    return read_drawing_color(solid, theme.colors);
  if (const auto gradient = properties.child("a:gradFill"))
    return gradient_color(gradient, theme.colors);
  if (const auto pattern = properties.child("a:pattFill")) {
    const auto front = read_drawing_color(pattern.child("a:fgClr"), theme.colors);
    const auto back = read_drawing_color(pattern.child("a:bgClr"), theme.colors);
    return mixed(back.value_or(white), front.value_or(black), 50);
  }
  if (properties.child("a:grpFill")) return group_fill;
  if (integer_or(attribute(reference, "idx"), 0) > 0)
    return read_drawing_color(reference, theme.colors);
  return std::nullopt;
}

std::optional<Drawing> read_graphic(Reader& reader, xml_node e, Size size) {
  if (is(e, "mc:AlternateContent")) e = chosen_branch(e).first_child();
  if (local(e) == "relIds") return read_diagram(reader, size);
  return read_member(reader, e, size, std::nullopt);
}

} // namespace saraban::docx
