// What is plotted about a middle: pies, doughnuts, radars.
#include "layout/chart/plot.h"

#include <algorithm>
#include <cmath>

namespace saraban::layout::chart {

namespace {

using document::ChartKind;
using document::ChartPlot;
using document::ChartSeries;

struct Ring {
  Spot middle;
  double outer = 0, inner = 0;
};

/// The label of one sector, about the middle of its arc.
void label_sector(Plot& plot, const ChartPlot& pie, const ChartSeries& series, std::size_t point,
                  const Ring& ring, double share, double angle) {
  const document::ChartLabels& look = labels_of(series, point);
  Label label{label_text(plot.chart, series, point, share), look.format, {}, 0.5, 0.5};
  const bool outside = look.place == document::LabelPlace::outside_end;
  const double reach = pie.kind == ChartKind::doughnut              ? (ring.outer + ring.inner) / 2
                       : outside                                    ? ring.outer + 10
                       : look.place == document::LabelPlace::center ? ring.outer / 2
                                                                    : ring.outer * 0.8;
  label.at = on_circle(ring.middle, reach, angle);
  if (outside) label.across = label.at.x < ring.middle.x ? 0.9 : 0.1;
  plot.pen.label(std::move(label));
}

void draw_ring(Plot& plot, const ChartPlot& pie, const ChartSeries& series, const Ring& ring) {
  double sum = 0;
  for (const auto& text : series.values) sum += std::abs(number_in(text).value_or(0));
  if (sum <= 0) return;
  const double sense = pie.counterclockwise ? -1 : 1;
  double from = pie.first_angle;
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    const double share = std::abs(number_in(series.values[i]).value_or(0)) / sum;
    const double to = from + sense * share * 360;
    plot.pen.sector(ring.middle, ring.outer, ring.inner, std::min(from, to), std::max(from, to),
                    fill_of(plot.chart, pie, series, i), stroke_of(series, i));
    label_sector(plot, pie, series, i, ring, share, (from + to) / 2);
    from = to;
  }
}

std::vector<Spot> corners(Spot middle, double radius, std::size_t count) {
  std::vector<Spot> spots;
  for (std::size_t i = 0; i < count; ++i)
    spots.push_back(
        on_circle(middle, radius, 360.0 * static_cast<double>(i) / static_cast<double>(count)));
  return spots;
}

void label_corners(Plot& plot, const Ring& ring, const document::ChartAxis& look,
                   std::size_t count) {
  for (std::size_t i = 0; i < count && i < plot.chart.categories.size(); ++i) {
    const double angle = 360.0 * static_cast<double>(i) / static_cast<double>(count);
    Label label{category_text(plot.chart, look, i), look.format,
                on_circle(ring.middle, ring.outer + 4, angle)};
    label.across = angle < 1 || std::abs(angle - 180) < 1 ? 0.5 : angle < 180 ? 0 : 1;
    label.down = (1 + std::cos(angle * 3.14159265358979 / 180)) / 2;
    plot.pen.label(std::move(label));
  }
}

} // namespace

void draw_round(Plot& plot, const ChartPlot& pie) {
  double size = std::min(plot.area.width(), plot.area.height());
  const bool outside = std::any_of(pie.series.begin(), pie.series.end(), [](const auto& series) {
    return series.labels.place == document::LabelPlace::outside_end;
  });
  const bool fixed = plot.chart.plot_layout && plot.chart.plot_layout->inner;
  if (outside && !fixed) size -= 30;
  if (size <= 0 || pie.series.empty()) return;
  if (pie.kind == ChartKind::pie)
    return draw_ring(plot, pie, pie.series.front(), {plot.area.middle(), size / 2, 0});
  const double hole = size / 2 * std::clamp(pie.hole_percent, 1, 90) / 100;
  const double each = (size / 2 - hole) / static_cast<double>(pie.series.size());
  for (std::size_t i = 0; i < pie.series.size(); ++i)
    draw_ring(plot, pie, pie.series[i],
              {plot.area.middle(), hole + each * static_cast<double>(i + 1),
               hole + each * static_cast<double>(i)});
}

void draw_radar(Plot& plot, const ChartPlot& radar) {
  const std::size_t count = category_count(plot.chart);
  if (radar.value_axis < 0 || static_cast<std::size_t>(radar.value_axis) >= plot.axes.size() ||
      count < 2 || count > 1000)
    return;
  Axis& values = plot.axes[static_cast<std::size_t>(radar.value_axis)];
  double label_height = 12;
  if (radar.category_axis >= 0)
    label_height =
        plot.pen.measure("0", plot.chart.axes[static_cast<std::size_t>(radar.category_axis)].format)
            .height;
  const double radius =
      std::min(plot.area.width(), plot.area.height() - 2 * (label_height + 3.9)) / 2;
  const Spot middle = plot.area.middle();
  values.scale = make_scale(*values.look, extent_of(plot.chart, radar.value_axis), radius,
                            label_height * 1.1, ScaleOf::values);
  values.from = middle.y, values.to = middle.y - radius;
  for (const double mark : values.scale.steps()) {
    if (mark > values.scale.low)
      plot.pen.area(corners(middle, middle.y - values.at(mark), count), std::nullopt,
                    values.look->grid);
    if (!values.look->hidden)
      plot.pen.label({formatted(mark, values.look->number_format),
                      values.look->format,
                      {middle.x - 6, values.at(mark)},
                      1,
                      0.5});
  }
  for (const Spot& corner : corners(middle, radius, count))
    plot.pen.line(middle, corner, values.look->line);
  if (radar.category_axis >= 0)
    label_corners(plot, {middle, radius, 0},
                  plot.chart.axes[static_cast<std::size_t>(radar.category_axis)], count);
  for (const ChartSeries& series : radar.series) {
    std::vector<Spot> spots;
    for (std::size_t i = 0; i < series.values.size() && i < count; ++i)
      spots.push_back(on_circle(
          middle,
          middle.y - values.at(std::max(number_in(series.values[i]).value_or(0), values.scale.low)),
          360.0 * static_cast<double>(i) / static_cast<double>(count)));
    plot.pen.area(spots, radar.filled ? series.fill : std::nullopt, series.stroke);
    for (const Spot& spot : spots)
      plot.pen.marker(spot, series.marker, static_cast<double>(series.marker.size.emu) / 12700);
  }
}

} // namespace saraban::layout::chart
