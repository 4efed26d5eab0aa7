// Drawing with pens and brushes onto the box.
#include "layout/metafile/canvas.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace saraban::layout::metafile {

namespace {

using Kind = page::PathStep::Kind;

constexpr std::size_t most_saved = 256;
constexpr std::uint32_t most_objects = 65'536;
constexpr double circle = 0.5522847498; ///< Control points of a quarter of a circle.
constexpr Length thinnest = Length{6350};

Length whole(double value) {
  if (!std::isfinite(value)) return {};
  return Length{static_cast<std::int64_t>(std::lround(std::clamp(value, -1e11, 1e11)))};
}

} // namespace

Matrix Matrix::then(const Matrix& next) const {
  return {a * next.a + b * next.c,          a * next.b + b * next.d,
          c * next.a + d * next.c,          c * next.b + d * next.d,
          e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f};
}

Color color_of(std::uint32_t reference) {
  Color color;
  color.red = static_cast<std::uint8_t>(reference);
  color.green = static_cast<std::uint8_t>(reference >> 8);
  color.blue = static_cast<std::uint8_t>(reference >> 16);
  return color;
}

void Canvas::save() {
  if (saved_.size() < most_saved) saved_.push_back(now_);
}

void Canvas::restore(int which) {
  const auto count = static_cast<int>(saved_.size());
  const int index = which < 0 ? count + which : which - 1;
  if (index < 0 || index >= count) return;
  now_ = saved_[static_cast<std::size_t>(index)];
  saved_.resize(static_cast<std::size_t>(index));
}

void Canvas::define(std::uint32_t index, Object object) {
  if (index < most_objects) objects_[index] = std::move(object);
}

void Canvas::define_next(Object object) {
  std::uint32_t index = 0;
  for (const auto& [used, known] : objects_)
    if (used == index) ++index;
  define(index, std::move(object));
}

void Canvas::forget(std::uint32_t index) {
  objects_.erase(index);
}

void Canvas::select(std::uint32_t index) {
  if (const auto found = objects_.find(index); found != objects_.end()) select(found->second);
}

void Canvas::select(const Object& object) {
  if (const auto* pen = std::get_if<Pen>(&object)) now_.pen = *pen;
  if (const auto* brush = std::get_if<Brush>(&object)) now_.brush = *brush;
  if (const auto* font = std::get_if<Font>(&object)) now_.font = *font;
}

Matrix Canvas::matrix() const {
  const Mapping& m = now_.mapping;
  double x = 1, y = 1;
  if (m.scaled && m.window.x != 0 && m.window.y != 0) {
    x = m.viewport.x / m.window.x;
    y = m.viewport.y / m.window.y;
  }
  const Matrix page{x,
                    0,
                    0,
                    y,
                    m.viewport_origin.x - m.window_origin.x * x,
                    m.viewport_origin.y - m.window_origin.y * y};
  return m.world.then(page).then(to_box_);
}

Point Canvas::map(Spot at) const {
  const Spot mapped = matrix().apply(at);
  return {whole(mapped.x), whole(mapped.y)};
}

void Canvas::add(Kind kind, Spot one, Spot two, Spot to) {
  if (++steps_ > most_steps) return;
  auto& path = gathering_ ? gathered_ : begun_;
  page::PathStep step;
  step.kind = kind;
  if (kind == Kind::curve) step.control1 = map(one), step.control2 = map(two);
  if (kind != Kind::close) step.end = map(to);
  path.push_back(step);
}

void Canvas::move(Spot to) {
  position_ = to;
  add(Kind::move, {}, {}, to);
}

void Canvas::line(Spot to) {
  if ((gathering_ ? gathered_ : begun_).empty()) move(position_);
  position_ = to;
  add(Kind::line, {}, {}, to);
}

void Canvas::curve(Spot one, Spot two, Spot to) {
  if ((gathering_ ? gathered_ : begun_).empty()) move(position_);
  position_ = to;
  add(Kind::curve, one, two, to);
}

void Canvas::close() {
  add(Kind::close, {}, {}, {});
}

void Canvas::emit(std::vector<page::PathStep> steps, Paint how) {
  page::Path path;
  path.steps = std::move(steps);
  path.even_odd = even_odd;
  if (how != Paint::stroke && now_.brush.visible) path.fill = now_.brush.color;
  if (how != Paint::fill && now_.pen.visible) {
    const Matrix m = matrix();
    const double scale = std::sqrt(std::abs(m.a * m.d - m.b * m.c));
    path.stroke = now_.pen.color;
    path.stroke_width = std::max(whole(now_.pen.width * scale), thinnest);
    path.dash = now_.pen.dash;
  }
  if (path.steps.size() > 1 && (path.fill || path.stroke)) items_.emplace_back(std::move(path));
}

