// A widget's box: its size as it is read, how it is turned, its background and border.
#include "pdf/look.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace saraban::pdf {
namespace {

constexpr double widest_border = 100;
constexpr std::size_t most_cells = 1000;

std::string color_operands(QPDFObjectHandle array) {
  const int count = array.isArray() ? array.getArrayNItems() : 0;
  if (count != 1 && count != 3 && count != 4) return {};
  std::string out;
  for (int i = 0; i < count; ++i) {
    QPDFObjectHandle item = array.getArrayItem(i);
    if (!item.isNumber()) return {};
    out += fmt::format("{:.4g} ", std::clamp(item.getNumericValue(), 0.0, 1.0));
  }
  return out;
}

std::size_t channels(const std::string& operands) {
  return static_cast<std::size_t>(std::count(operands.begin(), operands.end(), ' '));
}

std::string fill(const std::string& operands) {
  return operands + (channels(operands) == 1 ? "g\n" : channels(operands) == 3 ? "rg\n" : "k\n");
}

std::string stroke(const std::string& operands) {
  return operands + (channels(operands) == 1 ? "G\n" : channels(operands) == 3 ? "RG\n" : "K\n");
}

std::string dash_of(QPDFObjectHandle array) {
  std::string out;
  const int count = array.isArray() ? std::min(array.getArrayNItems(), 8) : 0;
  double sum = 0;
  for (int i = 0; i < count; ++i) {
    QPDFObjectHandle item = array.getArrayItem(i);
    if (!item.isNumber() || item.getNumericValue() < 0) return "3";
    sum += item.getNumericValue();
    out += fmt::format("{}{:.4g}", i == 0 ? "" : " ", item.getNumericValue());
  }
  return sum > 0 ? out : "3";
}

void read_border(const Widget& widget, Look& look) {
  QPDFObjectHandle style = widget.object().getKey("/BS");
  QPDFObjectHandle old = widget.object().getKey("/Border");
  const auto set_width = [&](QPDFObjectHandle width) {
    if (width.isNumber())
      look.border_width = std::clamp(width.getNumericValue(), 0.0, widest_border);
  };
  if (style.isDictionary()) {
    set_width(style.getKey("/W"));
    QPDFObjectHandle kind = style.getKey("/S");
    if (kind.isNameAndEquals("/D")) look.style = BorderStyle::dashed;
    if (kind.isNameAndEquals("/B")) look.style = BorderStyle::beveled;
    if (kind.isNameAndEquals("/I")) look.style = BorderStyle::inset;
    if (kind.isNameAndEquals("/U")) look.style = BorderStyle::underline;
    look.dash = dash_of(style.getKey("/D"));
  } else if (old.isArray() && old.getArrayNItems() >= 3) {
    set_width(old.getArrayItem(2));
    if (old.getArrayNItems() >= 4 && old.getArrayItem(3).isArray()) {
      look.style = BorderStyle::dashed;
      look.dash = dash_of(old.getArrayItem(3));
    }
  }
}

/// An ellipse in the box, as four curves.
std::string ellipse(double x, double y, double rx, double ry) {
  constexpr double k = 0.5523;
  std::string out = fmt::format("{:.3f} {:.3f} m\n", x + rx, y);
  constexpr std::array<std::array<double, 6>, 4> arcs = {
      {{1, k, k, 1, 0, 1}, {-k, 1, -1, k, -1, 0}, {-1, -k, -k, -1, 0, -1}, {k, -1, 1, -k, 1, 0}}};
  for (const auto& a : arcs)
    out += fmt::format("{:.3f} {:.3f} {:.3f} {:.3f} {:.3f} {:.3f} c\n", x + rx * a[0],
                       y + ry * a[1], x + rx * a[2], y + ry * a[3], x + rx * a[4], y + ry * a[5]);
  return out;
}

/// The two polygons that make a box look raised or sunken.
std::string bevel(const Look& look) {
  const double b = look.border_width, w = look.width, h = look.height;
  const bool raised = look.style == BorderStyle::beveled;
  std::string out = raised ? "1 g\n" : "0.5 g\n";
  out += fmt::format("{0} {0} m {0} {2} l {1} {2} l {3} {4} l {5} {4} l {5} {5} l f\n", b, w - b,
                     h - b, w - 2 * b, h - 2 * b, 2 * b);
  out += "0.75 g\n";
  out += fmt::format("{1} {2} m {1} {0} l {0} {0} l {5} {5} l {3} {5} l {3} {4} l f\n", b, w - b,
                     h - b, w - 2 * b, h - 2 * b, 2 * b);
  return out;
}

std::string box_border(const Look& look) {
  const double b = look.border_width, w = look.width, h = look.height;
  std::string out = stroke(look.border) + fmt::format("{:.4g} w\n", b);
  if (look.style == BorderStyle::dashed) out += "[" + look.dash + "] 0 d\n";
  if (look.style == BorderStyle::underline)
    return out + fmt::format("0 {0} m {1} {0} l S\n", b / 2, w);
  for (std::size_t i = 1; i < std::min(look.cells, most_cells); ++i)
    out += fmt::format("{0:.4g} 0 m {0:.4g} {1:.4g} l S\n",
                       w * static_cast<double>(i) / static_cast<double>(look.cells), h);
  return out +
         fmt::format("{0} {0} {1} {2} re S\n", b / 2, std::max(0.0, w - b), std::max(0.0, h - b));
}

using Points = std::vector<std::pair<double, double>>;

std::string polygon(const Points& points, double size, double x, double y, const char* end) {
  std::string out;
  for (std::size_t i = 0; i < points.size(); ++i)
    out += fmt::format("{:.3f} {:.3f} {}\n", x + points[i].first * size,
                       y + points[i].second * size, i == 0 ? "m" : "l");
  return out + end + "\n";
}

Points star() {
  Points points;
  for (int i = 0; i < 10; ++i) {
    const double angle = (90 + 36 * i) * 3.14159265358979 / 180, r = i % 2 == 0 ? 0.5 : 0.19;
    points.emplace_back(0.5 + r * std::cos(angle), 0.5 + r * std::sin(angle));
  }
  return points;
}

} // namespace

