// Charts as lines, areas and labels: title, legend, axes, what is plotted.
#include "layout/chart/chart.h"

#include "layout/chart/plot.h"

#include <algorithm>
#include <iterator>

namespace saraban::layout::chart {

namespace {

using document::ChartKind;

std::vector<std::string> title_lines(const document::Chart& chart) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= chart.title.size();) {
    const auto end = std::min(chart.title.find('\n', at), chart.title.size());
    lines.push_back(chart.title.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

Box draw_title(const document::Chart& chart, Box area, Spot size, Pen& pen) {
  if (chart.title.empty()) return area;
  const auto lines = title_lines(chart);
  double x = size.x / 2, y = area.top;
  if (const auto place = placed(chart.title_place, size)) {
    double widest = 0;
    for (const auto& line : lines)
      widest = std::max(widest, pen.measure(line, chart.title_format).width);
    x = place->x + widest / 2, y = place->y;
  }
  for (const auto& line : lines) {
    pen.label({line, chart.title_format, {x, y}, 0.5, 0});
    y += pen.measure(line.empty() ? "0" : line, chart.title_format).height;
  }
  if (!chart.title_over_plot) area.top = std::max(area.top, y + margins_of(chart, size).y);
  return area;
}

std::optional<Box> fixed_area(const document::Chart& chart, Spot size, Box& area) {
  if (!chart.plot_layout) return std::nullopt;
  const auto& l = *chart.plot_layout;
  const Box box{l.x * size.x / 100'000, l.y * size.y / 100'000, (l.x + l.width) * size.x / 100'000,
                (l.y + l.height) * size.y / 100'000};
  if (box.width() < 1 || box.height() < 1) return std::nullopt;
  if (l.inner) return box;
  area = box;
  return std::nullopt;
}

void draw_plot(Plot& plot, const document::ChartPlot& part) {
  switch (part.kind) {
  case ChartKind::bar:
    return draw_bars(plot, part);
  case ChartKind::line:
    return draw_lines(plot, part);
  case ChartKind::area:
    return draw_areas(plot, part);
  case ChartKind::scatter:
  case ChartKind::bubble:
    return draw_points(plot, part);
  case ChartKind::pie:
  case ChartKind::doughnut:
    return draw_round(plot, part);
  case ChartKind::radar:
    return draw_radar(plot, part);
  }
}

bool has_axes(const document::Chart& chart) {
  return std::any_of(chart.plots.begin(), chart.plots.end(), [](const auto& plot) {
    return plot.kind != ChartKind::pie && plot.kind != ChartKind::doughnut &&
           plot.kind != ChartKind::radar;
  });
}

} // namespace

const Spacing& spacing_of(const document::Chart& chart) {
  // Measured on Word's pages, and as LibreOffice has it: ticks of 1.5 mm, labels 1 mm behind.
  static constexpr Spacing wide{3.17, 9.1, 6.44, 0, 5, 1.5, 4.5},
      close{4.25, 7.09, 7.09, 4.25, 0, 1, 0};
  return chart.spacing == document::ChartSpacing::close ? close : wide;
}

Spot margins_of(const document::Chart& chart, Spot size) {
  if (chart.spacing == document::ChartSpacing::close) return {size.x * 0.02, size.y * 0.02};
  return {6.5, 6.5};
}

std::optional<Spot> placed(const std::optional<document::ChartSpot>& place, Spot size) {
  if (!place) return std::nullopt;
  return Spot{place->x * size.x / 100'000, place->y * size.y / 100'000};
}

Ink draw_chart(const document::Chart& chart, Spot size, const MeasureText& measure) {
  Ink ink, legend;
  Pen pen(ink, measure), legend_pen(legend, measure);
  if (size.x < 2 || size.y < 2) return ink;
  pen.box({0, 0, size.x, size.y}, chart.fill, chart.stroke);
  const Spot margin = margins_of(chart, size);
  Box area{margin.x, margin.y, size.x - margin.x, size.y - margin.y};
  area = draw_title(chart, area, size, pen);
  area = draw_legend(chart, area, size, legend_pen);
  const auto fixed = fixed_area(chart, size, area);
  Plot plot{chart, size, pen, area, {}};
  for (const auto& axis : chart.axes) plot.axes.push_back({&axis, {}, 0, 0, 0});
  if (has_axes(chart)) {
    place_axes(plot, area, fixed);
    pen.box(plot.area, chart.plot_fill, {});
    draw_grid(plot);
    pen.box(plot.area, std::nullopt, chart.plot_stroke);
  } else if (!chart.plots.empty() && chart.plots.front().kind == ChartKind::radar) {
    plot.area = fixed.value_or(Box{area.left, area.top - 1.5, area.right, area.bottom + 2});
  } else {
    const double inside = spacing_of(chart).inside;
    plot.area = fixed.value_or(
        Box{area.left + inside, area.top + inside, area.right - inside, area.bottom - inside});
  }
  // Areas lie below bars, those below lines.
  for (const auto kind : {ChartKind::area, ChartKind::bar})
    for (const auto& part : chart.plots)
      if (part.kind == kind) draw_plot(plot, part);
  if (has_axes(chart)) draw_axes(plot);
  for (const auto& part : chart.plots)
    if (part.kind != ChartKind::area && part.kind != ChartKind::bar) draw_plot(plot, part);
  std::move(legend.figures.begin(), legend.figures.end(), std::back_inserter(ink.figures));
  std::move(legend.labels.begin(), legend.labels.end(), std::back_inserter(ink.labels));
  return ink;
}

} // namespace saraban::layout::chart
