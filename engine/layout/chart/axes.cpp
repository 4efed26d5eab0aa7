// Axes: the room they take beside the plot, their lines, marks, labels and titles.
#include "layout/chart/plot.h"

#include <algorithm>
#include <cmath>

namespace saraban::layout::chart {

namespace {

using document::AxisCrossing;
using document::ChartAxis;
using document::ChartSide;
using document::TickLabels;
using document::TickMark;

bool far_side(const ChartAxis& look) {
  return look.side == ChartSide::right || look.side == ChartSide::top;
}

/// From an axis to its labels.
double label_gap(const Plot& plot, const Axis& axis) {
  const Spacing& spacing = spacing_of(plot.chart);
  const bool outside =
      axis.look->ticks == TickMark::outside || axis.look->ticks == TickMark::across;
  return (axis.upright() ? spacing.beside_label : spacing.below_label) -
         (outside ? 0 : spacing.without_tick);
}

double title_gap(const Plot& plot, const Axis& axis) {
  if (plot.chart.spacing == document::ChartSpacing::wide)
    return spacing_of(plot.chart).around_title;
  const Spot margin = margins_of(plot.chart, plot.size);
  return axis.upright() ? margin.x : margin.y;
}

/// What stays free about the plot where no labels stand.
Spot inside_of(const Plot& plot) {
  const double said = spacing_of(plot.chart).inside;
  Spot out{said, said};
  if (said > 0) return out;
  for (const Axis& axis : plot.axes)
    if (axis.upright() && !axis.look->hidden && axis.look->values &&
        axis.look->labels != TickLabels::none)
      out.y = std::max(out.y, plot.pen.measure("0", axis.look->format).height / 2);
  return out;
}

std::vector<std::string> texts_of(const Plot& plot, const Axis& axis) {
  std::vector<std::string> texts;
  if (axis.look->values) {
    for (const double mark : axis.scale.steps())
      texts.push_back(formatted(mark, axis.look->number_format));
    return texts;
  }
  for (int i = 0; i < axis.count; ++i)
    texts.push_back(category_text(plot.chart, *axis.look, static_cast<std::size_t>(i)));
  return texts;
}

/// How the labels of a level axis stand: on lines, or turned; every how many one is shown.
struct Arrangement {
  int every = 1, turn = 0;
  std::vector<std::vector<std::string>> rows; ///< Lines of each label.
  double height = 0;
};

std::vector<std::string> wrapped(const std::string& text, double width, std::uint32_t format,
                                 Pen& pen) {
  std::vector<std::string> rows;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    if (!rows.empty() && pen.measure(rows.back() + " " + word, format).width <= width)
      rows.back() += " " + word;
    else
      rows.push_back(word);
    at = end + 1;
  }
  return rows;
}

Arrangement arrange(const std::vector<std::string>& texts, double room, const ChartAxis& look,
                    Pen& pen) {
  Arrangement out;
  const double line = pen.measure("0", look.format).height;
  double widest = 0, widest_row = 0;
  std::size_t most = 1;
  for (const auto& text : texts) {
    widest = std::max(widest, pen.measure(text, look.format).width);
    out.rows.push_back(look.values ? std::vector{text} : wrapped(text, room, look.format, pen));
    most = std::max(most, out.rows.back().size());
    for (const auto& row : out.rows.back())
      widest_row = std::max(widest_row, pen.measure(row, look.format).width);
  }
  out.height = line * static_cast<double>(most);
  if (look.label_turn) out.turn = *look.label_turn;
  if (!look.label_turn && widest_row > room * 1.02) out.turn = room < line * 1.4 ? -90 : -45;
  if (out.turn != 0) {
    const double angle = std::abs(out.turn) * 3.14159265358979 / 180;
    out.height = widest * std::sin(angle) + line * std::cos(angle);
    for (std::size_t i = 0; i < texts.size(); ++i) out.rows[i] = {texts[i]};
  }
  out.every =
      std::max({look.label_every, 1, static_cast<int>(std::ceil(line / std::max(room, 0.1)))});
  return out;
}

/// Whether labels stand at the plot's edge, not at an axis inside it.
bool at_edge(const Plot& plot, const Axis& axis);

/// The axis that this one crosses: the first across it.
const Axis* crossed(const Plot& plot, const Axis& axis) {
  for (const Axis& other : plot.axes)
    if (other.upright() != axis.upright() && far_side(*other.look) == false) return &other;
  for (const Axis& other : plot.axes)
    if (other.upright() != axis.upright()) return &other;
  return nullptr;
}

/// Where the axis stands, in points across it.
double line_at(const Plot& plot, const Axis& axis) {
  const Box& area = plot.area;
  const double edge = axis.upright() ? (far_side(*axis.look) ? area.right : area.left)
                                     : (far_side(*axis.look) ? area.top : area.bottom);
  const Axis* other = crossed(plot, axis);
  if (!other || !other->look->values || far_side(*axis.look)) return edge;
  const Scale& scale = other->scale;
  double value = scale.base > 1 ? scale.low : 0;
  if (other->look->crossing == AxisCrossing::most) value = scale.high;
  if (other->look->crossing == AxisCrossing::least) value = scale.low;
  if (other->look->crossing == AxisCrossing::at)
    value = number_in(other->look->crossing_at).value_or(0);
  return other->at(std::clamp(value, scale.low, scale.high));
}

bool at_edge(const Plot& plot, const Axis& axis) {
  if (axis.look->labels != TickLabels::next_to_axis) return true;
  const Axis* other = crossed(plot, axis);
  if (!other || !other->look->values || far_side(*axis.look)) return true;
  return other->scale.low >= 0 || other->look->crossing != AxisCrossing::automatic;
}

double widest_label(const Plot& plot, const Axis& axis) {
  double widest = 0;
  for (const auto& text : texts_of(plot, axis))
    widest = std::max(widest, plot.pen.measure(text, axis.look->format).width);
  return widest;
}

/// The room that the axis takes beside the plot.
double room_beside(const Plot& plot, const Axis& axis) {
  double room = 0;
  const ChartAxis& look = *axis.look;
  if (!look.title.empty())
    room += plot.pen.measure(look.title, look.title_format).height + title_gap(plot, axis);
  if (look.hidden || look.labels == TickLabels::none || !at_edge(plot, axis)) return room;
  if (axis.upright()) return room + widest_label(plot, axis) + label_gap(plot, axis);
  const double each = std::abs(
      axis.look->values
          ? (axis.to - axis.from) /
                static_cast<double>(std::max<std::size_t>(axis.scale.steps().size(), 2) - 1)
          : axis.category_width());
  return room + arrange(texts_of(plot, axis), each, look, plot.pen).height + label_gap(plot, axis);
}

ScaleOf scale_of(const Plot& plot, std::size_t axis) {
  for (const auto& p : plot.chart.plots) {
    if (p.value_axis == static_cast<int>(axis) && p.grouping == document::ChartGrouping::percent)
      return ScaleOf::shares;
    if (p.category_axis == static_cast<int>(axis) &&
        plot.chart.spacing == document::ChartSpacing::close)
      return ScaleOf::places;
  }
  return ScaleOf::values;
}

void rescale(Plot& plot) {
  const bool close = plot.chart.spacing == document::ChartSpacing::close;
  for (std::size_t i = 0; i < plot.axes.size(); ++i) {
    Axis& axis = plot.axes[i];
    axis.from = axis.upright() ? plot.area.bottom : plot.area.left;
    axis.to = axis.upright() ? plot.area.top : plot.area.right;
    axis.count = static_cast<int>(category_count(plot.chart));
    if (!axis.look->values) continue;
    const TextSize digit = plot.pen.measure("0", axis.look->format);
    Extent extent = extent_of(plot.chart, static_cast<int>(i));
    for (const auto& p : plot.chart.plots) // bubbles reach beyond their middles
      if (p.kind == document::ChartKind::bubble && extent.any && !close)
        extent.most += (extent.most - extent.least) / 4;
    const double length = std::abs(axis.to - axis.from);
    double room = digit.height * spacing_of(plot.chart).row_pitch;
    axis.scale = make_scale(*axis.look, extent, length, room, scale_of(plot, i));
    if (axis.upright()) continue;
    room = close ? widest_label(plot, axis) : std::max(widest_label(plot, axis) * 1.5, 28.0);
    axis.scale = make_scale(*axis.look, extent, length, room, scale_of(plot, i));
  }
}

void label_upright(Plot& plot, const Axis& axis, double line) {
  const auto texts = texts_of(plot, axis);
  const bool right = far_side(*axis.look) != (axis.look->labels == TickLabels::high);
  if (axis.look->labels != TickLabels::next_to_axis)
    line = right ? plot.area.right : plot.area.left;
  const auto marks = axis.scale.steps();
  const double gap = label_gap(plot, axis);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const double y = axis.look->values ? axis.at(marks[i]) : axis.category(static_cast<double>(i));
    plot.pen.label({texts[i],
                    axis.look->format,
                    {right ? line + gap : line - gap, y},
                    right ? 0.0 : 1.0,
                    0.5});
  }
}

