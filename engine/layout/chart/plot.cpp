// What is plotted on axes: bars, lines, areas, points.
#include "layout/chart/plot.h"

#include <algorithm>
#include <cmath>

namespace saraban::layout::chart {

namespace {

using document::ChartGrouping;
using document::ChartKind;
using document::ChartPlot;
using document::ChartSeries;
using document::LabelPlace;

const Axis* axis_at(const Plot& plot, int index) {
  if (index < 0 || static_cast<std::size_t>(index) >= plot.axes.size()) return nullptr;
  return &plot.axes[static_cast<std::size_t>(index)];
}

Spot spot_of(const Axis& along, double a, double b) {
  return along.upright() ? Spot{b, a} : Spot{a, b};
}

/// Where values start: zero, held within the axis.
double base_of(const Axis& values) {
  const double zero = values.scale.base > 1 ? values.scale.low : 0;
  return values.at(std::clamp(zero, values.scale.low, values.scale.high));
}
double held(const Axis& values, double value) {
  return values.at(std::clamp(value, values.scale.low, values.scale.high));
}

void label_bar(Plot& plot, const ChartSeries& series, std::size_t point, bool lying, double start,
               double end, double middle) {
  const std::string text = label_text(plot.chart, series, point, 0);
  if (text.empty()) return;
  const double sense = end < start ? -1 : 1;
  const document::ChartLabels& look = labels_of(series, point);
  Label label{text, look.format, {}, 0.5, 0.5};
  double at = end + 3 * sense, part = sense > 0 ? 0 : 1;
  if (look.place == LabelPlace::center) at = (start + end) / 2, part = 0.5;
  if (look.place == LabelPlace::inside_end) at = end - 3 * sense, part = 1 - part;
  if (look.place == LabelPlace::inside_base) at = start + 3 * sense;
  label.at = lying ? Spot{at, middle} : Spot{middle, at};
  (lying ? label.across : label.down) = part;
  plot.pen.label(std::move(label));
}

std::vector<Spot> line_spots(const Axis& along, const Axis& values, const Bars& bars,
                             std::size_t series, bool upper) {
  std::vector<Spot> spots;
  for (std::size_t i = 0; i < bars[series].size(); ++i) {
    const auto& [from, to] = bars[series][i];
    if (std::isnan(to)) continue;
    spots.push_back(
        spot_of(along, along.category(static_cast<double>(i)), held(values, upper ? to : from)));
  }
  return spots;
}

void label_points(Plot& plot, const ChartSeries& series, const std::vector<Spot>& spots) {
  for (std::size_t i = 0; i < spots.size(); ++i) {
    const document::ChartLabels& look = labels_of(series, i);
    Label label{label_text(plot.chart, series, i, 0), look.format, spots[i], 0, 0.5};
    label.at.x += 6;
    if (look.place == LabelPlace::above)
      label.at = {spots[i].x, spots[i].y - 5}, label.across = 0.5, label.down = 1;
    if (look.place == LabelPlace::below)
      label.at = {spots[i].x, spots[i].y + 5}, label.across = 0.5, label.down = 0;
    if (look.place == LabelPlace::center) label.at = spots[i], label.across = 0.5;
    plot.pen.label(std::move(label));
  }
}

void label_middles(Plot& plot, const ChartSeries& series, const std::vector<Spot>& spots) {
  for (std::size_t i = 0; i < spots.size(); ++i)
    plot.pen.label({label_text(plot.chart, series, i, 0), labels_of(series, i).format, spots[i]});
}

double points(Length length) {
  return static_cast<double>(length.emu) / 12700;
}

} // namespace

double Axis::category_width() const {
  const double places = look->between ? count : std::max(count - 1, 1);
  return (to - from) / std::max(places, 1.0);
}

double Axis::category(double index) const {
  const double place = (look->between ? index + 0.5 : index) * category_width();
  return look->reversed ? to - place : from + place;
}

void draw_bars(Plot& plot, const ChartPlot& bars) {
  const Axis *along = axis_at(plot, bars.category_axis), *values = axis_at(plot, bars.value_axis);
  if (!along || !values || bars.series.empty()) return;
  const Bars spans = stacked_values(bars);
  const bool stacked =
      bars.grouping == ChartGrouping::stacked || bars.grouping == ChartGrouping::percent;
  const double beside = stacked ? 1 : static_cast<double>(bars.series.size());
  const double overlap = stacked ? 0 : bars.overlap_percent / 100.0;
  const double shares = beside - (beside - 1) * overlap + bars.gap_percent / 100.0;
  const double width = std::abs(along->category_width()) / shares;
  const bool lying = along->upright();
  const double sense = (along->to < along->from) != along->look->reversed ? -1 : 1;
  const double base = base_of(*values);
  for (std::size_t s = 0; s < spans.size(); ++s)
    for (std::size_t i = 0; i < spans[s].size(); ++i) {
      const auto& [from, to] = spans[s][i];
      if (std::isnan(to)) continue;
      const double slot = stacked ? 0 : static_cast<double>(s) * (1 - overlap);
      const double first = -(shares - bars.gap_percent / 100.0) / 2 + slot;
      const double a = along->category(static_cast<double>(i)) + sense * first * width;
      const double b = a + sense * width;
      const double c = stacked ? held(*values, from) : base, d = held(*values, to);
      const Spot p = spot_of(*along, a, c), q = spot_of(*along, b, d);
      plot.pen.box({std::min(p.x, q.x), std::min(p.y, q.y), std::max(p.x, q.x), std::max(p.y, q.y)},
                   fill_of(plot.chart, bars, bars.series[s], i), stroke_of(bars.series[s], i));
      label_bar(plot, bars.series[s], i, lying, c, d, (a + b) / 2);
    }
}

void draw_lines(Plot& plot, const ChartPlot& lines) {
  const Axis *along = axis_at(plot, lines.category_axis), *values = axis_at(plot, lines.value_axis);
  if (!along || !values) return;
  const Bars spans = stacked_values(lines);
  for (std::size_t s = 0; s < spans.size(); ++s) {
    const ChartSeries& series = lines.series[s];
    const auto spots = line_spots(*along, *values, spans, s, true);
    series.smooth ? plot.pen.curve(spots, series.stroke) : plot.pen.lines(spots, series.stroke);
    for (const Spot& spot : spots) plot.pen.marker(spot, series.marker, points(series.marker.size));
    label_points(plot, series, spots);
  }
}

void draw_areas(Plot& plot, const ChartPlot& areas) {
  const Axis *along = axis_at(plot, areas.category_axis), *values = axis_at(plot, areas.value_axis);
  if (!along || !values) return;
  const Bars spans = stacked_values(areas);
  const bool stacked =
      areas.grouping == ChartGrouping::stacked || areas.grouping == ChartGrouping::percent;
  for (std::size_t s = 0; s < spans.size(); ++s) {
    auto spots = line_spots(*along, *values, spans, s, true);
    auto below = line_spots(*along, *values, spans, s, false);
    if (spots.empty()) continue;
    if (!stacked)
      for (Spot& spot : below) (along->upright() ? spot.x : spot.y) = base_of(*values);
    spots.insert(spots.end(), below.rbegin(), below.rend());
    std::vector<Spot> middles;
    for (std::size_t i = 0; i < below.size(); ++i)
      middles.push_back({(spots[i].x + below[i].x) / 2, (spots[i].y + below[i].y) / 2});
    plot.pen.area(spots, areas.series[s].fill, areas.series[s].stroke);
    label_middles(plot, areas.series[s], middles);
  }
}

void draw_points(Plot& plot, const ChartPlot& all) {
  const Axis *across = axis_at(plot, all.category_axis), *up = axis_at(plot, all.value_axis);
  if (!across || !up || across->upright()) return;
  double largest = 0;
  for (const auto& series : all.series)
    for (const auto& size : series.sizes) largest = std::max(largest, number_in(size).value_or(0));
  const double most =
      std::min(plot.area.width(), plot.area.height()) / 4 * all.bubble_percent / 100;
  for (const ChartSeries& series : all.series) {
    std::vector<Spot> spots;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
      const auto y = number_in(series.values[i]);
      auto x = i < series.x_values.size() ? number_in(series.x_values[i]) : std::nullopt;
      if (series.x_values.empty()) x = static_cast<double>(i + 1);
      if (!x || !y) continue;
      spots.push_back({held(*across, *x), held(*up, *y)});
      if (all.kind != ChartKind::bubble || largest <= 0 || i >= series.sizes.size()) continue;
      const double radius =
          most / 2 * std::sqrt(std::max(number_in(series.sizes[i]).value_or(0), 0.0) / largest);
      plot.pen.sector(spots.back(), radius, 0, 0, 360, fill_of(plot.chart, all, series, i),
                      stroke_of(series, i));
    }
    if (all.kind == ChartKind::scatter) {
      series.smooth ? plot.pen.curve(spots, series.stroke) : plot.pen.lines(spots, series.stroke);
      for (const Spot& spot : spots)
        plot.pen.marker(spot, series.marker, points(series.marker.size));
    }
    label_points(plot, series, spots);
  }
}

} // namespace saraban::layout::chart
