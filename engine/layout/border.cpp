// Border lines: precedence (ECMA-376 17.4.66) and strokes (17.18.2).
#include "layout/border.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace saraban::layout {

namespace {

using document::Border;
using document::LineStyle;

/// Strokes and the gaps between them, in widths of the border: 1 for a single line.
struct Stripes {
  std::vector<int> widths; ///< Stroke, gap, stroke … in tenths of the border's width.
};

const Stripes& stripes_of(LineStyle style) {
  static const Stripes single{{10}}, twice{{10, 10, 10}}, triple{{10, 10, 10, 10, 10}},
      thin_thick{{4, 6, 10}}, thick_thin{{10, 6, 4}};
  switch (style) {
  case LineStyle::double_line:
  case LineStyle::double_wave:
    return twice;
  case LineStyle::triple:
    return triple;
  case LineStyle::thin_thick:
    return thin_thick;
  case LineStyle::thick_thin:
    return thick_thin;
  default:
    return single;
  }
}

/// Word draws nothing thinner than a quarter of a point and stores nothing thinner than an eighth:
/// what is thinner is another program's hairline.
Length stroke_width(const Border& border) {
  constexpr Length thinnest = emu(1587);
  return border.width > Length{} && border.width < thinnest ? border.width
                                                            : std::max(border.width, twips(5));
}

/// Lines times width, the weight of ECMA-376 17.4.66.
std::int64_t weight(const Border& border) {
  static constexpr std::array<int, 15> numbers{0, 1, 2, 3, 4, 5, 6, 7, 8, 20, 21, 27, 26, 9, 10};
  const std::size_t strokes = (stripes_of(border.style).widths.size() + 1) / 2;
  return static_cast<std::int64_t>(strokes) *
         numbers[static_cast<std::size_t>(border.style) % numbers.size()];
}

int brightness(const Color& color, int red, int green, int blue) {
  return red * color.red + green * color.green + blue * color.blue;
}

/// Smaller is darker: R + B + 2G, then B + 2G, then G.
std::tuple<int, int, int> lightness(const Border& border) {
  const Color color = border.automatic_color ? black : border.color;
  return {brightness(color, 1, 2, 1), brightness(color, 0, 2, 1), brightness(color, 0, 1, 0)};
}

} // namespace

Length thickness(const Border& border) {
  if (!border) return {};
  std::int64_t tenths = 0;
  for (const int part : stripes_of(border.style).widths) tenths += part;
  return stroke_width(border).scaled(tenths, 10);
}

const Border& stronger(const Border& a, const Border& b) {
  if (!b) return a;
  if (!a) return b;
  if (a.style == b.style && a.width != b.width) return a.width > b.width ? a : b;
  if (weight(a) != weight(b)) return weight(a) > weight(b) ? a : b;
  if (a.style != b.style) return a.style < b.style ? a : b;
  return lightness(a) <= lightness(b) ? a : b;
}

page::Dash dash_of(LineStyle style) {
  switch (style) {
  case LineStyle::dotted:
    return page::Dash::dotted;
  case LineStyle::dashed:
    return page::Dash::dashed;
  case LineStyle::dot_dash:
    return page::Dash::dot_dash;
  case LineStyle::dot_dot_dash:
    return page::Dash::dot_dot_dash;
  case LineStyle::wave:
  case LineStyle::double_wave:
    return page::Dash::wave;
  default:
    return page::Dash::solid;
  }
}

void draw_border(std::vector<page::Item>& items, const Border& border, Point from, Point to) {
  if (!border) return;
  const bool vertical = from.x == to.x;
  const Length width = stroke_width(border);
  Length offset = -(thickness(border) / 2);
  bool stroke = true;
  for (const int tenths : stripes_of(border.style).widths) {
    const Length part = width.scaled(tenths, 10);
    const Length middle = offset + part / 2;
    if (stroke) {
      const Point by = vertical ? Point{middle, {}} : Point{{}, middle};
      const Color color = border.automatic_color ? black : border.color;
      items.push_back(page::Rule{from + by, to + by, part, color, dash_of(border.style)});
    }
    offset += part;
    stroke = !stroke;
  }
}

void draw_diagonal(std::vector<page::Item>& items, const document::Border& border, Point from,
                   Point to) {
  if (!border) return;
  const Color color = border.automatic_color ? black : border.color;
  items.push_back(page::Rule{from, to, stroke_width(border), color, dash_of(border.style)});
}

void draw_box(std::vector<page::Item>& items, const document::Borders& borders, const Rect& box) {
  const auto outward = [](const Border& border) {
    return border ? border.space + thickness(border) / 2 : Length{};
  };
  const auto half = [](const Border& border) { return thickness(border) / 2; };
  const Length left = box.x - outward(borders.left), right = box.right() + outward(borders.right);
  const Length top = box.y - outward(borders.top), bottom = box.bottom() + outward(borders.bottom);
  const Length from = left - half(borders.left), to = right + half(borders.right);
  draw_border(items, borders.top, {from, top}, {to, top});
  draw_border(items, borders.bottom, {from, bottom}, {to, bottom});
  draw_border(items, borders.left, {left, top}, {left, bottom});
  draw_border(items, borders.right, {right, top}, {right, bottom});
}

} // namespace saraban::layout
