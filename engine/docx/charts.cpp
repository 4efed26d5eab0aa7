// Charts (ECMA-376 Part 1, 21.2): what is plotted, with Word's standard looks where none are said.
#include "docx/drawing_text.h"
#include "docx/drawings.h"
#include "docx/part/elements.h"

#include <algorithm>
#include <array>

namespace saraban::docx {
namespace {

/// Of the theme that Word takes where a document has none.
constexpr std::array<Color, 6> office_accents{{{0x4F, 0x81, 0xBD},
                                               {0xC0, 0x50, 0x4D},
                                               {0x9B, 0xBB, 0x59},
                                               {0x80, 0x64, 0xA2},
                                               {0x4B, 0xAC, 0xC6},
                                               {0xF7, 0x96, 0x46}}};

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

constexpr std::size_t most_points = 20'000, most_series = 500;
constexpr Color standard_line{134, 134, 134, 255}; ///< Text 1, tinted to 75 %.

struct PlotWord {
  const char* name;
  ChartKind kind;
};
constexpr PlotWord plot_words[] = {
    {"c:barChart", ChartKind::bar},           {"c:bar3DChart", ChartKind::bar},
    {"c:lineChart", ChartKind::line},         {"c:line3DChart", ChartKind::line},
    {"c:stockChart", ChartKind::line},        {"c:areaChart", ChartKind::area},
    {"c:area3DChart", ChartKind::area},       {"c:pieChart", ChartKind::pie},
    {"c:pie3DChart", ChartKind::pie},         {"c:ofPieChart", ChartKind::pie},
    {"c:doughnutChart", ChartKind::doughnut}, {"c:scatterChart", ChartKind::scatter},
    {"c:bubbleChart", ChartKind::bubble},     {"c:radarChart", ChartKind::radar},
};

std::string_view value_of(xml_node parent, const char* name) {
  return attribute(parent.child(name), "val");
}
/// CT_Boolean: an element without val is true; without the element, `absent`.
bool flag(xml_node parent, const char* name, bool absent) {
  const auto e = parent.child(name);
  return e ? on_off_text(attribute(e, "val"), true) : absent;
}
int percent(xml_node parent, const char* name, int standard, int least, int most) {
  auto text = value_of(parent, name);
  if (text.ends_with('%')) text.remove_suffix(1);
  return static_cast<int>(std::clamp<std::int64_t>(integer_or(text, standard), least, most));
}

/// The points of c:numRef, c:strRef, c:numLit …; the first level of several.
std::vector<std::string> points_of(xml_node e, std::string* code = nullptr) {
  std::vector<std::string> points;
  for (const char* name : {"c:numRef", "c:strRef", "c:multiLvlStrRef"})
    if (const auto reference = e.child(name)) e = reference;
  for (const char* name :
       {"c:numCache", "c:strCache", "c:multiLvlStrCache", "c:numLit", "c:strLit"})
    if (const auto cache = e.child(name)) e = cache;
  if (code) *code = e.child("c:formatCode").text().get();
  if (const auto level = e.child("c:lvl")) e = level;
  const auto count = std::clamp<std::int64_t>(integer_or(value_of(e, "c:ptCount"), 0), 0,
                                              static_cast<std::int64_t>(most_points));
  points.resize(static_cast<std::size_t>(count));
  for (const auto& point : e.children("c:pt")) {
    const auto index =
        static_cast<std::size_t>(std::max<std::int64_t>(integer_or(attribute(point, "idx"), 0), 0));
    if (index >= most_points) continue;
    if (index >= points.size()) points.resize(index + 1);
    points[index] = point.child("c:v").text().get();
  }
  return points;
}

std::string rich_text(xml_node rich) {
  std::string out;
  bool first = true;
  for (const auto& paragraph : rich.children("a:p")) {
    if (!first) out += '\n';
    first = false;
    for (const auto& child : paragraph.children()) {
      if (is(child, "a:br")) out += '\n';
      out += child.child("a:t").text().get();
    }
  }
  return out;
}

class ChartReader {
public:
  ChartReader(Reader& reader, xml_node space) : reader_(reader), space_(space) {
    base_.size = points(10);
    base_.color = reader.shared.theme.colors.find("tx1").value_or(black);
    overlay_text_look(reader, first_properties(space.child("c:txPr")), base_);
    for (int i = 1; i <= 6; ++i)
      accents_[static_cast<std::size_t>(i - 1)] =
          reader.shared.theme.colors.find("accent" + std::to_string(i))
              .value_or(office_accents[static_cast<std::size_t>(i - 1)]);
  }

