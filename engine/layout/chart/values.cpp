// What the points of a chart are worth, how they look and what their labels say.
#include "layout/chart/plot.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace saraban::layout::chart {

namespace {

using document::Chart;
using document::ChartGrouping;
using document::ChartKind;
using document::ChartPlot;
using document::ChartSeries;

const document::ChartPoint* own_look(const ChartSeries& series, std::size_t point) {
  for (const auto& p : series.points)
    if (p.index >= 0 && static_cast<std::size_t>(p.index) == point) return &p;
  return nullptr;
}

std::size_t longest(const ChartPlot& plot) {
  std::size_t count = 0;
  for (const ChartSeries& series : plot.series) count = std::max(count, series.values.size());
  return count;
}

double sum_at(const ChartPlot& plot, std::size_t point) {
  double sum = 0;
  for (const ChartSeries& series : plot.series)
    if (point < series.values.size()) sum += std::abs(number_in(series.values[point]).value_or(0));
  return sum > 0 ? sum : 1;
}

} // namespace

Bars stacked_values(const ChartPlot& plot) {
  const bool percent = plot.grouping == ChartGrouping::percent;
  const bool stacked = percent || plot.grouping == ChartGrouping::stacked;
  const std::size_t count = longest(plot);
  std::vector<double> above(count, 0), below(count, 0), sums(count, 1);
  for (std::size_t i = 0; percent && i < count; ++i) sums[i] = sum_at(plot, i);
  Bars bars;
  for (const ChartSeries& series : plot.series) {
    auto& row = bars.emplace_back();
    for (std::size_t i = 0; i < count; ++i) {
      const auto value = i < series.values.size() ? number_in(series.values[i]) : std::nullopt;
      double from = 0, to = value.value_or(std::numeric_limits<double>::quiet_NaN()) / sums[i];
      if (stacked && value) {
        double& pile = *value < 0 ? below[i] : above[i];
        from = pile, to = pile += to;
      }
      row.emplace_back(from, to);
    }
  }
  return bars;
}

Extent extent_of(const Chart& chart, int axis) {
  Extent extent;
  for (const ChartPlot& plot : chart.plots) {
    const bool free = plot.kind == ChartKind::scatter || plot.kind == ChartKind::bubble;
    if (free && plot.category_axis == axis)
      for (const ChartSeries& series : plot.series) {
        for (const auto& x : series.x_values)
          if (const auto value = number_in(x)) extent.add(*value);
        if (series.x_values.empty())
          extent.add(1), extent.add(static_cast<double>(series.values.size()));
      }
    if (plot.value_axis != axis) continue;
    for (const auto& row : stacked_values(plot))
      for (const auto& [from, to] : row)
        if (!std::isnan(to)) extent.add(to);
    if (plot.kind == ChartKind::bar && extent.any) extent.add(0);
  }
  return extent;
}

std::size_t category_count(const Chart& chart) {
  std::size_t count = chart.categories.size();
  for (const ChartPlot& plot : chart.plots) count = std::max(count, longest(plot));
  return std::min<std::size_t>(count, 100'000);
}

std::optional<Color> fill_of(const Chart& chart, const ChartPlot& plot, const ChartSeries& series,
                             std::size_t point) {
  if (const auto* own = own_look(series, point)) return own->fill;
  const bool varies = plot.series.size() == 1 || plot.kind == ChartKind::doughnut;
  if (plot.vary_colors && varies && !chart.palette.empty())
    return chart.palette[point % chart.palette.size()];
  return series.fill;
}

document::Stroke stroke_of(const ChartSeries& series, std::size_t point) {
  const auto* own = own_look(series, point);
  return own ? own->stroke : series.stroke;
}

std::string category_text(const Chart& chart, const document::ChartAxis& axis, std::size_t index) {
  if (index >= chart.categories.size()) return std::to_string(index + 1);
  const std::string& text = chart.categories[index];
  const std::string& code = axis.number_format.empty() ? chart.category_format : axis.number_format;
  const auto number = number_in(text);
  return number && !code.empty() ? formatted(*number, code) : text;
}

const document::ChartLabels& labels_of(const ChartSeries& series, std::size_t point) {
  const auto* own = own_look(series, point);
  return own && own->labels ? *own->labels : series.labels;
}

std::string label_text(const Chart& chart, const ChartSeries& series, std::size_t point,
                       double share) {
  const document::ChartLabels& labels = labels_of(series, point);
  if (!labels.text.empty()) return labels.text;
  std::string out;
  const auto add = [&](const std::string& text) {
    if (text.empty()) return;
    if (!out.empty()) out += labels.separator.empty() ? ", " : labels.separator;
    out += text;
  };
  if (labels.series) add(series.name);
  if (labels.category && point < chart.categories.size()) add(chart.categories[point]);
  const auto value = point < series.values.size() ? number_in(series.values[point]) : std::nullopt;
  const std::string& code =
      labels.number_format.empty() ? series.number_format : labels.number_format;
  if (labels.value && value) add(formatted(*value, code));
  if (labels.percent)
    add(formatted(share, labels.value || labels.number_format.empty() ? "0%" : code));
  return out;
}

} // namespace saraban::layout::chart