void Canvas::paint(Paint how) {
  if (gathering_) return;
  emit(std::move(begun_), how);
  begun_.clear();
}

void Canvas::begin_path() {
  gathering_ = true;
  gathered_.clear();
}

void Canvas::paint_path(Paint how) {
  gathering_ = false;
  emit(std::move(gathered_), how);
  gathered_.clear();
}

void Canvas::polygon(const std::vector<Spot>& points) {
  if (points.empty()) return;
  polyline(points);
  close();
}

void Canvas::polyline(const std::vector<Spot>& points) {
  for (std::size_t i = 0; i < points.size(); ++i) i == 0 ? move(points[i]) : line(points[i]);
}

void Canvas::rectangle(Spot one, Spot two) {
  polygon({one, {two.x, one.y}, two, {one.x, two.y}});
}

void Canvas::rounded(Spot one, Spot two, Spot corner) {
  if (two.x < one.x) std::swap(one.x, two.x);
  if (two.y < one.y) std::swap(one.y, two.y);
  const double x = std::min(std::abs(corner.x), two.x - one.x) / 2;
  const double y = std::min(std::abs(corner.y), two.y - one.y) / 2;
  const double kx = x * (1 - circle), ky = y * (1 - circle);
  move({one.x + x, one.y});
  line({two.x - x, one.y});
  curve({two.x - kx, one.y}, {two.x, one.y + ky}, {two.x, one.y + y});
  line({two.x, two.y - y});
  curve({two.x, two.y - ky}, {two.x - kx, two.y}, {two.x - x, two.y});
  line({one.x + x, two.y});
  curve({one.x + kx, two.y}, {one.x, two.y - ky}, {one.x, two.y - y});
  line({one.x, one.y + y});
  curve({one.x, one.y + ky}, {one.x + kx, one.y}, {one.x + x, one.y});
  close();
}

void Canvas::ellipse(Spot one, Spot two) {
  rounded(one, two, {two.x - one.x, two.y - one.y});
}

void Canvas::arc(Spot one, Spot two, Spot from, Spot to, Arc kind) {
  const Spot middle{(one.x + two.x) / 2, (one.y + two.y) / 2};
  const double rx = std::abs(two.x - one.x) / 2, ry = std::abs(two.y - one.y) / 2;
  if (rx == 0 || ry == 0) return;
  const auto angle = [&](Spot p) {
    return std::atan2((p.y - middle.y) / ry, (p.x - middle.x) / rx);
  };
  const double turn = 2 * std::numbers::pi;
  const double start = angle(from);
  double sweep = angle(to) - start;
  if (clockwise && sweep <= 0) sweep += turn;
  if (!clockwise && sweep >= 0) sweep -= turn;
  const auto at = [&](double t) {
    return Spot{middle.x + rx * std::cos(t), middle.y + ry * std::sin(t)};
  };
  if (kind == Arc::pie) {
    move(middle);
    line(at(start));
  } else {
    move(at(start));
  }
  constexpr int parts = 8;
  const double step = sweep / parts, reach = std::tan(step / 4) * 4 / 3;
  for (int i = 0; i < parts; ++i) {
    const double t = start + i * step, u = t + step;
    curve({at(t).x - rx * reach * std::sin(t), at(t).y + ry * reach * std::cos(t)},
          {at(u).x + rx * reach * std::sin(u), at(u).y - ry * reach * std::cos(u)}, at(u));
  }
  if (kind != Arc::open) close();
}

void Canvas::text(std::string text, Spot at) {
  if (text.empty() || ++steps_ > most_steps) return;
  constexpr std::uint32_t update = 1, center = 6, right = 2, bottom = 8, baseline = 24;
  if (text_alignment & update) at = position_;
  const Matrix m = matrix();
  const double height = std::abs(now_.font.height) * std::hypot(m.c, m.d);
  Text line;
  line.text = std::move(text);
  line.family = now_.font.family;
  line.at = map(at);
  line.size = whole(now_.font.height < 0 ? height : height * 0.85);
  if ((text_alignment & center) == center)
    line.across = 0.5;
  else if (text_alignment & right)
    line.across = 1;
  if ((text_alignment & baseline) == baseline)
    line.down = 0;
  else
    line.down = text_alignment & bottom ? -0.25 : 1;
  line.turn = -now_.font.turn;
  items_.emplace_back(std::move(line));
}

} // namespace saraban::layout::metafile