  Chart read() {
    const auto e = space_.child("c:chart"), area = e.child("c:plotArea");
    chart_.paragraph_format = plain_paragraph_format(reader_, "left");
    chart_.fill = fill(space_.child("c:spPr"), std::nullopt);
    chart_.stroke = stroke(space_.child("c:spPr"), {});
    chart_.plot_fill = fill(area.child("c:spPr"), std::nullopt);
    chart_.plot_stroke = stroke(area.child("c:spPr"), {});
    for (int i = 0; i < 18; ++i) chart_.palette.push_back(automatic(i));
    read_layout(area.child("c:layout").child("c:manualLayout"));
    read_axes(area);
    for (const auto& child : area.children()) read_plot(child);
    read_title(e);
    read_legend(e.child("c:legend"));
    return std::move(chart_);
  }

private:
  const ThemeColors& colors() const { return reader_.shared.theme.colors; }

  static xml_node first_properties(xml_node body) {
    return body.child("a:p").child("a:pPr").child("a:defRPr");
  }

  DrawingTextLook look(xml_node text_properties, DrawingTextLook standard) {
    overlay_text_look(reader_, first_properties(text_properties), standard);
    return standard;
  }

  /// The colour of series `index` where the file says none: the accents, then darker and lighter.
  Color automatic(int index) const {
    const Color accent = accents_[static_cast<std::size_t>(index % 6)];
    const int round = index / 6 % 3;
    return round == 0 ? accent : mixed(accent, round == 1 ? black : white, 40);
  }

  std::optional<Color> fill(xml_node properties, std::optional<Color> standard) const {
    for (const char* said : {"a:noFill", "a:solidFill", "a:gradFill", "a:pattFill", "a:blipFill"})
      if (properties.child(said)) return read_fill(properties, {}, reader_.shared.theme, standard);
    return standard;
  }

  Stroke stroke(xml_node properties, Stroke standard) const {
    const auto line = properties.child("a:ln");
    if (line.child("a:noFill")) return {};
    if (!line) return standard;
    const auto said = read_stroke(line, {}, reader_.shared.theme);
    const bool width = line.attribute("w") != nullptr;
    if (said.style == LineStyle::none) {
      if (width) standard.width = length_or(attribute(line, "w"), standard.width, Unit::emu);
      return standard;
    }
    Stroke out = said;
    if (!width && standard.width > Length{}) out.width = standard.width;
    return out;
  }

  static Stroke solid(Color color, Length width) {
    Stroke out;
    out.style = LineStyle::single, out.color = color, out.width = width;
    return out;
  }

