// Frames: text boxes, pictures and embedded objects in their boxes (ODF 1.3 Part 3, 10.4).
#include "odt/frames.h"

#include "document/base64.h"
#include "fill/image_file.h"
#include "odt/colors.h"
#include "odt/part/elements.h"

#include <algorithm>

namespace saraban::odt {
namespace {

using document::Drawing;
using document::Picture;
using document::Shape;
using pugi::xml_node;

constexpr const char* of_graphic = "style:graphic-properties";

/// What the nearest style says about one side, by `one` or by `all`.
std::string_view side(const Style* style, const Style& standard, const char* properties,
                      const char* all, const char* one) {
  const auto said = [&](const Style& by) -> std::optional<std::string_view> {
    const auto e = by.element.child(properties);
    if (const auto a = e.attribute(one)) return a.value();
    if (const auto a = e.attribute(all)) return a.value();
    return std::nullopt;
  };
  for (; style; style = style->parent)
    if (const auto text = said(*style)) return *text;
  return said(standard).value_or("");
}

Length thickness(const document::Border& border) {
  return border ? border.width : Length{};
}

/// A frame's box: lines and padding are inside its size, and so is the room of its shadow.
Shape read_box_shape(Reader& reader, const GraphicProperties& get) {
  Shape shape;
  const auto box = read_box(get.style, *get.standard, of_graphic);
  shape.borders = box.borders;
  shape.fill = read_frame_fill(reader, get);
  shape.shadow = read_shadow(get("style:shadow"));
  if (shape.shadow) {
    const auto [x, y] = shape.shadow->offset;
    shape.outside = {std::max(-y, Length{}), std::max(x, Length{}), std::max(y, Length{}),
                     std::max(-x, Length{})};
  }
  const auto& b = shape.borders;
  shape.insets = {shape.outside.top + thickness(b.top) + box.padding.top,
                  shape.outside.right + thickness(b.right) + box.padding.right,
                  shape.outside.bottom + thickness(b.bottom) + box.padding.bottom,
                  shape.outside.left + thickness(b.left) + box.padding.left};
  return shape;
}

bool is_plain(const Shape& box) {
  return box.borders == document::Borders{} && !box.fill && !box.shadow && box.insets == Sides{};
}

/// draw:text-box (10.4.3).
Drawing read_text_box(Reader& reader, xml_node e, xml_node box, const GraphicProperties& get,
                      Size& size) {
  Drawing drawing;
  auto shape = read_box_shape(reader, get);
  const auto least = length(attribute(box, "fo:min-height"));
  const bool sized = e.attribute("svg:height") || e.attribute("style:rel-height");
  shape.grow_to_text = least || !sized;
  if (shape.grow_to_text) shape.least_height = std::max(least.value_or(Length{}), Length{});
  if (shape.grow_to_text && !sized) size.height = shape.least_height;
  if (size.width <= Length{}) size.width = length_or(attribute(box, "fo:min-width"), {});
  shape.vertical_alignment =
      get("draw:textarea-vertical-align") == "middle"   ? document::Alignment::center
      : get("draw:textarea-vertical-align") == "bottom" ? document::Alignment::end
                                                        : document::Alignment::start;
  if (get("style:writing-mode") == "tb-rl") shape.text_rotation = 90;
  if (get("style:writing-mode") == "bt-lr") shape.text_rotation = 270;
  if (box.attribute("draw:chain-next-name")) reader.not_drawn("text going on in another text box");
  shape.text = read_story(reader, box);
  drawing.content = std::move(shape);
  return drawing;
}

/// fo:clip: rect(top, right, bottom, left) cut from the picture at its own size (20.181).
document::Crop read_crop(std::string_view text, const std::shared_ptr<const std::string>& bytes,
                         const Limits& limits) {
  document::Crop crop;
  if (!text.starts_with("rect(")) return crop;
  text.remove_prefix(5);
  Length cut[4];
  for (auto& side : cut) {
    const auto end = std::min(text.find_first_of(" ,)"), text.size());
    side = length_or(text.substr(0, end), {});
    text.remove_prefix(std::min(text.find_first_not_of(" ,)", end), text.size()));
  }
  if (cut[0] == Length{} && cut[1] == Length{} && cut[2] == Length{} && cut[3] == Length{})
    return crop;
  const auto picture = fill::read_image(bytes, limits);
  if (!picture) return crop;
  const auto share = [](Length part, Length whole) {
    if (whole <= Length{}) return 0;
    const double n = static_cast<double>(part.emu) / static_cast<double>(whole.emu) * 100'000;
    return static_cast<int>(std::clamp(n, -1'000'000.0, 99'999.0));
  };
  crop.top = share(cut[0], picture->height), crop.bottom = share(cut[2], picture->height);
  crop.right = share(cut[1], picture->width), crop.left = share(cut[3], picture->width);
  return crop;
}

/// What a frame shows, inside the frame's box where that is to be seen.
Drawing in_its_box(Reader& reader, Drawing content, const Shape& box, Size size) {
  if (is_plain(box)) return content;
  const auto& in = box.insets;
  const Rect inner{in.left, in.top, std::max(size.width - in.left - in.right, Length{}),
                   std::max(size.height - in.top - in.bottom, Length{})};
  content.size = {inner.width, inner.height};
  Drawing frame, group;
  frame.content = box, frame.size = size;
  document::Group members;
  members.children.push_back(
      {add_drawing(reader, std::move(frame)), {{}, {}, size.width, size.height}});
  members.children.push_back({add_drawing(reader, std::move(content)), inner});
  group.content = std::move(members);
  return group;
}

/// draw:image (10.4.4).
Drawing read_picture(Reader& reader, std::uint32_t image, const GraphicProperties& get, Size size) {
  Drawing drawing;
  Picture picture;
  picture.image = image;
  picture.crop = read_crop(get("fo:clip"), reader.document.images[image].bytes, reader.limits);
  const auto mirror = get("style:mirror");
  drawing.flip_horizontal = mirror.find("horizontal") != mirror.npos;
  drawing.flip_vertical = mirror.find("vertical") != mirror.npos;
  drawing.content = picture;
  if (get("draw:color-mode") != "" && get("draw:color-mode") != "standard")
    reader.not_drawn("picture in other colours than its own");
  return in_its_box(reader, std::move(drawing), read_box_shape(reader, get), size);
}

bool is_drawable(const std::string& bytes) {
  return bytes.starts_with("\x89PNG") || bytes.starts_with("\xFF\xD8");
}

/// The first of a frame's pictures that can be drawn, else the first that is there (10.4.2: a
/// frame's contents are alternatives).
std::optional<std::uint32_t> find_picture(Reader& reader, xml_node frame) {
  std::optional<std::uint32_t> first;
  for (const auto& image : frame.children("draw:image")) {
    const auto found = find_image(reader, image);
    if (!found) continue;
    if (is_drawable(*reader.document.images[*found].bytes)) return found;
    if (!first) first = found;
  }
  return first;
}

/// What keeps its place without being drawn.
Drawing place_holder() {
  Drawing drawing;
  drawing.content = Shape{};
  return drawing;
}

Drawing read_content(Reader& reader, xml_node e, const GraphicProperties& get, Size& size) {
  if (const auto box = e.child("draw:text-box")) return read_text_box(reader, e, box, get, size);
  const bool object = e.child("draw:object") || e.child("draw:object-ole");
  if (auto chart = read_chart(reader, e.child("draw:object")))
    return in_its_box(reader, std::move(*chart), read_box_shape(reader, get), size);
  const auto image = find_picture(reader, e);
  if (image && (!object || is_drawable(*reader.document.images[*image].bytes)))
    return read_picture(reader, *image, get, size);
  reader.not_drawn(object ? "embedded object" : e.child("draw:image") ? "picture" : "frame");
  return place_holder();
}

/// style:rel-width and style:rel-height of a frame (20.331, 19.514); "scale" keeps the shape.
void read_relative_size(xml_node e, Drawing& drawing) {
  const auto share = [](std::string_view text) -> std::optional<int> {
    const auto found = percent(text);
    if (!found || *found <= 0) return std::nullopt;
    return static_cast<int>(std::min(*found, 1000.0) * 1000);
  };
  drawing.width_percent_thousandths = share(attribute(e, "style:rel-width"));
  drawing.height_percent_thousandths = share(attribute(e, "style:rel-height"));
  const auto relative = [](std::string_view rel) {
    return rel == "page" ? document::RelativeTo::page : document::RelativeTo::margin;
  };
  drawing.width_relative_to = relative(attribute(e, "loext:rel-width-rel"));
  drawing.height_relative_to = relative(attribute(e, "loext:rel-height-rel"));
}

} // namespace

std::optional<std::uint32_t> find_image(Reader& reader, xml_node e) {
  const auto found_or_added = [&](const std::string& name, auto bytes_of) {
    const auto next = static_cast<std::uint32_t>(reader.document.images.size());
    const auto [found, added] = reader.images.try_emplace(name, next);
    if (added)
      reader.document.images.push_back({name, fill::drawable_picture(bytes_of(), reader.limits)});
    return found->second;
  };
  if (const auto data = e.child("office:binary-data")) {
    auto bytes = document::from_base64(data.text().get());
    if (!bytes || bytes->empty()) return std::nullopt;
    const auto name = "inline/" + std::to_string(content_hash(data));
    return found_or_added(name,
                          [&] { return std::make_shared<const std::string>(std::move(*bytes)); });
  }
  const auto name = part_of(attribute(e, "xlink:href"));
  if (name.empty() || !reader.package.has(name)) return std::nullopt;
  return found_or_added(name, [&] { return reader.package.part(name); });
}

BoxProperties read_box(const Style* style, const Style& standard, const char* properties) {
  BoxProperties box;
  const auto border = [&](const char* one, const char* width) {
    return read_border(side(style, standard, properties, "fo:border", one),
                       side(style, standard, properties, "style:border-line-width", width));
  };
  auto& borders = box.borders;
  borders.top = border("fo:border-top", "style:border-line-width-top");
  borders.right = border("fo:border-right", "style:border-line-width-right");
  borders.bottom = border("fo:border-bottom", "style:border-line-width-bottom");
  borders.left = border("fo:border-left", "style:border-line-width-left");
  const auto inner = [&](const char* one) {
    return std::clamp(length_or(side(style, standard, properties, "fo:padding", one), {}), Length{},
                      millimetres(500));
  };
  box.padding = {inner("fo:padding-top"), inner("fo:padding-right"), inner("fo:padding-bottom"),
                 inner("fo:padding-left")};
  return box;
}

std::optional<Color> read_background(const Style* style, const Style& standard,
                                     const char* properties) {
  return color(property(style, standard, properties, "fo:background-color"));
}

std::optional<document::Shadow> read_shadow(std::string_view text) {
  document::Shadow shadow;
  shadow.color = Color{128, 128, 128, 255};
  int lengths = 0;
  while (!text.empty()) {
    const auto word = next_word(text);
    if (const auto ink = color(word))
      shadow.color = *ink;
    else if (const auto part = length(word); part && lengths < 2)
      (lengths++ == 0 ? shadow.offset.x : shadow.offset.y) = *part;
  }
  if (lengths == 0) return std::nullopt;
  return shadow;
}

std::optional<PlacedDrawing> read_frame(Reader& reader, xml_node e) {
  PlacedDrawing placed;
  read_place(e, placed);
  const auto get = graphic_properties(reader, e);
  const auto outer = placed.drawing;
  auto size = outer.size;
  placed.drawing = read_content(reader, e, get, size);
  placed.drawing.size = size;
  placed.drawing.rotation = outer.rotation;
  read_relative_size(e, placed.drawing);
  return placed;
}

} // namespace saraban::odt
