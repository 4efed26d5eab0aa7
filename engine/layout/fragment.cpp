// Moving and joining fragments.
#include "layout/fragment.h"

#include <algorithm>
#include <iterator>

namespace saraban::layout {

namespace {

struct Mover {
  Point by;

  void operator()(page::GlyphRun& run) const { run.origin = run.origin + by; }
  void operator()(page::Rule& rule) const {
    rule.from = rule.from + by;
    rule.to = rule.to + by;
  }
  void operator()(page::Fill& fill) const { fill.rect = fill.rect.moved(by); }
  void operator()(page::Path& path) const {
    for (page::PathStep& step : path.steps) {
      step.control1 = step.control1 + by;
      step.control2 = step.control2 + by;
      step.end = step.end + by;
    }
  }
  void operator()(page::Image& image) const { image.rect = image.rect.moved(by); }
  void operator()(page::Link& link) const { link.rect = link.rect.moved(by); }
  void operator()(page::Destination& destination) const { destination.at = destination.at + by; }
  void operator()(page::Transform& transform) const {
    transform.matrix[4] += static_cast<double>(by.x.emu);
    transform.matrix[5] += static_cast<double>(by.y.emu);
  }
  void operator()(page::FieldBegin& field) const { field.rect = field.rect.moved(by); }
  void operator()(page::FieldEnd&) const {}
  void operator()(page::Restore&) const {}
  void operator()(page::TagBegin&) const {}
  void operator()(page::TagEnd&) const {}
};

} // namespace

void move_items(std::vector<page::Item>& items, Point by) {
  if (by == Point{}) return;
  const Mover mover{by};
  int inside = 0;
  for (page::Item& item : items) {
    if (std::holds_alternative<page::Restore>(item)) --inside;
    if (inside == 0) std::visit(mover, item);
    if (std::holds_alternative<page::Transform>(item)) ++inside;
  }
}

void append(std::vector<page::Item>& to, std::vector<page::Item>&& from, Point at) {
  move_items(from, at);
  if (to.empty()) {
    to = std::move(from);
    return;
  }
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  from.clear();
}

void append(Fragment& to, Fragment&& from, Point at) {
  append(to.items, std::move(from.items), at);
  for (Layer& layer : from.layers) {
    move_items(layer.items, at);
    to.layers.push_back(std::move(layer));
  }
  from.layers.clear();
}

std::vector<page::Item> flatten(Fragment&& fragment) {
  std::stable_sort(fragment.layers.begin(), fragment.layers.end(),
                   [](const Layer& a, const Layer& b) { return a.z_order < b.z_order; });
  std::vector<page::Item> all;
  for (Layer& layer : fragment.layers) {
    if (layer.behind) append(all, std::move(layer.items), {});
  }
  append(all, std::move(fragment.items), {});
  for (Layer& layer : fragment.layers) {
    if (!layer.behind) append(all, std::move(layer.items), {});
  }
  return all;
}

} // namespace saraban::layout