double Look::padding() const {
  const bool doubled = style == BorderStyle::beveled || style == BorderStyle::inset;
  return std::max(1.0, border_width * (doubled ? 2 : 1));
}

std::optional<Look> look_of(const Widget& widget) {
  const auto rect = rectangle_of(widget.object(), "/Rect");
  if (!rect || rect->urx - rect->llx < 0.01 || rect->ury - rect->lly < 0.01) return std::nullopt;
  Look look;
  look.width = rect->urx - rect->llx;
  look.height = rect->ury - rect->lly;
  read_border(widget, look);
  QPDFObjectHandle characteristics = widget.object().getKey("/MK");
  if (!characteristics.isDictionary()) return look;
  look.background = color_operands(characteristics.getKey("/BG"));
  look.border = color_operands(characteristics.getKey("/BC"));
  look.caption = text_of(characteristics.getKey("/CA"));
  QPDFObjectHandle turned = characteristics.getKey("/R");
  if (turned.isInteger()) look.turned = static_cast<int>((turned.getIntValue() % 360 + 360) % 360);
  if (look.turned % 90 != 0) look.turned = 0;
  if (look.turned % 180 != 0) std::swap(look.width, look.height);
  return look;
}

std::string matrix_entry(const Look& look) {
  if (look.turned == 90) return fmt::format("/Matrix[0 1 -1 0 {:.4f} 0]", look.height);
  if (look.turned == 180)
    return fmt::format("/Matrix[-1 0 0 -1 {:.4f} {:.4f}]", look.width, look.height);
  if (look.turned == 270) return fmt::format("/Matrix[0 -1 1 0 0 {:.4f}]", look.width);
  return {};
}

std::string paint_box(const Look& look, Shape shape) {
  const double b = look.border_width, w = look.width, h = look.height;
  const bool round = shape == Shape::round;
  std::string out;
  const auto circle = [&](double inset) {
    const double r = std::max(0.0, std::min(w, h) / 2 - inset);
    return ellipse(w / 2, h / 2, r, r);
  };
  if (!look.background.empty())
    out += fill(look.background) +
           (round ? circle(0) + "f\n" : fmt::format("0 0 {:.4f} {:.4f} re f\n", w, h));
  if (!round && (look.style == BorderStyle::beveled || look.style == BorderStyle::inset) && b > 0)
    out += bevel(look);
  if (!look.border.empty() && b > 0)
    out += round ? stroke(look.border) + fmt::format("{:.4g} w\n", b) + circle(b / 2) + "s\n"
                 : box_border(look);
  return out.empty() ? out : "q\n" + out + "Q\n";
}

std::string paint_mark(const Look& look, const std::string& color, char fallback) {
  const char mark = look.caption.size() == 1 ? look.caption[0] : fallback;
  const double room = std::min(look.width, look.height) - 2 * look.padding();
  const double size = std::max(1.0, room) * 0.8;
  const double x = (look.width - size) / 2, y = (look.height - size) / 2;
  std::string out = "q\n" + color + "\n";
  if (mark == 'l')
    out += ellipse(look.width / 2, look.height / 2, size * 0.4, size * 0.4) + "f\n";
  else if (mark == '8')
    out += polygon({{0.12, 0},
                    {0.5, 0.38},
                    {0.88, 0},
                    {1, 0.12},
                    {0.62, 0.5},
                    {1, 0.88},
                    {0.88, 1},
                    {0.5, 0.62},
                    {0.12, 1},
                    {0, 0.88},
                    {0.38, 0.5},
                    {0, 0.12}},
                   size, x, y, "f");
  else if (mark == 'u')
    out += polygon({{0.5, 0}, {1, 0.5}, {0.5, 1}, {0, 0.5}}, size, x, y, "f");
  else if (mark == 'n')
    out += polygon({{0.1, 0.1}, {0.9, 0.1}, {0.9, 0.9}, {0.1, 0.9}}, size, x, y, "f");
  else if (mark == 'H')
    out += polygon(star(), size, x, y, "f");
  else
    out += polygon({{0, 0.45}, {0.13, 0.57}, {0.36, 0.3}, {0.86, 0.95}, {1, 0.85}, {0.38, 0.02}},
                   size, x, y, "f");
  return out + "Q\n";
}

} // namespace saraban::pdf
