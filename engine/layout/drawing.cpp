// Pictures, shapes, groups and text boxes as ink.
#include "layout/drawing.h"

#include "layout/cache.h"
#include "layout/chart_drawing.h"
#include "layout/metafile_drawing.h"
#include "layout/shape.h"
#include "layout/word_art.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace saraban::layout {

namespace {

using document::Drawing;
using document::RelativeTo;

Length relative_size(RelativeTo to, bool horizontal, const Surroundings& around) {
  const Rect& m = around.margins;
  switch (to) {
  case RelativeTo::page:
    return horizontal ? around.page.width : around.page.height;
  case RelativeTo::left_margin:
    return m.x;
  case RelativeTo::right_margin:
    return around.page.width - m.right();
  case RelativeTo::top_margin:
    return m.y;
  case RelativeTo::bottom_margin:
    return around.page.height - m.bottom();
  default:
    return horizontal ? m.width : m.height;
  }
}

Region text_region(const document::Shape& shape, Size size, const Surroundings& around, int depth) {
  Region region;
  const bool turned = shape.text_rotation % 180 != 0;
  const Length across = turned ? size.height - shape.insets.top - shape.insets.bottom
                               : size.width - shape.insets.left - shape.insets.right;
  region.width = std::max(across, twips(20));
  region.around = around;
  region.around.column = {{}, {}, region.width, {}};
  region.depth = depth + 1;
  return region;
}

double number(Length length) {
  return static_cast<double>(length.emu);
}

/// Text turned by 90 or 270 degrees in the box.
void turn_text(Fragment& text, int degrees, Size size, Length width) {
  page::Transform transform;
  const Length height = text.size.height;
  if (degrees == 270)
    transform.matrix = {
        0, -1, 1, 0, number((size.width - height) / 2), number((size.height + width) / 2)};
  else
    transform.matrix = {
        0, 1, -1, 0, number((size.width + height) / 2), number((size.height - width) / 2)};
  text.items.insert(text.items.begin(), transform);
  text.items.push_back(page::Restore{});
}

/// Shape::text_alignment: the region becomes as wide as its text where that is narrower; gives how
/// far it moves.
Length narrow_to_text(const document::Shape& shape, Region& region, Context& context) {
  if (shape.text_alignment == document::Alignment::start) return {};
  Length natural;
  for (const document::Block& block : shape.text) {
    const auto* paragraph = std::get_if<document::Paragraph>(&block.content);
    if (!paragraph) return {};
    natural = std::max(natural, natural_widths(*prepared(*paragraph, context), context).maximum);
  }
  const Length room = region.width - natural;
  if (room <= Length{}) return {};
  region.width = std::max(natural, twips(20));
  region.around.column.width = region.width;
  return shape.text_alignment == document::Alignment::center ? room / 2 : room;
}

void paint_text(Fragment& fragment, const document::Shape& shape, Size size,
                const Surroundings& around, int depth, Context& context) {
  if (shape.text.empty()) return;
  Region region = text_region(shape, size, around, depth);
  if (shape.text_fills_box) return append(fragment, word_art(shape, size, region, context), {});
  const Length aside = narrow_to_text(shape, region, context);
  Fragment text = fill(shape.text, {}, region, context).fragment;
  if (shape.text_rotation == 90 || shape.text_rotation == 270) {
    turn_text(text, shape.text_rotation, size, region.width);
    append(fragment, std::move(text), {});
    return;
  }
  const Length room = size.height - shape.insets.top - shape.insets.bottom - text.size.height;
  Length down;
  if (shape.vertical_alignment == document::Alignment::center) down = room / 2;
  if (shape.vertical_alignment == document::Alignment::end) down = room;
  if (room < Length{}) down = {};
  append(fragment, std::move(text), {shape.insets.left + aside, shape.insets.top + down});
}

void paint_picture(Fragment& fragment, const document::Picture& picture, Size size,
                   Context& context) {
  if (picture.image >= context.document.images.size()) return;
  const document::Image& file = context.document.images[picture.image];
  if (file.bytes && paint_metafile(fragment, *file.bytes, picture.crop, size, context)) {
    draw_frame(fragment.items, picture.stroke, size);
    return;
  }
  page::Image image;
  image.image = picture.image;
  image.rect = {{}, {}, size.width, size.height};
  image.crop_top = picture.crop.top;
  image.crop_right = picture.crop.right;
  image.crop_bottom = picture.crop.bottom;
  image.crop_left = picture.crop.left;
  fragment.items.push_back(image);
  draw_frame(fragment.items, picture.stroke, size);
}

void paint_group(Fragment& fragment, const document::Group& group, const Drawing& drawing,
                 Size size, const Surroundings& around, int depth, Context& context) {
  for (const document::Group::Child& child : group.children) {
    const auto scaled = [](Length value, Length now, Length was) {
      return was.emu > 0 && now != was
                 ? Length{static_cast<std::int64_t>(number(value) * (number(now) / number(was)))}
                 : value;
    };
    const Rect box{scaled(child.box.x, size.width, drawing.size.width),
                   scaled(child.box.y, size.height, drawing.size.height),
                   scaled(child.box.width, size.width, drawing.size.width),
                   scaled(child.box.height, size.height, drawing.size.height)};
    append(fragment,
           paint_drawing(child.drawing, {box.width, box.height}, around, depth + 1, context),
           {box.x, box.y});
  }
}

/// How a drawing lies on the page.
struct Turn {
  int rotation = 0; ///< 1/60,000 degree clockwise.
  bool flip_horizontal = false, flip_vertical = false;
};

/// About the middle: flipped, then turned clockwise.
page::Transform turned(const Turn& turn, Size size) {
  const double angle = turn.rotation / 60000.0 * std::numbers::pi / 180.0;
  const double sx = turn.flip_horizontal ? -1 : 1, sy = turn.flip_vertical ? -1 : 1;
  const double c = std::cos(angle), s = std::sin(angle);
  const double x = number(size.width) / 2, y = number(size.height) / 2;
  page::Transform transform;
  transform.matrix = {c * sx,
                      s * sx,
                      -s * sy,
                      c * sy,
                      x - (c * sx * x - s * sy * y),
                      y - (s * sx * x + c * sy * y)};
  return transform;
}

void turn(std::vector<page::Item>& items, const Turn& turn, Size size) {
  if (items.empty() || (turn.rotation == 0 && !turn.flip_horizontal && !turn.flip_vertical)) return;
  items.insert(items.begin(), turned(turn, size));
  items.push_back(page::Restore{});
}

/// Flipping mirrors a shape's outline but not its text: upside down, that is turned.
void paint_shape(Fragment& fragment, const document::Shape& shape, const Drawing& drawing,
                 Size size, const Surroundings& around, int depth, Context& context) {
  if (!shape.text_fills_box) draw_shape(fragment.items, shape, size);
  turn(fragment.items, {0, drawing.flip_horizontal, drawing.flip_vertical}, size);
  Fragment text;
  paint_text(text, shape, size, around, depth, context);
  if (drawing.flip_vertical) turn(text.items, {0, true, true}, size);
  append(fragment, std::move(text), {});
  turn(fragment.items, {drawing.rotation, false, false}, size);
}

void add_tag(Fragment& fragment, const Drawing& drawing, Context& context) {
  const auto* shape = std::get_if<document::Shape>(&drawing.content);
  if (shape && !shape->text.empty()) return;
  if (std::holds_alternative<document::Group>(drawing.content)) return;
  page::TagBegin tag;
  const bool ornament = drawing.decorative || (shape && drawing.description.empty());
  tag.role = ornament ? page::Role::artifact : page::Role::figure;
  tag.id = ornament ? 0 : tag_of(&drawing, context);
  tag.description = drawing.description;
  fragment.items.insert(fragment.items.begin(), std::move(tag));
  fragment.items.push_back(page::TagEnd{});
}

} // namespace

