// The legend: a key and a name for each series, or for each point of a pie.
#include "layout/chart/plot.h"

#include <algorithm>
#include <cmath>

namespace saraban::layout::chart {

namespace {

using document::ChartKind;
using document::ChartSeries;
using document::ChartSide;

/// Measured on Word's pages, in points; as LibreOffice has it, by the size of the letters.
struct Sizes {
  double square, key_line, behind_square, behind_line;
  double padding, to_plot, row;
  double gap_square, gap_line; ///< Between columns.
  double first_row;            ///< From the legend's top.
};

Sizes sizes_of(const document::Chart& chart, Spot size, Pen& pen) {
  const double height = pen.measure("0", chart.legend.format).height;
  if (chart.spacing == document::ChartSpacing::wide)
    return {5.27, 19.2, 2.4, 2.2, 3.6, 7.6, height * 1.5, 8.4, 12.5, 0};
  const double letters = height / 1.15, least = 2.835;
  const double behind = std::max(letters * 0.22, least), between = std::max(letters * 0.2, least);
  const double gap = letters * 0.66;
  return {letters * 0.6, letters * 1.8,    behind, behind, std::max(letters * 0.33, least),
          size.x * 0.02, height + between, gap,    gap,    between / 2};
}

struct Entry {
  std::string text;
  std::optional<Color> fill;
  document::Stroke stroke;
  const ChartSeries* line = nullptr; ///< Its key is a line with the marker.
  double width = 0;
};

double key_width(const Entry& entry, const Sizes& sizes) {
  const bool long_key = entry.line && entry.stroke.style != document::LineStyle::none;
  return long_key ? sizes.key_line + sizes.behind_line : sizes.square + sizes.behind_square;
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

std::vector<Entry> entries_of(const document::Chart& chart, const Sizes& sizes, Pen& pen) {
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
    entry.width = key_width(entry, sizes) + pen.measure(entry.text, chart.legend.format).width;
  return entries;
}

void draw_entry(const Entry& entry, Spot at, const Sizes& sizes, std::uint32_t format, Pen& pen) {
  const double square = sizes.square, key = key_width(entry, sizes);
  if (entry.line) {
    const double length = key > sizes.key_line ? sizes.key_line : square;
    pen.line(at, {at.x + length, at.y}, entry.stroke);
    pen.marker({at.x + length / 2, at.y}, entry.line->marker,
               std::min(static_cast<double>(entry.line->marker.size.emu) / 12700, 6.0));
  } else {
    pen.box({at.x, at.y - square / 2, at.x + square, at.y + square / 2}, entry.fill, entry.stroke);
  }
  pen.label({entry.text, format, {at.x + key, at.y}, 0, 0.5});
}

/// Beside the plot: one entry below the other.
Box draw_beside(const document::Chart& chart, const std::vector<Entry>& entries, const Sizes& sizes,
                Box area, Spot size, Pen& pen) {
  double widest = 0;
  for (const Entry& entry : entries) widest = std::max(widest, entry.width);
  const bool close = chart.spacing == document::ChartSpacing::close;
  const Spot margin = margins_of(chart, size);
  const double width = std::min(widest, size.x / 2) + (close ? 1 : 2) * sizes.padding;
  const double height = static_cast<double>(entries.size()) * sizes.row + 2 * sizes.first_row;
  const bool right = chart.legend.side == ChartSide::right;
  double x = right ? size.x - margin.x - width + sizes.padding : margin.x + sizes.padding;
  double y = std::max((area.top + area.bottom - height) / 2, margin.y);
  Box left = area;
  right ? left.right = x - sizes.padding - sizes.to_plot
        : left.left = x + width + sizes.to_plot - sizes.padding;
  if (const auto place = placed(chart.legend.place, size))
    x = place->x + sizes.padding, y = place->y;
  y += sizes.first_row + sizes.row / 2;
  for (const Entry& entry : entries) {
    draw_entry(entry, {x, y}, sizes, chart.legend.format, pen);
    y += sizes.row;
  }
  return left;
}

/// Above or below the plot, in columns; `close` ones are each as wide as their entries.
Box draw_across(const document::Chart& chart, const std::vector<Entry>& entries, const Sizes& sizes,
                Box area, Spot size, Pen& pen) {
  const bool close = chart.spacing == document::ChartSpacing::close;
  const Spot margin = margins_of(chart, size);
  const double gap = entries.front().line ? sizes.gap_line : sizes.gap_square;
  double widest = 0, together = -gap;
  for (const Entry& entry : entries)
    widest = std::max(widest, entry.width), together += entry.width + gap;
  const auto count = static_cast<double>(entries.size());
  const double room = size.x - 2 * margin.x;
  const bool one_row = close && together + 2 * sizes.padding <= room;
  const double pitch = widest + gap;
  const auto columns = one_row ? count : std::clamp(std::floor((room + gap) / pitch), 1.0, count);
  const double height = std::ceil(count / columns) * sizes.row + 2 * sizes.first_row;
  const bool bottom = chart.legend.side == ChartSide::bottom;
  double top = bottom ? size.y - margin.y - height : area.top;
  double x = (size.x - (one_row ? together : columns * pitch - gap)) / 2 - (close ? 0 : 1);
  Box left = area;
  bottom ? left.bottom = top - margin.y : left.top = top + height + margin.y;
  if (const auto place = placed(chart.legend.place, size))
    x = place->x + sizes.padding, top = place->y;
  top += sizes.first_row;
  double before = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto column = static_cast<double>(i % static_cast<std::size_t>(columns));
    const auto line = static_cast<double>(i / static_cast<std::size_t>(columns));
    draw_entry(entries[i],
               {x + (one_row ? before : column * pitch), top + (line + 0.5) * sizes.row}, sizes,
               chart.legend.format, pen);
    before += entries[i].width + gap;
  }
  return left;
}

/// Stacked series are named from the top down beside the plot.
bool named_from_the_top(const document::Chart& chart) {
  return std::any_of(chart.plots.begin(), chart.plots.end(), [](const auto& plot) {
    return !plot.horizontal && (plot.grouping == document::ChartGrouping::stacked ||
                                plot.grouping == document::ChartGrouping::percent);
  });
}

} // namespace

Box draw_legend(const document::Chart& chart, Box area, Spot size, Pen& pen) {
  const Sizes sizes = sizes_of(chart, size, pen);
  auto entries = entries_of(chart, sizes, pen);
  if (!chart.legend.shown || entries.empty()) return area;
  const bool beside = chart.legend.side == ChartSide::left || chart.legend.side == ChartSide::right;
  if (beside && named_from_the_top(chart)) std::reverse(entries.begin(), entries.end());
  const Box left = beside ? draw_beside(chart, entries, sizes, area, size, pen)
                          : draw_across(chart, entries, sizes, area, size, pen);
  return chart.legend.over_plot ? area : left;
}

} // namespace saraban::layout::chart
