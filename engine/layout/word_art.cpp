// Text whose ink is stretched to a box.
#include "layout/word_art.h"

#include "font/bounds.h"

#include <algorithm>
#include <limits>

namespace saraban::layout {
namespace {

/// What glyphs cover, in EMU, y down.
struct Bounds {
  double left = std::numeric_limits<double>::max(), top = left, right = -left, bottom = -left;

  bool empty() const { return !(right > left && bottom > top); }
  void add(double x, double y) {
    left = std::min(left, x), right = std::max(right, x);
    top = std::min(top, y), bottom = std::max(bottom, y);
  }
};

double number(Length length) {
  return static_cast<double>(length.emu);
}

void add_run(Bounds& bounds, const page::GlyphRun& run, const font::Face& face) {
  const double unit = number(run.size) / std::max(face.metrics().units_per_em, 1);
  const double across = unit * run.scale_percent / 100;
  double pen = number(run.origin.x);
  for (const page::Glyph& glyph : run.glyphs) {
    if (const auto ink = font::bounds_of(face, glyph.id)) {
      const double x = pen + across * glyph.x_offset;
      const double y = number(run.origin.y) - unit * glyph.y_offset;
      bounds.add(x + across * ink->left, y - unit * ink->top);
      bounds.add(x + across * ink->right, y - unit * ink->bottom);
    }
    pen += across * glyph.advance + number(glyph.extra);
  }
}

page::Transform stretched(const Bounds& ink, Size size) {
  const double x = number(size.width) / (ink.right - ink.left);
  const double y = number(size.height) / (ink.bottom - ink.top);
  page::Transform transform;
  transform.matrix = {x, 0, 0, y, -x * ink.left, -y * ink.top};
  return transform;
}

} // namespace

Fragment word_art(const document::Shape& shape, Size size, const Region& region, Context& context) {
  Region wide = region;
  wide.width = points(20'000); // No line of it is broken.
  wide.around.column = {{}, {}, wide.width, {}};
  Fragment text = fill(shape.text, {}, wide, context).fragment;
  Bounds ink;
  for (page::Item& item : text.items) {
    auto* run = std::get_if<page::GlyphRun>(&item);
    if (!run || run->face >= context.faces.faces().size()) continue;
    add_run(ink, *run, *context.faces.faces()[run->face]);
    if (shape.fill)
      run->color = *shape.fill;
    else if (shape.stroke.style != document::LineStyle::none)
      run->color = shape.stroke.color;
  }
  Fragment fragment;
  fragment.size = size;
  if (ink.empty()) return fragment;
  fragment.items.emplace_back(stretched(ink, size));
  append(fragment.items, std::move(text.items), {});
  fragment.items.emplace_back(page::Restore{});
  return fragment;
}

} // namespace saraban::layout