Size size_of_drawing(std::uint32_t index, const Surroundings& around, Context& context) {
  const Drawing& drawing = context.document.drawings[index];
  Size size = drawing.size;
  if (drawing.width_percent_thousandths && *drawing.width_percent_thousandths > 0)
    size.width = relative_size(drawing.width_relative_to, true, around)
                     .scaled(*drawing.width_percent_thousandths, 100000);
  if (drawing.height_percent_thousandths && *drawing.height_percent_thousandths > 0)
    size.height = relative_size(drawing.height_relative_to, false, around)
                      .scaled(*drawing.height_percent_thousandths, 100000);
  const auto* shape = std::get_if<document::Shape>(&drawing.content);
  if (shape && shape->grow_to_text && !shape->text.empty() && shape->text_rotation % 180 == 0) {
    const Region region = text_region(*shape, size, around, 0);
    Length& height = context.cache->box_heights[{index, region.width.emu}];
    if (height == Length{})
      height = fill(shape->text, {}, region, context).fragment.size.height + Length{1};
    size.height = std::max(height - Length{1} + shape->insets.top + shape->insets.bottom,
                           shape->least_height);
  }
  return size;
}

Fragment paint_drawing(std::uint32_t index, Size size, const Surroundings& around, int depth,
                       Context& context) {
  Fragment fragment;
  fragment.size = size;
  if (depth > deepest || index >= context.document.drawings.size()) return fragment;
  const Drawing& drawing = context.document.drawings[index];
  if (const auto* picture = std::get_if<document::Picture>(&drawing.content)) {
    paint_picture(fragment, *picture, size, context);
  } else if (const auto* shape = std::get_if<document::Shape>(&drawing.content)) {
    paint_shape(fragment, *shape, drawing, size, around, depth, context);
  } else if (const auto* chart = std::get_if<document::Chart>(&drawing.content)) {
    paint_chart(fragment, *chart, size, context);
  } else {
    paint_group(fragment, std::get<document::Group>(drawing.content), drawing, size, around, depth,
                context);
  }
  if (!std::holds_alternative<document::Shape>(drawing.content))
    turn(fragment.items, {drawing.rotation, drawing.flip_horizontal, drawing.flip_vertical}, size);
  if (!drawing.link.empty())
    fragment.items.push_back(
        page::Link{{{}, {}, size.width, size.height}, drawing.link, drawing.description});
  add_tag(fragment, drawing, context);
  fragment.size = size;
  return fragment;
}

} // namespace saraban::layout