void label_level(Plot& plot, const Axis& axis, double line) {
  const auto texts = texts_of(plot, axis);
  const bool above = far_side(*axis.look) != (axis.look->labels == TickLabels::high);
  if (axis.look->labels != TickLabels::next_to_axis)
    line = above ? plot.area.top : plot.area.bottom;
  const auto marks = axis.scale.steps();
  const double each =
      std::abs(axis.look->values
                   ? (axis.to - axis.from) / std::max(1.0, static_cast<double>(marks.size()) - 1)
                   : axis.category_width());
  const Arrangement how = arrange(texts, each, *axis.look, plot.pen);
  const double height = plot.pen.measure("0", axis.look->format).height;
  for (std::size_t i = 0; i < texts.size(); i += static_cast<std::size_t>(how.every)) {
    const double x = axis.look->values ? axis.at(marks[i]) : axis.category(static_cast<double>(i));
    double y = above ? line - label_gap(plot, axis) : line + label_gap(plot, axis);
    if (how.turn != 0) {
      plot.pen.label({texts[i],
                      axis.look->format,
                      {x, y},
                      how.turn < 0 ? 1.0 : 0.0,
                      how.turn == -90 ? 0.5 : 0.2,
                      how.turn});
      continue;
    }
    if (above) y -= height * static_cast<double>(how.rows[i].size());
    for (const auto& row : how.rows[i]) {
      plot.pen.label({row, axis.look->format, {x, y}, 0.5, 0});
      y += height;
    }
  }
}

