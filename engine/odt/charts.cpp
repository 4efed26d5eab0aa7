// Charts in draw:object (ODF 1.3 Part 3, 11): what is plotted from the chart's own table, with
// LibreOffice's looks where none are said.
#include "base/failure.h"
#include "odt/chart_looks.h"
#include "odt/chart_table.h"
#include "odt/part/elements.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace saraban::odt {
namespace {

using document::Chart;
using document::ChartAxis;
using document::ChartGrouping;
using document::ChartKind;
using document::ChartPlot;
using document::ChartSeries;
using document::ChartSide;
using document::LineStyle;
using document::MarkerKind;
using document::Stroke;
using pugi::xml_node;

constexpr std::size_t most_points = 20'000, most_series = 500, most_axes = 4;
constexpr const char* of_graphic = "style:graphic-properties";

std::optional<ChartKind> kind_of(std::string_view name) {
  constexpr Word<ChartKind> words[] = {
      {"chart:bar", ChartKind::bar},           {"chart:line", ChartKind::line},
      {"chart:area", ChartKind::area},         {"chart:circle", ChartKind::pie},
      {"chart:ring", ChartKind::doughnut},     {"chart:scatter", ChartKind::scatter},
      {"chart:bubble", ChartKind::bubble},     {"chart:radar", ChartKind::radar},
      {"chart:filled-radar", ChartKind::radar}};
  return meaning(name, words);
}

bool is_round(ChartKind kind) {
  return kind == ChartKind::pie || kind == ChartKind::doughnut;
}
bool is_free(ChartKind kind) {
  return kind == ChartKind::scatter || kind == ChartKind::bubble;
}

/// The parts of one chart: its content and the styles beside it.
struct ChartSource {
  Part content, styles;
  xml_node root; ///< office:document-content, office:document.
  xml_node chart() const {
    return root.child("office:body").child("office:chart").child("chart:chart");
  }
};

class ChartReader {
public:
  ChartReader(Reader& reader, const ChartSource& source)
      : reader_(reader), looks_(reader, source.root, source.styles.root()),
        chart_element_(source.chart()), area_(chart_element_.child("chart:plot-area")),
        table_(chart_element_.child("table:table")),
        size_{length_or(attribute(chart_element_, "svg:width"), {}),
              length_or(attribute(chart_element_, "svg:height"), {})} {}

  Chart read() {
    chart_.spacing = document::ChartSpacing::close;
    chart_.paragraph_format = looks_.paragraph_format();
    for (std::size_t i = 0; i < 12; ++i) chart_.palette.push_back(ChartLooks::standard_color(i));
    const auto* own = looks_.style_of(chart_element_);
    chart_.fill = looks_.fill(own, white);
    chart_.stroke = looks_.stroke(own, std::nullopt);
    read_titles();
    read_legend(chart_element_.child("chart:legend"));
    read_plot_area();
    return std::move(chart_);
  }

private:
  // Where parts stand.

