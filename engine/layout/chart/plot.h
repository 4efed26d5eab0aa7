// One chart being drawn: what its parts share.
#pragma once

#include "layout/chart/pen.h"
#include "layout/chart/scale.h"

namespace saraban::layout::chart {

/// An axis of the chart on the plot's area.
struct Axis {
  const document::ChartAxis* look = nullptr;
  Scale scale;             ///< Of values.
  int count = 0;           ///< Of categories.
  double from = 0, to = 0; ///< Where it begins and ends, in points; upright ones begin below.

  bool upright() const {
    return look->side == document::ChartSide::left || look->side == document::ChartSide::right;
  }
  double at(double value) const { return from + (to - from) * scale.share(value); }
  /// The middle of a category, or its tick mark where points stand at those.
  double category(double index) const;
  double category_width() const;
};

/// How far parts stand from each other, in points.
struct Spacing {
  double tick;
  double beside_label, below_label; ///< From an axis to its labels,
  double without_tick;              ///< less where it has no ticks outside.
  double around_title;              ///< Of an axis.
  double row_pitch;                 ///< Of labels of values, of their height.
  double inside;                    ///< About the plot where no labels stand; 0: half a label.
};
const Spacing& spacing_of(const document::Chart& chart);
/// The placed part's corner, in points.
/// What stays free at the chart's edges and between title, legend and plot.
Spot margins_of(const document::Chart& chart, Spot size);
std::optional<Spot> placed(const std::optional<document::ChartSpot>& place, Spot size);

struct Plot {
  const document::Chart& chart;
  Spot size;
  Pen& pen;
  Box area;
  std::vector<Axis> axes;
};

/// Series' values below each other where they are stacked: from and to of each point.
using Bars = std::vector<std::vector<std::pair<double, double>>>;
Bars stacked_values(const document::ChartPlot& plot);
/// Least and most on that axis, by all that is plotted there.
Extent extent_of(const document::Chart& chart, int axis);
std::size_t category_count(const document::Chart& chart);

void draw_bars(Plot& plot, const document::ChartPlot& bars);
void draw_lines(Plot& plot, const document::ChartPlot& lines);
void draw_areas(Plot& plot, const document::ChartPlot& areas);
void draw_points(Plot& plot, const document::ChartPlot& points); ///< scatter and bubble
void draw_round(Plot& plot, const document::ChartPlot& pie);     ///< pie and doughnut
void draw_radar(Plot& plot, const document::ChartPlot& radar);

/// The colour of a point: its own, the palette's where they vary, its series'.
std::optional<Color> fill_of(const document::Chart& chart, const document::ChartPlot& plot,
                             const document::ChartSeries& series, std::size_t point);
document::Stroke stroke_of(const document::ChartSeries& series, std::size_t point);
/// A category's name, as the axis writes it; its number from 1 where it has none.
std::string category_text(const document::Chart& chart, const document::ChartAxis& axis,
                          std::size_t index);
/// A point's own labels, else its series'.
const document::ChartLabels& labels_of(const document::ChartSeries& series, std::size_t point);
/// What a point's label says; empty for none.
std::string label_text(const document::Chart& chart, const document::ChartSeries& series,
                       std::size_t point, double share);

/// The room for the legend's keys and the axes' labels and titles, taken off `area`; draws them.
Box draw_legend(const document::Chart& chart, Box area, Spot size, Pen& pen);
Box place_axes(Plot& plot, Box area, const std::optional<Box>& fixed);
void draw_grid(Plot& plot);
void draw_axes(Plot& plot);

} // namespace saraban::layout::chart
