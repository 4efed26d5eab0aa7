// The legend: a key and a name for each series, or for each point of a pie.
#include "layout/chart/plot.h"

#include <algorithm>
#include <cmath>

namespace saraban::layout::chart {

namespace {

using document::ChartKind;
using document::ChartSeries;
using document::ChartSide;

// Measured on Word's pages, in points.
constexpr double square = 5.27, key_line = 19.2, behind_square = 2.4, behind_line = 2.2;
constexpr double margin = 6.5, padding = 3.6, to_plot = 7.6, row_pitch = 1.5;

struct Entry {
  std::string text;
  std::optional<Color> fill;
  document::Stroke stroke;
  const ChartSeries* line = nullptr; ///< Its key is a line with the marker.
  double width = 0;
};

double key_width(const Entry& entry) {
  const bool long_key = entry.line && entry.stroke.style != document::LineStyle::none;
  return long_key ? key_line + behind_line : square + behind_square;
}

void add_points(const document::Chart& chart, const document::ChartPlot& plot,
                std::vector<Entry>& out) {
  const ChartSeries& series = plot.series.front();
  for (std::size_t i = 0; i < series.values.size() && i < 200; ++i) {
    const std::string name =
        i < chart.categories.size() ? chart.categories[i] : std::to_string(i + 1);
    out.push_back({name, fill_of(chart, plot, series, i), stroke_of(series, i)});
  }
}

std::vector<Entry> entries_of(const document::Chart& chart, Pen& pen) {
  std::vector<Entry> entries;
  for (const auto& plot : chart.plots) {
    const bool round = plot.kind == ChartKind::pie || plot.kind == ChartKind::doughnut;
    if (!plot.series.empty() &&
        (round || (plot.vary_colors && plot.series.size() == 1 && plot.kind == ChartKind::bar))) {
      add_points(chart, plot, entries);
      continue;
    }
    const bool lines = plot.kind == ChartKind::line || plot.kind == ChartKind::scatter ||
                       (plot.kind == ChartKind::radar && !plot.filled);
    for (const ChartSeries& series : plot.series) {
      if (entries.size() == 200) break;
      entries.push_back(
          {series.name.empty() ? "Series" + std::to_string(entries.size() + 1) : series.name,
           series.fill, series.stroke, lines ? &series : nullptr});
    }
  }
  for (Entry& entry : entries)
    entry.width = key_width(entry) + pen.measure(entry.text, chart.legend.format).width;
  return entries;
}

void draw_entry(const Entry& entry, Spot at, std::uint32_t format, Pen& pen) {
  if (entry.line) {
    const double length = key_width(entry) > key_line ? key_line : square;
    pen.line(at, {at.x + length, at.y}, entry.stroke);
    pen.marker({at.x + length / 2, at.y}, entry.line->marker,
               std::min(static_cast<double>(entry.line->marker.size.emu) / 12700, 6.0));
  } else {
    pen.box({at.x, at.y - square / 2, at.x + square, at.y + square / 2}, entry.fill, entry.stroke);
  }
  pen.label({entry.text, format, {at.x + key_width(entry), at.y}, 0, 0.5});
}

} // namespace

Box draw_legend(const document::Chart& chart, Box area, Spot size, Pen& pen) {
  const auto entries = entries_of(chart, pen);
  if (!chart.legend.shown || entries.empty()) return area;
  const double row = pen.measure("0", chart.legend.format).height * row_pitch;
  double widest = 0;
  for (const Entry& entry : entries) widest = std::max(widest, entry.width);
  const auto count = static_cast<double>(entries.size());
  Box left = area;
  if (chart.legend.side == ChartSide::left || chart.legend.side == ChartSide::right) {
    const double width = std::min(widest, size.x / 2) + 2 * padding;
    const bool right = chart.legend.side == ChartSide::right;
    const double x = right ? size.x - margin - width + padding : margin + padding;
    double y = std::max((area.top + area.bottom - count * row) / 2, margin) + row / 2;
    for (const Entry& entry : entries)
      draw_entry(entry, {x, y}, chart.legend.format, pen), y += row;
    right ? left.right = x - padding - to_plot : left.left = x + width + to_plot - padding;
    return chart.legend.over_plot ? area : left;
  }
  const double gap = entries.front().line ? 12.5 : 8.4, pitch = widest + gap;
  const auto columns = std::clamp(std::floor((size.x - 2 * margin + gap) / pitch), 1.0, count);
  const double rows = std::ceil(count / columns), height = rows * row;
  const bool bottom = chart.legend.side == ChartSide::bottom;
  const double top = bottom ? size.y - margin - height : area.top;
  const double x = (size.x - columns * pitch + gap) / 2 - 1;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto column = static_cast<double>(i % static_cast<std::size_t>(columns));
    const auto line = static_cast<double>(i / static_cast<std::size_t>(columns));
    draw_entry(entries[i], {x + column * pitch, top + (line + 0.5) * row}, chart.legend.format,
               pen);
  }
  bottom ? left.bottom = top - margin : left.top = top + height + margin;
  return chart.legend.over_plot ? area : left;
}

} // namespace saraban::layout::chart