  void read_layout(xml_node e) {
    if (!e || !e.child("c:w") || !e.child("c:h")) return;
    const auto share = [&](const char* name) {
      const double x = e.child(name).attribute("val").as_double(0);
      return static_cast<int>(std::clamp(x, 0.0, 1.0) * 100'000);
    };
    chart_.plot_layout = {share("c:x"), share("c:y"), share("c:w"), share("c:h"),
                          value_of(e, "c:layoutTarget") == "inner"};
  }

  void read_title(xml_node e) {
    const auto title = e.child("c:title");
    if (!title || flag(e, "c:autoTitleDeleted", false)) return;
    chart_.title = title_text(title);
    if (chart_.title.empty()) {
      const bool one = chart_.plots.size() == 1 && chart_.plots.front().series.size() == 1;
      chart_.title = one ? chart_.plots.front().series.front().name : "Chart Title";
    }
    auto standard = base_;
    standard.size = base_.size * 9 / 5, standard.bold = true;
    chart_.title_format = text_format(reader_, title_look(title, standard));
    chart_.title_over_plot = flag(title, "c:overlay", false);
  }

  static std::string title_text(xml_node title) {
    const auto text = title.child("c:tx");
    if (const auto rich = text.child("c:rich")) return rich_text(rich);
    const auto points = points_of(text);
    return points.empty() ? std::string() : points.front();
  }

  DrawingTextLook title_look(xml_node title, DrawingTextLook standard) {
    auto out = look(title.child("c:txPr"), standard);
    const auto rich = title.child("c:tx").child("c:rich");
    overlay_text_look(reader_, first_properties(rich), out);
    overlay_text_look(reader_, rich.child("a:p").child("a:r").child("a:rPr"), out);
    return out;
  }

  void read_legend(xml_node e) {
    if (!e) return;
    constexpr Word<ChartSide> sides[] = {
        {"b", ChartSide::bottom}, {"t", ChartSide::top}, {"l", ChartSide::left}};
    chart_.legend.shown = true;
    chart_.legend.side = meaning_or(value_of(e, "c:legendPos"), ChartSide::right, sides);
    chart_.legend.over_plot = flag(e, "c:overlay", false);
    chart_.legend.format = text_format(reader_, look(e.child("c:txPr"), base_));
  }

  void read_axes(xml_node area) {
    for (const auto& e : area.children()) {
      const std::string_view name = e.name();
      if (!name.ends_with("Ax") || axis_ids_.size() >= 8) continue;
      axis_ids_.emplace_back(value_of(e, "c:axId"));
      chart_.axes.push_back(read_axis(e, name));
    }
    // c:crosses of an axis says where on the other it stands.
    std::size_t index = 0;
    for (const auto& e : area.children()) {
      if (!std::string_view(e.name()).ends_with("Ax") || index >= chart_.axes.size()) continue;
      ++index;
      const int other = axis_of(value_of(e, "c:crossAx"));
      if (other < 0) continue;
      auto& crossed = chart_.axes[static_cast<std::size_t>(other)];
      constexpr Word<document::AxisCrossing> words[] = {{"min", document::AxisCrossing::least},
                                                        {"max", document::AxisCrossing::most}};
      crossed.crossing =
          meaning_or(value_of(e, "c:crosses"), document::AxisCrossing::automatic, words);
      if (const auto at = value_of(e, "c:crossesAt"); !at.empty() && at != "0") {
        crossed.crossing = document::AxisCrossing::at;
        crossed.crossing_at = at;
      }
    }
  }

  ChartAxis read_axis(xml_node e, std::string_view name) {
    ChartAxis axis;
    constexpr Word<ChartSide> sides[] = {
        {"l", ChartSide::left}, {"r", ChartSide::right}, {"t", ChartSide::top}};
    constexpr Word<document::TickMark> ticks[] = {{"none", document::TickMark::none},
                                                  {"in", document::TickMark::inside},
                                                  {"cross", document::TickMark::across}};
    constexpr Word<document::TickLabels> labels[] = {{"none", document::TickLabels::none},
                                                     {"low", document::TickLabels::low},
                                                     {"high", document::TickLabels::high}};
    axis.values = name == "c:valAx", axis.dates = name == "c:dateAx";
    axis.side = meaning_or(value_of(e, "c:axPos"), ChartSide::bottom, sides);
    axis.hidden = flag(e, "c:delete", false);
    const auto scaling = e.child("c:scaling");
    axis.reversed = value_of(scaling, "c:orientation") == "maxMin";
    axis.least = value_of(scaling, "c:min"), axis.most = value_of(scaling, "c:max");
    axis.logarithm_base = value_of(scaling, "c:logBase");
    axis.major = value_of(e, "c:majorUnit");
    axis.ticks = meaning_or(value_of(e, "c:majorTickMark"), document::TickMark::outside, ticks);
    axis.labels =
        meaning_or(value_of(e, "c:tickLblPos"), document::TickLabels::next_to_axis, labels);
    axis.label_every = static_cast<int>(
        std::clamp<std::int64_t>(integer_or(value_of(e, "c:tickLblSkip"), 0), 0, 10'000));
    axis.number_format = attribute(e.child("c:numFmt"), "formatCode");
    axis.line = stroke(e.child("c:spPr"), solid(standard_line, emu(9525)));
    if (const auto grid = e.child("c:majorGridlines"))
      axis.grid = stroke(grid.child("c:spPr"), solid(standard_line, emu(9525)));
    const auto turn = integer_or(attribute(e.child("c:txPr").child("a:bodyPr"), "rot"), 0);
    if (turn != 0 && turn >= -5'400'000 && turn <= 5'400'000)
      axis.label_turn = static_cast<int>(turn / 60'000);
    axis.format = text_format(reader_, look(e.child("c:txPr"), base_));
    axis.title_format = axis.format;
    if (const auto title = e.child("c:title")) {
      axis.title = title_text(title);
      if (axis.title.empty()) axis.title = "Axis Title";
      auto standard = base_;
      standard.bold = true;
      axis.title_format = text_format(reader_, title_look(title, standard));
    }
    return axis;
  }

  int axis_of(std::string_view id) const {
    const auto found = std::find(axis_ids_.begin(), axis_ids_.end(), id);
    return found == axis_ids_.end() ? -1 : static_cast<int>(found - axis_ids_.begin());
  }

  void read_plot(xml_node e) {
    const auto word = std::find_if(std::begin(plot_words), std::end(plot_words),
                                   [&](const PlotWord& w) { return is(e, w.name); });
    if (word == std::end(plot_words)) {
      if (std::string_view(e.name()).ends_with("Chart"))
        reader_.not_drawn("chart of kind " + std::string(e.name()));
      return;
    }
    if (std::string_view(e.name()).ends_with("3DChart")) reader_.not_drawn("depth of a chart");
    auto& plot = chart_.plots.emplace_back();
    plot.kind = word->kind;
    constexpr Word<ChartGrouping> groupings[] = {{"clustered", ChartGrouping::clustered},
                                                 {"stacked", ChartGrouping::stacked},
                                                 {"percentStacked", ChartGrouping::percent}};
    plot.grouping = meaning_or(value_of(e, "c:grouping"), ChartGrouping::standard, groupings);
    plot.horizontal = value_of(e, "c:barDir") == "bar";
    plot.filled = value_of(e, "c:radarStyle") == "filled";
    plot.vary_colors =
        flag(e, "c:varyColors", plot.kind == ChartKind::pie || plot.kind == ChartKind::doughnut);
    plot.gap_percent = percent(e, "c:gapWidth", 150, 0, 500);
    plot.overlap_percent = percent(e, "c:overlap", 0, -100, 100);
    plot.hole_percent = percent(e, "c:holeSize", 50, 1, 90);
    plot.first_angle = percent(e, "c:firstSliceAng", 0, 0, 360);
    plot.bubble_percent = percent(e, "c:bubbleScale", 100, 0, 300);
    read_axes_of(e, plot);
    for (const auto& child : e.children("c:ser"))
      if (plot.series.size() < most_series) read_series(child, e, plot);
  }

  void read_axes_of(xml_node e, ChartPlot& plot) {
    const bool free = plot.kind == ChartKind::scatter || plot.kind == ChartKind::bubble;
    for (const auto& id : e.children("c:axId")) {
      const int index = axis_of(attribute(id, "val"));
      if (index < 0) continue;
      auto& axis = chart_.axes[static_cast<std::size_t>(index)];
      const bool level = axis.side == ChartSide::bottom || axis.side == ChartSide::top;
      (free ? (level ? plot.category_axis : plot.value_axis)
            : (axis.values ? plot.value_axis : plot.category_axis)) = index;
    }
    if (plot.category_axis < 0 || plot.value_axis < 0) return;
    if (plot.kind != ChartKind::area) return;
    // Areas reach from the first tick mark to the last.
    chart_.axes[static_cast<std::size_t>(plot.category_axis)].between = false;
  }

  void read_series(xml_node e, xml_node plot_element, ChartPlot& plot) {
    ChartSeries series;
    const auto index =
        static_cast<int>(std::clamp<std::int64_t>(integer_or(value_of(e, "c:idx"), 0), 0, 10'000));
    const Color color = automatic(index);
    const auto name = points_of(e.child("c:tx"));
    series.name =
        name.empty() ? std::string(e.child("c:tx").child("c:v").text().get()) : name.front();
    const bool free = plot.kind == ChartKind::scatter || plot.kind == ChartKind::bubble;
    series.values = points_of(e.child(free ? "c:yVal" : "c:val"), &series.number_format);
    if (free) series.x_values = points_of(e.child("c:xVal"));
    if (plot.kind == ChartKind::bubble) series.sizes = points_of(e.child("c:bubbleSize"));
    if (!free && chart_.categories.empty())
      chart_.categories = points_of(e.child("c:cat"), &chart_.category_format);
    const auto looks = e.child("c:spPr");
    series.fill = fill(looks, color);
    series.stroke = stroke(looks, is_line(plot) ? solid(color, emu(28575)) : Stroke{});
    if (plot.kind == ChartKind::line) series.smooth = flag(e, "c:smooth", true);
    if (plot.kind == ChartKind::scatter) series.smooth = flag(e, "c:smooth", false);
    if (is_line(plot)) read_marker(e.child("c:marker"), index, plot_element, series);
    if (is(plot_element, "c:stockChart")) series.marker.kind = MarkerKind::none;
    for (const auto& point : e.children("c:dPt")) read_point(point, plot, series);
    read_labels(e.child("c:dLbls") ? e.child("c:dLbls") : plot_element.child("c:dLbls"), series);
    plot.series.push_back(std::move(series));
  }

  static bool is_line(const ChartPlot& plot) {
    return plot.kind == ChartKind::line || plot.kind == ChartKind::scatter ||
           (plot.kind == ChartKind::radar && !plot.filled);
  }

  void read_marker(xml_node e, int index, xml_node plot_element, ChartSeries& series) {
    constexpr Word<MarkerKind> kinds[] = {
        {"none", MarkerKind::none},     {"diamond", MarkerKind::diamond},
        {"square", MarkerKind::square}, {"triangle", MarkerKind::triangle},
        {"x", MarkerKind::cross},       {"star", MarkerKind::star},
        {"circle", MarkerKind::circle}, {"plus", MarkerKind::plus},
        {"dash", MarkerKind::dash},     {"dot", MarkerKind::dot}};
    constexpr std::array<MarkerKind, 9> automatic_kinds = {
        MarkerKind::diamond, MarkerKind::square, MarkerKind::triangle,
        MarkerKind::cross,   MarkerKind::star,   MarkerKind::circle,
        MarkerKind::plus,    MarkerKind::dash,   MarkerKind::dot};
    const bool without = value_of(plot_element, "c:radarStyle") == "standard";
    auto& marker = series.marker;
    marker.kind = without
                      ? MarkerKind::none
                      : automatic_kinds[static_cast<std::size_t>(index) % automatic_kinds.size()];
    marker.kind = meaning_or(value_of(e, "c:symbol"), marker.kind, kinds);
    marker.size = points(1) * std::clamp<std::int64_t>(integer_or(value_of(e, "c:size"), 7), 2, 72);
    marker.fill = fill(e.child("c:spPr"), automatic(index));
    marker.stroke = stroke(e.child("c:spPr"), solid(automatic(index), emu(9525)));
  }

  void read_point(xml_node e, const ChartPlot& plot, ChartSeries& series) {
    if (!e.child("c:spPr") || series.points.size() >= most_points) return;
    const auto index =
        static_cast<int>(std::clamp<std::int64_t>(integer_or(value_of(e, "c:idx"), 0), 0, 100'000));
    const auto standard = plot.vary_colors ? automatic(index) : series.fill;
    auto& point = series.points.emplace_back();
    point.index = index;
    point.fill = fill(e.child("c:spPr"), standard);
    point.stroke = stroke(e.child("c:spPr"), series.stroke);
  }

  void read_labels(xml_node e, ChartSeries& series) {
    auto& labels = series.labels;
    if (!e || flag(e, "c:delete", false)) return;
    labels.value = flag(e, "c:showVal", false), labels.percent = flag(e, "c:showPercent", false);
    labels.category = flag(e, "c:showCatName", false),
    labels.series = flag(e, "c:showSerName", false);
    constexpr Word<document::LabelPlace> places[] = {{"ctr", document::LabelPlace::center},
                                                     {"inEnd", document::LabelPlace::inside_end},
                                                     {"inBase", document::LabelPlace::inside_base},
                                                     {"outEnd", document::LabelPlace::outside_end},
                                                     {"t", document::LabelPlace::above},
                                                     {"b", document::LabelPlace::below}};
    labels.place = meaning_or(value_of(e, "c:dLblPos"), document::LabelPlace::automatic, places);
    labels.number_format = attribute(e.child("c:numFmt"), "formatCode");
    labels.separator = e.child("c:separator").text().get();
    std::replace(labels.separator.begin(), labels.separator.end(), '\n', ' ');
    labels.format = text_format(reader_, look(e.child("c:txPr"), base_));
  }

  Reader& reader_;
  xml_node space_;
  DrawingTextLook base_;
  std::array<Color, 6> accents_;
  std::vector<std::string> axis_ids_;
  Chart chart_;
};

} // namespace

std::optional<document::Drawing> read_chart(Reader& reader, xml_node e) {
  const auto* target = reader.part->part.find(attribute(e, "r:id"));
  if (!target || target->external || !reader.package.has(target->target)) {
    reader.not_drawn("chart");
    return std::nullopt;
  }
  const auto part = open_part(reader.package, target->target, reader.limits);
  if (!part.xml) return std::nullopt;
  document::Drawing drawing;
  drawing.content = ChartReader(reader, part.xml->document_element()).read();
  return drawing;
}

} // namespace saraban::docx
