// Charts: what is plotted and how it looks, every style and theme colour already resolved.
#pragma once

#include "document/format.h"
#include "document/stroke.h"

namespace saraban::document {

enum class ChartKind { bar, line, area, pie, doughnut, scatter, bubble, radar };
enum class ChartGrouping { standard, clustered, stacked, percent };
enum class ChartSide { left, right, top, bottom };

enum class MarkerKind { none, diamond, square, triangle, cross, star, circle, plus, dash, dot };
struct ChartMarker {
  MarkerKind kind = MarkerKind::none;
  Length size;
  std::optional<Color> fill;
  Stroke stroke;
};

enum class LabelPlace { automatic, center, inside_end, inside_base, outside_end, above, below };
/// What stands at each point of a series.
struct ChartLabels {
  bool value = false, category = false, series = false, percent = false;
  LabelPlace place = LabelPlace::automatic;
  std::string number_format, separator;
  std::uint32_t format = 0; ///< Into Document::run_formats, as all formats here.
  std::string text;         ///< Stands instead of what it would say.
  bool operator==(const ChartLabels&) const = default;
};

/// One point that looks unlike its series.
struct ChartPoint {
  int index = 0;
  std::optional<Color> fill;
  Stroke stroke;
  std::optional<ChartLabels> labels; ///< None: as the series has.
};

struct ChartSeries {
  std::string name;
  /// Numbers as the file writes them; empty where there is none.
  std::vector<std::string> values, x_values, sizes;
  std::optional<Color> fill;
  Stroke stroke;
  ChartMarker marker;
  bool smooth = false;
  std::string number_format; ///< Of the values.
  std::vector<ChartPoint> points;
  ChartLabels labels;
};

/// Series that are plotted one way, on one pair of axes.
struct ChartPlot {
  ChartKind kind = ChartKind::bar;
  ChartGrouping grouping = ChartGrouping::standard;
  bool horizontal = false;                 ///< Bars that lie.
  bool filled = false;                     ///< radar: an area.
  bool vary_colors = false;                ///< Each point takes the next colour of Chart::palette.
  int gap_percent = 150;                   ///< Between categories, of a bar's width.
  int overlap_percent = 0;                 ///< Of bars of one category.
  int hole_percent = 50;                   ///< doughnut: the hole's share of the diameter.
  int first_angle = 0;                     ///< pie, doughnut: degrees clockwise from the top.
  bool counterclockwise = false;           ///< pie, doughnut: one point after the other.
  int bubble_percent = 100;                ///< Of the standard size.
  int category_axis = -1, value_axis = -1; ///< Into Chart::axes; scatter and bubble: x and y.
  std::vector<ChartSeries> series;
};

/// A part's top left corner, in 1/100,000 of the chart.
struct ChartSpot {
  int x = 0, y = 0;
  bool operator==(const ChartSpot&) const = default;
};

enum class TickMark { none, inside, outside, across };
enum class TickLabels { none, next_to_axis, low, high };
enum class AxisCrossing { automatic, least, most, at };

struct ChartAxis {
  bool values = false; ///< A scale of numbers; else one place for each category.
  bool dates = false;  ///< Categories are days, counted from 1899-12-30.
  ChartSide side = ChartSide::bottom;
  bool hidden = false, reversed = false;
  bool between = true;            ///< Points stand between the tick marks, not at them.
  std::string least, most, major; ///< Numbers; empty: chosen by layout.
  std::string logarithm_base;     ///< Empty: the scale is linear.
  AxisCrossing crossing = AxisCrossing::automatic; ///< Where on this axis the other crosses it.
  std::string crossing_at;
  TickMark ticks = TickMark::outside;
  TickLabels labels = TickLabels::next_to_axis;
  int label_every = 0;           ///< 0: as many as there is room for.
  std::optional<int> label_turn; ///< Degrees clockwise; none: chosen by layout.
  std::string number_format;
  Stroke line;
  Stroke grid; ///< none: no grid lines.
  std::uint32_t format = 0;
  std::string title;
  std::uint32_t title_format = 0;
  std::optional<ChartSpot> title_place;
};

struct ChartLegend {
  bool shown = false, over_plot = false;
  ChartSide side = ChartSide::right;
  std::optional<ChartSpot> place; ///< Its room beside the plot is that of `side` all the same.
  std::uint32_t format = 0;
};

/// A part's place, in 1/100,000 of the chart.
struct ChartLayout {
  int x = 0, y = 0, width = 0, height = 0;
  bool inner = false; ///< Without the labels of the axes.
};

/// How far the parts of a chart stand from each other where it does not say: wide as Word has it,
/// close as LibreOffice has it.
enum class ChartSpacing { wide, close };

struct Chart {
  ChartSpacing spacing = ChartSpacing::wide;
  std::optional<Color> fill, plot_fill;
  Stroke stroke, plot_stroke;
  std::string title; ///< Lines are parted by '\n'.
  std::uint32_t title_format = 0;
  std::optional<ChartSpot> title_place;
  bool title_over_plot = false;
  ChartLegend legend;
  std::optional<ChartLayout> plot_layout;
  std::vector<std::string> categories;
  std::string category_format;
  std::vector<Color> palette;
  std::uint32_t paragraph_format = 0; ///< Of all its text.
  std::vector<ChartAxis> axes;
  std::vector<ChartPlot> plots;
};

} // namespace saraban::document