  static int share(Length part, Length whole) {
    if (whole <= Length{}) return 0;
    const double x = static_cast<double>(part.emu) / static_cast<double>(whole.emu);
    return static_cast<int>(std::clamp(x, -1.0, 2.0) * 100'000);
  }

  std::optional<document::ChartSpot> place_of(xml_node e) const {
    const auto x = length(attribute(e, "svg:x")), y = length(attribute(e, "svg:y"));
    if (!x || !y || size_.width <= Length{} || size_.height <= Length{}) return std::nullopt;
    return document::ChartSpot{share(*x, size_.width), share(*y, size_.height)};
  }

  std::optional<document::ChartLayout> layout_of(xml_node e, bool inner) const {
    const auto at = place_of(e);
    const auto w = length(attribute(e, "svg:width")), h = length(attribute(e, "svg:height"));
    if (!at || !w || !h) return std::nullopt;
    const int width = share(*w, size_.width), height = share(*h, size_.height);
    if (width <= 0 || height <= 0) return std::nullopt;
    return document::ChartLayout{at->x, at->y, width, height, inner};
  }

  /// Whether a place that was chosen by a program is not the one that LibreOffice chooses today,
  /// which leaves 2 % free at the edges.
  bool is_outdated(const document::ChartLayout& outer) const {
    const auto has_title = [&](const char* dimension) {
      for (const auto& axis : area_.children("chart:axis"))
        if (attribute(axis, "chart:dimension") == dimension && axis.child("chart:title"))
          return true;
      return false;
    };
    const auto legend = [&](ChartSide side) {
      return chart_.legend.shown && chart_.legend.side == side;
    };
    const auto beside = has_title(horizontal_ ? "x" : "y"),
               below = has_title(horizontal_ ? "y" : "x");
    constexpr int margin = 2000, most = 600;
    const auto off = [&](bool taken, int edge) { return !taken && std::abs(edge - margin) > most; };
    return off(beside || legend(ChartSide::left), outer.x) ||
           off(beside || legend(ChartSide::right), 100'000 - outer.x - outer.width) ||
           off(below || legend(ChartSide::top) || !chart_.title.empty(), outer.y) ||
           off(below || legend(ChartSide::bottom), 100'000 - outer.y - outer.height);
  }

  void read_layout(const Style* style) {
    const auto outer = layout_of(area_, false);
    const bool chosen = looks_.says(style, "chart:auto-size", false);
    if (outer && chosen && is_outdated(*outer)) {
      chart_.legend.place.reset(), chart_.title_place.reset();
      return;
    }
    for (const char* name : {"chartooo:coordinate-region", "chart:coordinate-region"})
      if (const auto inner = area_.child(name)) chart_.plot_layout = layout_of(inner, true);
    if (!chart_.plot_layout) chart_.plot_layout = outer;
  }

  // Titles and legend.

  void read_titles() {
    const auto title = chart_element_.child("chart:title");
    const auto below = chart_element_.child("chart:subtitle");
    chart_.title = chart_text(title);
    if (const auto more = chart_text(below); !more.empty())
      chart_.title += (chart_.title.empty() ? "" : "\n") + more;
    const auto e = title ? title : below;
    chart_.title_format = looks_.text_format(looks_.style_of(e), points(13));
    chart_.title_place = place_of(e);
  }

  void read_legend(xml_node e) {
    chart_.legend.format = looks_.text_format(looks_.style_of(e), points(10));
    if (!e) return;
    constexpr Word<ChartSide> sides[] = {
        {"start", ChartSide::left}, {"top", ChartSide::top}, {"bottom", ChartSide::bottom}};
    chart_.legend.shown = true;
    chart_.legend.side = meaning_or(attribute(e, "chart:legend-position"), ChartSide::right, sides);
    chart_.legend.over_plot = boolean(attribute(e, "loext:overlay"), false);
    chart_.legend.place = place_of(e);
  }

  // Axes.

  void read_plot_area() {
    const auto* style = looks_.style_of(area_);
    horizontal_ = looks_.says(style, "chart:vertical", false);
    percent_ = looks_.says(style, "chart:percentage", false);
    stacked_ = percent_ || looks_.says(style, "chart:stacked", false);
    if (looks_.says(style, "chart:three-dimensional", false)) reader_.not_drawn("depth of a chart");
    read_layout(style);
    const auto* wall = looks_.style_of(area_.child("chart:wall"));
    if (wall) {
      const auto kind = looks_.graphic(wall, "draw:fill");
      if (!kind.empty() && kind != "none") chart_.plot_fill = looks_.fill(wall, std::nullopt);
      chart_.plot_stroke = looks_.stroke(wall, std::nullopt);
    }
    read_axes();
    std::size_t index = 0;
    for (const auto& e : area_.children("chart:series"))
      if (index < most_series) read_series(e, index++);
    if (percent_)
      for (const auto& plot : chart_.plots)
        if (plot.value_axis >= 0) {
          auto& code = chart_.axes[static_cast<std::size_t>(plot.value_axis)].number_format;
          if (code.find('%') == code.npos) code = "0%";
        }
  }

  void read_axes() {
    const auto kind = kind_of(attribute(chart_element_, "chart:class"));
    for (const auto& e : area_.children("chart:axis")) {
      const auto dimension = attribute(e, "chart:dimension");
      if (dimension == "z" || chart_.axes.size() >= most_axes) continue;
      const bool across = dimension == "x";
      const bool second = attribute(e, "chart:name").starts_with("secondary");
      if (second && across) continue;
      (across ? x_axis_ : second ? second_axis_ : y_axis_) = static_cast<int>(chart_.axes.size());
      chart_.axes.push_back(read_axis(e, across, second, kind.value_or(ChartKind::bar)));
      if (const auto categories = e.child("chart:categories"))
        chart_.categories =
            texts_in(table_.last_level(attribute(categories, "table:cell-range-address")));
    }
    if (kind && is_round(*kind)) return;
    if (x_axis_ < 0) x_axis_ = add_hidden_axis(true);
    if (y_axis_ < 0) y_axis_ = add_hidden_axis(false);
    cross(x_axis_, y_axis_), cross(y_axis_, x_axis_);
  }

  int add_hidden_axis(bool across) {
    auto& axis = chart_.axes.emplace_back();
    axis.hidden = true, axis.values = !across;
    axis.side = side_of(across, false);
    axis.format = axis.title_format = looks_.text_format(nullptr, points(10));
    return static_cast<int>(chart_.axes.size()) - 1;
  }

  ChartSide side_of(bool across, bool second) const {
    if (across != horizontal_) return second ? ChartSide::top : ChartSide::bottom;
    return second ? ChartSide::right : ChartSide::left;
  }

  ChartAxis read_axis(xml_node e, bool across, bool second, ChartKind kind) {
    ChartAxis axis;
    const auto* style = looks_.style_of(e);
    axis.values = !across || is_free(kind);
    axis.side = side_of(across, second);
    axis.hidden = !looks_.says(style, "chart:visible", true);
    axis.reversed = looks_.says(style, "chart:reverse-direction", false);
    axis.between = kind != ChartKind::area;
    axis.least = looks_.says(style, "chart:minimum"),
    axis.most = looks_.says(style, "chart:maximum");
    axis.major = looks_.says(style, "chart:interval-major");
    if (looks_.says(style, "chart:logarithmic", false)) axis.logarithm_base = "10";
    const bool inside = looks_.says(style, "chart:tick-marks-major-inner", false);
    const bool outside = looks_.says(style, "chart:tick-marks-major-outer", true);
    axis.ticks = inside    ? (outside ? document::TickMark::across : document::TickMark::inside)
                 : outside ? document::TickMark::outside
                           : document::TickMark::none;
    constexpr Word<document::TickLabels> places[] = {{"outside-start", document::TickLabels::low},
                                                     {"outside-end", document::TickLabels::high}};
    axis.labels = looks_.says(style, "chart:display-label", true)
                      ? meaning_or(looks_.says(style, "chart:axis-label-position"),
                                   document::TickLabels::next_to_axis, places)
                      : document::TickLabels::none;
    const auto turn = integer_or(looks_.says(style, "style:rotation-angle"), 0) % 360;
    if (turn != 0) axis.label_turn = static_cast<int>(turn > 180 ? 360 - turn : -turn);
    axis.number_format = looks_.number_format(style);
    axis.line = looks_.stroke(style, black);
    for (const auto& grid : e.children("chart:grid"))
      if (attribute(grid, "chart:class") != "minor")
        axis.grid = looks_.stroke(looks_.style_of(grid), Color{0xb3, 0xb3, 0xb3, 255});
    axis.format = looks_.text_format(style, points(10));
    const auto title = e.child("chart:title");
    axis.title = chart_text(title);
    std::replace(axis.title.begin(), axis.title.end(), '\n', ' ');
    axis.title_format = looks_.text_format(looks_.style_of(title), points(9));
    axis.title_place = place_of(title);
    crossings_.push_back(looks_.says(style, "chart:axis-position"));
    return axis;
  }

  /// Where `axis` stands on `other` (20.6 chart:axis-position).
  void cross(int axis, int other) {
    if (static_cast<std::size_t>(axis) >= crossings_.size()) return;
    const auto at = crossings_[static_cast<std::size_t>(axis)];
    auto& crossed = chart_.axes[static_cast<std::size_t>(other)];
    if (!crossed.values) {
      if (at != "end" || crossed.reversed) return;
      auto& side = chart_.axes[static_cast<std::size_t>(axis)].side;
      side = side == ChartSide::left ? ChartSide::right : ChartSide::top;
    } else if (at == "start" || at == "end") {
      crossed.crossing =
          at == "start" ? document::AxisCrossing::least : document::AxisCrossing::most;
    } else if (!at.empty() && at != "0") {
      crossed.crossing = document::AxisCrossing::at, crossed.crossing_at = at;
    }
  }

  // Series.

  ChartPlot& plot_for(ChartKind kind, bool second, const Style* area) {
    // What stands on a second axis that is not shown is measured on the first.
    const bool shown =
        second_axis_ >= 0 && !chart_.axes[static_cast<std::size_t>(second_axis_)].hidden;
    const int values = second && shown ? second_axis_ : y_axis_;
    for (auto& plot : chart_.plots)
      if (plot.kind == kind && plot.value_axis == values) return plot;
    auto& plot = chart_.plots.emplace_back();
    plot.kind = kind, plot.category_axis = x_axis_, plot.value_axis = values;
    const auto own = attribute(chart_element_, "chart:class");
    const bool main = kind_of(own) == kind;
    plot.filled = own == "chart:filled-radar";
    plot.horizontal = horizontal_ && kind == ChartKind::bar;
    if (stacked_ && main && !is_round(kind))
      plot.grouping = percent_ ? ChartGrouping::percent : ChartGrouping::stacked;
    else if (kind == ChartKind::bar)
      plot.grouping = ChartGrouping::clustered;
    if (is_round(kind)) {
      plot.vary_colors = true;
      const auto offset = integer_or(looks_.says(area, "chart:angle-offset"), 90) % 360;
      plot.first_angle = static_cast<int>((450 - offset) % 360);
      plot.counterclockwise =
          y_axis_ < 0 || !chart_.axes[static_cast<std::size_t>(y_axis_)].reversed;
    }
    if (kind != ChartKind::bar) return plot;
    const auto* axis =
        looks_.style_of(area_.find_child_by_attribute("chart:axis", "chart:dimension", "y"));
    plot.gap_percent = number_in(looks_.says(axis, "chart:gap-width"), 100, 0, 600);
    plot.overlap_percent = number_in(looks_.says(axis, "chart:overlap"), 0, -100, 100);
    return plot;
  }

  static int number_in(std::string_view text, int otherwise, int least, int most) {
    return static_cast<int>(std::clamp<std::int64_t>(integer_or(text, otherwise), least, most));
  }

  void read_series(xml_node e, std::size_t index) {
    const auto own = attribute(chart_element_, "chart:class");
    auto kind = kind_of(own).value_or(ChartKind::bar);
    if (const auto said = kind_of(attribute(e, "chart:class")); said && !is_round(kind))
      kind = *said;
    const auto* area = looks_.style_of(area_);
    const bool second = attribute(e, "chart:attached-axis") == "secondary-y";
    auto& plot = plot_for(kind, second, area);
    const auto* style = looks_.style_of(e);
    ChartSeries series;
    const auto names = texts_in(table_.range(attribute(e, "chart:label-cell-address")));
    for (const auto& name : names) series.name += (series.name.empty() ? "" : " ") + name;
    read_values(e, plot, series);
    series.number_format = looks_.number_format(style);
    const auto color = ChartLooks::standard_color(index);
    series.fill = looks_.fill(style, color);
    const bool line = is_line(plot);
    series.stroke = line ? looks_.stroke(style, color) : looks_.stroke(style, black);
    if (kind == ChartKind::scatter && !looks_.says(style, "chart:lines", true)) series.stroke = {};
    const auto bend = looks_.says(style, "chart:interpolation");
    series.smooth =
        line && (bend.empty() ? looks_.says(area, "chart:interpolation") : bend).find("spline") !=
                    std::string_view::npos;
    if (line) series.marker = looks_.marker(style, area, index, series.stroke);
    series.labels = looks_.labels(style, area, {});
    read_points(e, style, plot, series);
    plot.series.push_back(std::move(series));
    if (kind == ChartKind::doughnut)
      plot.hole_percent = 100 / static_cast<int>(plot.series.size() + 1);
  }

  /// Of bubbles, the cells of the series are the sizes, and its domains y, then x.
  void read_values(xml_node e, const ChartPlot& plot, ChartSeries& series) {
    const auto cells = [&](xml_node of, const char* name) {
      auto found = numbers_in(table_.range(attribute(of, name)));
      if (found.size() > most_points) found.resize(most_points);
      return found;
    };
    auto domain = e.child("chart:domain");
    series.values = cells(e, "chart:values-cell-range-address");
    if (plot.kind == ChartKind::bubble) {
      series.sizes = std::move(series.values);
      series.values = cells(domain, "table:cell-range-address");
      domain = domain.next_sibling("chart:domain");
    }
    if (!is_free(plot.kind)) return;
    series.x_values = cells(domain, "table:cell-range-address");
    if (!domain && !plot.series.empty()) series.x_values = plot.series.front().x_values;
  }

  static bool is_line(const ChartPlot& plot) {
    return plot.kind == ChartKind::line || plot.kind == ChartKind::scatter ||
           (plot.kind == ChartKind::radar && !plot.filled);
  }

  /// chart:data-point (11.10): looks of their own over those of the series.
  void read_points(xml_node e, const Style* series_style, const ChartPlot& plot,
                   ChartSeries& series) {
    std::int64_t at = 0;
    for (const auto& point : e.children("chart:data-point")) {
      const auto count = std::clamp<std::int64_t>(integer_or(attribute(point, "chart:repeated"), 1),
                                                  1, most_points);
      const auto* found = looks_.style_of(point);
      const auto custom = chart_text(point.child("chart:data-label"));
      for (auto i = at; (found || !custom.empty()) && i < at + count; ++i) {
        if (series.points.size() >= most_points || i >= static_cast<std::int64_t>(most_points))
          return;
        series.points.push_back(read_point(static_cast<int>(i), found, series_style, plot, series));
        if (!custom.empty()) series.points.back().labels->text = custom;
      }
      at += count;
    }
  }

  document::ChartPoint read_point(int index, const Style* style, const Style* series_style,
                                  const ChartPlot& plot, const ChartSeries& series) {
    document::ChartPoint point;
    point.index = index;
    Style own;
    if (style) own = *style;
    own.parent = series_style;
    if (series_style) own.run = series_style->run;
    if (style) overlay(own.run, style->run);
    const bool colored = style && style->element.child(of_graphic).attribute("draw:fill-color");
    point.fill = colored ? looks_.fill(&own, series.fill)
                 : plot.vary_colors
                     ? std::optional(ChartLooks::standard_color(static_cast<std::size_t>(index)))
                     : series.fill;
    point.stroke = is_line(plot) ? series.stroke : looks_.stroke(&own, black);
    point.labels = looks_.labels(&own, nullptr, series.labels);
    if (!style) point.labels->format = series.labels.format;
    return point;
  }

  Reader& reader_;
  ChartLooks looks_;
  xml_node chart_element_, area_;
  ChartTable table_;
  Size size_;
  bool horizontal_ = false, stacked_ = false, percent_ = false;
  int x_axis_ = -1, y_axis_ = -1, second_axis_ = -1;
  std::vector<std::string_view> crossings_; ///< Of each axis.
  Chart chart_;
};

ChartSource open_chart(Reader& reader, xml_node object) {
  ChartSource source;
  if (const auto inside = object.child("office:document")) {
    source.root = inside;
    return source;
  }
  auto folder = part_of(attribute(object, "xlink:href"));
  if (folder.empty()) return source;
  if (!folder.ends_with('/')) folder += '/';
  if (!reader.package.has(folder + content_part)) return source;
  try {
    source.content = open_part(reader.package, folder + content_part, reader.limits);
    source.root = source.content.root();
    if (source.root.child("office:body").child("office:chart") &&
        reader.package.has(folder + styles_part))
      source.styles = open_part(reader.package, folder + styles_part, reader.limits);
  } catch (const Failure&) {
    // An object that cannot be read is one that is not drawn; the document is none the worse.
  }
  return source;
}

} // namespace

std::optional<document::Drawing> read_chart(Reader& reader, xml_node object) {
  const auto source = open_chart(reader, object);
  if (!source.chart()) return std::nullopt;
  if (!kind_of(attribute(source.chart(), "chart:class"))) return std::nullopt;
  document::Drawing drawing;
  drawing.content = ChartReader(reader, source).read();
  return drawing;
}

} // namespace saraban::odt