void draw_title(Plot& plot, const Axis& axis) {
  const ChartAxis& look = *axis.look;
  const double away = room_beside(plot, axis);
  Label label{look.title, look.title_format, plot.area.middle(), 0.5, 0.5};
  const double half = plot.pen.measure(look.title, look.title_format).height / 2;
  if (axis.upright()) {
    label.at.x = far_side(look) ? plot.area.right + away - half : plot.area.left - away + half;
    label.turn = -90;
  } else {
    label.at.y = far_side(look) ? plot.area.top - away + half : plot.area.bottom + away - half;
  }
  if (const auto place = placed(look.title_place, plot.size)) {
    const double wide = plot.pen.measure(look.title, look.title_format).width / 2;
    label.at = axis.upright() ? Spot{place->x + half, place->y + wide}
                              : Spot{place->x + wide, place->y + half};
  }
  plot.pen.label(std::move(label));
}

void draw_ticks(Plot& plot, const Axis& axis, double line) {
  const ChartAxis& look = *axis.look;
  if (look.ticks == TickMark::none) return;
  const double sense = (axis.upright() ? -1 : 1) * (far_side(look) ? -1 : 1);
  const double tick = spacing_of(plot.chart).tick;
  const double out = look.ticks == TickMark::inside ? 0 : tick * sense;
  const double in = look.ticks == TickMark::outside ? 0 : -tick * sense;
  std::vector<double> places;
  if (look.values)
    for (const double mark : axis.scale.steps()) places.push_back(axis.at(mark));
  else
    for (int i = 0; i < axis.count + (look.between ? 1 : 0) && i < 1000; ++i)
      places.push_back(axis.from + axis.category_width() * i);
  for (const double place : places)
    axis.upright() ? plot.pen.line({line + out, place}, {line + in, place}, look.line)
                   : plot.pen.line({place, line + out}, {place, line + in}, look.line);
}

} // namespace

Box place_axes(Plot& plot, Box area, const std::optional<Box>& fixed) {
  plot.area = fixed.value_or(area);
  for (int round = 0; round < 3; ++round) {
    rescale(plot);
    if (fixed) continue;
    const Spot inside = inside_of(plot);
    Box inner{area.left, area.top + inside.y, area.right - inside.x, area.bottom};
    bool left = false, below = false;
    for (const Axis& axis : plot.axes) {
      const double room = room_beside(plot, axis);
      if (axis.upright())
        far_side(*axis.look) ? inner.right = std::min(inner.right, area.right - room)
                             : inner.left += room,
                               left = left || room > 0;
      else
        far_side(*axis.look) ? inner.top += room : inner.bottom -= room, below = below || room > 0;
      if (axis.upright() || axis.look->hidden) continue;
      if (axis.look->between && !axis.look->values) continue;
      const auto texts = texts_of(plot, axis);
      if (!texts.empty())
        inner.right =
            std::min(inner.right, area.right - inside.x -
                                      plot.pen.measure(texts.back(), axis.look->format).width / 2);
    }
    if (!left) inner.left += inside.x;
    if (!below) inner.bottom -= inside.y;
    inner.right = std::max(inner.right, inner.left + 1),
    inner.bottom = std::max(inner.bottom, inner.top + 1);
    plot.area = inner;
  }
  rescale(plot);
  return plot.area;
}

void draw_grid(Plot& plot) {
  for (const Axis& axis : plot.axes) {
    if (axis.look->grid.style == document::LineStyle::none) continue;
    std::vector<double> places;
    if (axis.look->values)
      for (const double mark : axis.scale.steps()) places.push_back(axis.at(mark));
    else
      for (int i = 0; i <= axis.count && i < 1000; ++i)
        places.push_back(axis.from + axis.category_width() * i);
    for (const double place : places)
      axis.upright()
          ? plot.pen.line({plot.area.left, place}, {plot.area.right, place}, axis.look->grid)
          : plot.pen.line({place, plot.area.top}, {place, plot.area.bottom}, axis.look->grid);
  }
}

void draw_axes(Plot& plot) {
  for (const bool upright : {true, false})
    for (const Axis& axis : plot.axes) {
      if (axis.upright() != upright) continue;
      if (!axis.look->title.empty()) draw_title(plot, axis);
      if (axis.look->hidden) continue;
      const double line = line_at(plot, axis);
      upright ? plot.pen.line({line, axis.from}, {line, axis.to}, axis.look->line)
              : plot.pen.line({axis.from, line}, {axis.to, line}, axis.look->line);
      draw_ticks(plot, axis, line);
      if (axis.look->labels == TickLabels::none) continue;
      upright ? label_upright(plot, axis, line) : label_level(plot, axis, line);
    }
}

} // namespace saraban::layout::chart
