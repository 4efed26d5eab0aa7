// The preset shapes of DrawingML, drawn by the formulas of presetShapeDefinitions.xml.
#include "docx/presets.h"

#include "docx/part/elements.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace saraban::docx {
namespace {

/// One preset being drawn: the box, its shorter side, its adjust values.
struct Preset {
  document::Outline& out;
  const Adjustments& adjustments;
  double w, h, s; ///< s: the shorter side.

  /// An adjust value in shares of 1, within [0, most].
  double adjust(std::string_view name, double standard, double most = 1) const {
    const auto found = adjustments.find(name);
    return std::clamp((found == adjustments.end() ? standard : found->second) / 100'000, 0.0, most);
  }
};

using Draw = void (*)(Preset&);

void rectangle(Preset& p) {
  p.out.rectangle(0, 0, p.w, p.h);
}
void ellipse(Preset& p) {
  p.out.ellipse(0, 0, p.w, p.h);
}
void line(Preset& p) {
  p.out.move(0, 0), p.out.line(p.w, p.h);
}

/// A rectangle whose four corners, from the top left on clockwise, have these radii.
void rounded(Preset& p, double tl, double tr, double br, double bl) {
  auto& o = p.out;
  o.move(0, tl), o.arc(tl, tl, 180, 90);
  o.line(p.w - tr, 0), o.arc(tr, tr, 270, 90);
  o.line(p.w, p.h - br), o.arc(br, br, 0, 90);
  o.line(bl, p.h), o.arc(bl, bl, 90, 90);
  o.close();
}
void round_rectangle(Preset& p) {
  const double r = p.s * p.adjust("adj", 16667, 0.5);
  rounded(p, r, r, r, r);
}
void round_one(Preset& p) {
  rounded(p, 0, p.s * p.adjust("adj", 16667, 0.5), 0, 0);
}
void round_two_same(Preset& p) {
  const double a = p.s * p.adjust("adj1", 16667, 0.5), b = p.s * p.adjust("adj2", 0, 0.5);
  rounded(p, a, a, b, b);
}
void round_two_diagonal(Preset& p) {
  const double a = p.s * p.adjust("adj1", 16667, 0.5), b = p.s * p.adjust("adj2", 0, 0.5);
  rounded(p, a, b, a, b);
}
void terminator(Preset& p) {
  const double r = p.s / 2;
  rounded(p, r, r, r, r);
}

/// As `rounded`, with the corners cut off straight.
void snipped(Preset& p, double tl, double tr, double br, double bl) {
  auto& o = p.out;
  o.move(tl, 0), o.line(p.w - tr, 0), o.line(p.w, tr), o.line(p.w, p.h - br);
  o.line(p.w - br, p.h), o.line(bl, p.h), o.line(0, p.h - bl), o.line(0, tl), o.close();
}
void snip_one(Preset& p) {
  snipped(p, 0, p.s * p.adjust("adj", 16667, 0.5), 0, 0);
}
void snip_two_same(Preset& p) {
  const double a = p.s * p.adjust("adj1", 16667, 0.5), b = p.s * p.adjust("adj2", 0, 0.5);
  snipped(p, a, a, b, b);
}
void octagon(Preset& p) {
  const double a = p.s * p.adjust("adj", 29289, 0.5);
  snipped(p, a, a, a, a);
}

void triangle(Preset& p) {
  p.out.polygon({{0, 1}, {p.adjust("adj", 50000), 0}, {1, 1}});
}
void parallelogram(Preset& p) {
  const double a = p.s * p.adjust("adj", 25000, 10) / std::max(p.w, 1.0);
  p.out.polygon({{0, 1}, {std::min(a, 1.0), 0}, {1, 0}, {1 - std::min(a, 1.0), 1}});
}
void trapezoid(Preset& p) {
  const double a = std::min(p.s * p.adjust("adj", 25000, 10) / std::max(p.w, 1.0), 0.5);
  p.out.polygon({{0, 1}, {a, 0}, {1 - a, 0}, {1, 1}});
}
void hexagon(Preset& p) {
  const double a = std::min(p.s * p.adjust("adj", 25000, 10) / std::max(p.w, 1.0), 0.5);
  p.out.polygon({{0, 0.5}, {a, 0}, {1 - a, 0}, {1, 0.5}, {1 - a, 1}, {a, 1}});
}
void plus(Preset& p) {
  const double x = p.s * p.adjust("adj", 25000, 0.5) / std::max(p.w, 1.0);
  const double y = p.s * p.adjust("adj", 25000, 0.5) / std::max(p.h, 1.0);
  p.out.polygon({{0, y},
                 {x, y},
                 {x, 0},
                 {1 - x, 0},
                 {1 - x, y},
                 {1, y},
                 {1, 1 - y},
                 {1 - x, 1 - y},
                 {1 - x, 1},
                 {x, 1},
                 {x, 1 - y},
                 {0, 1 - y}});
}

/// A star of that many points; the inner radius is a share of the outer one.
void star(Preset& p, int points, double inner) {
  std::vector<std::pair<double, double>> corners;
  for (int i = 0; i < points * 2; ++i) {
    const double angle = std::numbers::pi * (i - points / 2.0) / points;
    const double radius = 0.5 * (i % 2 == 0 ? 1 : inner);
    corners.emplace_back(0.5 + radius * std::cos(angle), 0.5 + radius * std::sin(angle));
  }
  p.out.polygon(corners);
}
void star4(Preset& p) {
  star(p, 4, p.adjust("adj", 12500, 0.5) * 2);
}
/// The five points touch the box (19098 · 105146 · 110557 of the definition).
void star5(Preset& p) {
  p.out.polygon({{0.5, 0},
                 {0.618, 0.382},
                 {1, 0.382},
                 {0.691, 0.618},
                 {0.809, 1},
                 {0.5, 0.764},
                 {0.191, 1},
                 {0.309, 0.618},
                 {0, 0.382},
                 {0.382, 0.382}});
}
void star6(Preset& p) {
  p.out.polygon({{0.5, 0},
                 {0.667, 0.25},
                 {1, 0.25},
                 {0.833, 0.5},
                 {1, 0.75},
                 {0.667, 0.75},
                 {0.5, 1},
                 {0.333, 0.75},
                 {0, 0.75},
                 {0.167, 0.5},
                 {0, 0.25},
                 {0.333, 0.25}});
}
void star8(Preset& p) {
  star(p, 8, p.adjust("adj", 37500, 0.5) * 2);
}
void pentagon(Preset& p) {
  p.out.polygon({{0, 0.382}, {0.5, 0}, {1, 0.382}, {0.809, 1}, {0.191, 1}});
}

/// Arrow to the right in shares of a box: shaft thickness and head length; then turned.
void arrow(Preset& p, int quarter_turns, bool both) {
  const bool upright = quarter_turns % 2 != 0;
  const double along = upright ? p.h : p.w;
  const double thick = p.adjust("adj1", 50000);
  const double head =
      std::min(p.s * p.adjust("adj2", 50000, 100) / std::max(along, 1.0), both ? 0.5 : 1.0);
  const double a = (1 - thick) / 2, b = 1 - a;
  std::vector<std::pair<double, double>> corners;
  if (both)
    corners = {{head, 0},     {head, a},     {1 - head, a}, {1 - head, 0}, {1, 0.5},
               {1 - head, 1}, {1 - head, b}, {head, b},     {head, 1},     {0, 0.5}};
  else
    corners = {{0, a},        {1 - head, a}, {1 - head, 0}, {1, 0.5},
               {1 - head, 1}, {1 - head, b}, {0, b}};
  for (auto& [x, y] : corners)
    for (int i = 0; i < quarter_turns; ++i) {
      const double turned = 1 - y;
      y = x, x = turned;
    }
  p.out.polygon(corners);
}
void home_plate(Preset& p) {
  const double a = std::min(p.s * p.adjust("adj", 50000, 100) / std::max(p.w, 1.0), 1.0);
  p.out.polygon({{0, 0}, {1 - a, 0}, {1, 0.5}, {1 - a, 1}, {0, 1}});
}
void chevron(Preset& p) {
  const double a = std::min(p.s * p.adjust("adj", 50000, 100) / std::max(p.w, 1.0), 1.0);
  p.out.polygon({{0, 0}, {1 - a, 0}, {1, 0.5}, {1 - a, 1}, {0, 1}, {a, 0.5}});
}

void left_bracket(Preset& p) {
  const double r = p.s * p.adjust("adj", 8333, 50), ry = std::min(r, p.h / 2);
  p.out.move(p.w, p.h), p.out.arc(p.w, ry, 90, 90);
  p.out.line(0, ry), p.out.arc(p.w, ry, 180, 90);
}
void right_bracket(Preset& p) {
  const double r = p.s * p.adjust("adj", 8333, 50), ry = std::min(r, p.h / 2);
  p.out.move(0, 0), p.out.arc(p.w, ry, 270, 90);
  p.out.line(p.w, p.h - ry), p.out.arc(p.w, ry, 0, 90);
}
void left_brace(Preset& p) {
  const double middle = p.h * p.adjust("adj2", 50000);
  const double r = std::min(p.s * p.adjust("adj1", 8333, 50), std::min(middle, p.h - middle) / 2);
  const double x = p.w / 2;
  p.out.move(p.w, p.h), p.out.arc(x, r, 90, 90), p.out.line(x, middle + r);
  p.out.arc(x, r, 0, -90), p.out.arc(x, r, 90, -90);
  p.out.line(x, r), p.out.arc(x, r, 180, 90);
}
void right_brace(Preset& p) {
  const double middle = p.h * p.adjust("adj2", 50000);
  const double r = std::min(p.s * p.adjust("adj1", 8333, 50), std::min(middle, p.h - middle) / 2);
  const double x = p.w / 2;
  p.out.move(0, 0), p.out.arc(x, r, 270, 90), p.out.line(x, middle - r);
  p.out.arc(x, r, 180, -90), p.out.arc(x, r, 270, -90);
  p.out.line(x, p.h - r), p.out.arc(x, r, 0, 90);
}
void bracket_pair(Preset& p) {
  const double r = p.s * p.adjust("adj", 16667, 0.5);
  p.out.move(r, p.h), p.out.arc(r, r, 90, 90), p.out.line(0, r), p.out.arc(r, r, 180, 90);
  p.out.move(p.w - r, 0), p.out.arc(r, r, 270, 90), p.out.line(p.w, p.h - r);
  p.out.arc(r, r, 0, 90);
}
void brace_pair(Preset& p) {
  const double r = p.s * p.adjust("adj", 8333, 0.25), m = p.h / 2;
  p.out.move(2 * r, p.h), p.out.arc(r, r, 90, 90), p.out.line(r, m + r);
  p.out.arc(r, r, 0, -90), p.out.arc(r, r, 90, -90), p.out.line(r, r), p.out.arc(r, r, 180, 90);
  p.out.move(p.w - 2 * r, 0), p.out.arc(r, r, 270, 90), p.out.line(p.w - r, m - r);
  p.out.arc(r, r, 180, -90), p.out.arc(r, r, 270, -90), p.out.line(p.w - r, p.h - r);
  p.out.arc(r, r, 0, 90);
}

void bent_connector2(Preset& p) {
  p.out.move(0, 0), p.out.line(p.w, 0), p.out.line(p.w, p.h);
}
void bent_connector3(Preset& p) {
  const auto found = p.adjustments.find("adj1");
  const double x = p.w * (found == p.adjustments.end() ? 0.5 : found->second / 100'000);
  p.out.move(0, 0), p.out.line(x, 0), p.out.line(x, p.h), p.out.line(p.w, p.h);
}
void curved_connector3(Preset& p) {
  p.out.move(0, 0);
  p.out.curve(p.w / 4, 0, p.w / 2, p.h / 4, p.w / 2, p.h / 2);
  p.out.curve(p.w / 2, p.h * 3 / 4, p.w * 3 / 4, p.h, p.w, p.h);
}

void can(Preset& p) {
  const double r = p.s * p.adjust("adj", 25000, 0.5) / 2;
  p.out.move(0, r), p.out.arc(p.w / 2, r, 180, 360);
  p.out.line(0, p.h - r), p.out.arc(p.w / 2, r, 180, -180), p.out.line(p.w, r);
}
void frame(Preset& p) {
  const double a = p.s * p.adjust("adj1", 12500, 0.5);
  p.out.rectangle(0, 0, p.w, p.h);
  p.out.move(a, a), p.out.line(a, p.h - a), p.out.line(p.w - a, p.h - a), p.out.line(p.w - a, a);
  p.out.close();
}
void donut(Preset& p) {
  const double a = p.s * p.adjust("adj", 25000, 0.5);
  p.out.ellipse(0, 0, p.w, p.h);
  p.out.move(a, p.h / 2), p.out.arc(p.w / 2 - a, p.h / 2 - a, 180, -360), p.out.close();
}
void folded_corner(Preset& p) {
  const double a = p.s * p.adjust("adj", 16667, 0.5);
  p.out.move(0, 0), p.out.line(p.w, 0), p.out.line(p.w, p.h - a), p.out.line(p.w - a, p.h);
  p.out.line(0, p.h), p.out.close();
  p.out.move(p.w - a, p.h), p.out.line(p.w - a * 0.8, p.h - a * 0.8), p.out.line(p.w, p.h - a);
}
void heart(Preset& p) {
  const double w = p.w, h = p.h;
  p.out.move(w / 2, h / 4), p.out.curve(w * 0.708, -h / 3, w * 1.51, h / 4, w / 2, h);
  p.out.curve(-w * 0.51, h / 4, w * 0.292, -h / 3, w / 2, h / 4), p.out.close();
}
void arc(Preset& p) {
  const auto degrees = [&](const char* name, double standard) {
    const auto found = p.adjustments.find(name);
    return (found == p.adjustments.end() ? standard : found->second) / 60'000;
  };
  const double from = degrees("adj1", 16'200'000), to = degrees("adj2", 0);
  const double radian = std::numbers::pi / 180;
  p.out.move(p.w / 2 * (1 + std::cos(from * radian)), p.h / 2 * (1 + std::sin(from * radian)));
  p.out.arc(p.w / 2, p.h / 2, from, to - from + (to < from ? 360 : 0));
}

/// Where a callout's tip is, in shares of the box.
std::pair<double, double> tip(const Preset& p) {
  const auto get = [&](const char* name, double standard) {
    const auto found = p.adjustments.find(name);
    return (found == p.adjustments.end() ? standard : found->second) / 100'000 + 0.5;
  };
  return {get("adj1", -20833), get("adj2", 62500)};
}
void callout(Preset& p) {
  const auto at = tip(p);
  const double x = at.first, y = at.second;
  const bool left = x < 0.5, top = y < 0.5;
  const double a = left ? 1.0 / 6 : 7.0 / 12, b = left ? 5.0 / 12 : 5.0 / 6;
  const double c = top ? 1.0 / 6 : 7.0 / 12, d = top ? 5.0 / 12 : 5.0 / 6;
  const bool sideways = std::abs(x - 0.5) * p.w > std::abs(y - 0.5) * p.h;
  std::vector<std::pair<double, double>> corners{{0, 0}};
  const auto edge = [&](bool here, std::pair<double, double> from, std::pair<double, double> to,
                        std::pair<double, double> corner) {
    if (here) corners.insert(corners.end(), {from, {x, y}, to});
    corners.push_back(corner);
  };
  edge(!sideways && top, {a, 0}, {b, 0}, {1, 0});
  edge(sideways && !left, {1, c}, {1, d}, {1, 1});
  edge(!sideways && !top, {b, 1}, {a, 1}, {0, 1});
  edge(sideways && left, {0, d}, {0, c}, {0, 0});
  p.out.polygon(corners);
}
void ellipse_callout(Preset& p) {
  const auto at = tip(p);
  const double x = at.first, y = at.second;
  const double angle = std::atan2((y - 0.5) * p.h, (x - 0.5) * p.w) * 180 / std::numbers::pi;
  const double radian = std::numbers::pi / 180, from = angle + 11;
  p.out.move(p.w / 2 * (1 + std::cos(from * radian)), p.h / 2 * (1 + std::sin(from * radian)));
  p.out.arc(p.w / 2, p.h / 2, from, 338), p.out.line(x * p.w, y * p.h), p.out.close();
}

void document_shape(Preset& p) {
  const double w = p.w, h = p.h;
  p.out.move(0, 0), p.out.line(w, 0), p.out.line(w, h * 0.801);
  p.out.curve(w / 2, h * 0.801, w / 2, h * 1.09, 0, h * 0.934), p.out.close();
}
void predefined_process(Preset& p) {
  rectangle(p);
  p.out.move(p.w / 8, 0), p.out.line(p.w / 8, p.h);
  p.out.move(p.w * 7 / 8, 0), p.out.line(p.w * 7 / 8, p.h);
}
void delay(Preset& p) {
  p.out.move(0, 0), p.out.line(p.w / 2, 0), p.out.arc(p.w / 2, p.h / 2, 270, 180);
  p.out.line(0, p.h), p.out.close();
}

constexpr Word<Draw> presets[] = {
    {"rect", rectangle},
    {"flowChartProcess", rectangle},
    {"ellipse", ellipse},
    {"flowChartConnector", ellipse},
    {"line", line},
    {"straightConnector1", line},
    {"lineInv", [](Preset& p) { p.out.move(0, p.h), p.out.line(p.w, 0); }},
    {"roundRect", round_rectangle},
    {"flowChartAlternateProcess", round_rectangle},
    {"round1Rect", round_one},
    {"round2SameRect", round_two_same},
    {"round2DiagRect", round_two_diagonal},
    {"flowChartTerminator", terminator},
    {"snip1Rect", snip_one},
    {"snip2SameRect", snip_two_same},
    {"octagon", octagon},
    {"triangle", triangle},
    {"flowChartExtract", triangle},
    {"flowChartMerge",
     [](Preset& p) {
       p.out.polygon({{0, 0}, {1, 0}, {0.5, 1}});
     }},
    {"rtTriangle",
     [](Preset& p) {
       p.out.polygon({{0, 1}, {0, 0}, {1, 1}});
     }},
    {"diamond",
     [](Preset& p) {
       p.out.polygon({{0, 0.5}, {0.5, 0}, {1, 0.5}, {0.5, 1}});
     }},
    {"flowChartDecision",
     [](Preset& p) {
       p.out.polygon({{0, 0.5}, {0.5, 0}, {1, 0.5}, {0.5, 1}});
     }},
    {"flowChartInputOutput",
     [](Preset& p) {
       p.out.polygon({{0, 1}, {0.2, 0}, {1, 0}, {0.8, 1}});
     }},
    {"flowChartManualInput",
     [](Preset& p) {
       p.out.polygon({{0, 0.2}, {1, 0}, {1, 1}, {0, 1}});
     }},
    {"flowChartManualOperation",
     [](Preset& p) {
       p.out.polygon({{0, 0}, {1, 0}, {0.8, 1}, {0.2, 1}});
     }},
    {"flowChartPreparation",
     [](Preset& p) {
       p.out.polygon({{0, 0.5}, {0.2, 0}, {0.8, 0}, {1, 0.5}, {0.8, 1}, {0.2, 1}});
     }},
    {"flowChartOffpageConnector",
     [](Preset& p) {
       p.out.polygon({{0, 0}, {1, 0}, {1, 0.8}, {0.5, 1}, {0, 0.8}});
     }},
    {"flowChartDocument", document_shape},
    {"flowChartPredefinedProcess", predefined_process},
    {"flowChartDelay", delay},
    {"flowChartMagneticDisk", can},
    {"parallelogram", parallelogram},
    {"trapezoid", trapezoid},
    {"pentagon", pentagon},
    {"hexagon", hexagon},
    {"plus", plus},
    {"mathPlus", plus},
    {"star4", star4},
    {"star5", star5},
    {"star6", star6},
    {"star8", star8},
    {"rightArrow", [](Preset& p) { arrow(p, 0, false); }},
    {"downArrow", [](Preset& p) { arrow(p, 1, false); }},
    {"leftArrow", [](Preset& p) { arrow(p, 2, false); }},
    {"upArrow", [](Preset& p) { arrow(p, 3, false); }},
    {"leftRightArrow", [](Preset& p) { arrow(p, 0, true); }},
    {"upDownArrow", [](Preset& p) { arrow(p, 1, true); }},
    {"homePlate", home_plate},
    {"chevron", chevron},
    {"leftBracket", left_bracket},
    {"rightBracket", right_bracket},
    {"leftBrace", left_brace},
    {"rightBrace", right_brace},
    {"bracketPair", bracket_pair},
    {"bracePair", brace_pair},
    {"bentConnector2", bent_connector2},
    {"bentConnector3", bent_connector3},
    {"curvedConnector3", curved_connector3},
    {"can", can},
    {"frame", frame},
    {"donut", donut},
    {"foldedCorner", folded_corner},
    {"heart", heart},
    {"arc", arc},
    {"wedgeRectCallout", callout},
    {"wedgeRoundRectCallout", callout},
    {"wedgeEllipseCallout", ellipse_callout},
};

} // namespace

bool draw_preset(std::string_view name, const Adjustments& adjustments, document::Outline& out) {
  const auto draw = meaning(name, presets);
  if (!draw) return false;
  Preset preset{out, adjustments, out.width(), out.height(), std::min(out.width(), out.height())};
  (*draw)(preset);
  return true;
}

} // namespace saraban::docx
