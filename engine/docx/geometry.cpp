// Outlines of shapes: presets and custom paths (ECMA-376 Part 1, 20.1.9).
#include "docx/drawings.h"
#include "docx/part/elements.h"
#include "docx/presets.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace saraban::docx {
namespace {

using pugi::xml_node;

constexpr int most_segments = 100'000;

/// Guides: adjust values and formulas by name (20.1.9.11); a formula sees those before it.
class Guides {
public:
  Guides(xml_node geometry, double w, double h) {
    values_ = {{"w", w},
               {"h", h},
               {"l", 0},
               {"t", 0},
               {"r", w},
               {"b", h},
               {"hc", w / 2},
               {"vc", h / 2},
               {"wd2", w / 2},
               {"hd2", h / 2},
               {"wd4", w / 4},
               {"hd4", h / 4},
               {"ss", std::min(w, h)},
               {"ls", std::max(w, h)},
               {"cd2", 10'800'000},
               {"cd4", 5'400'000},
               {"3cd4", 16'200'000}};
    for (const char* list : {"a:avLst", "a:gdLst"})
      for (const auto& guide : geometry.child(list).children("a:gd"))
        values_[std::string(attribute(guide, "name"))] = evaluate(attribute(guide, "fmla"));
  }

  double value(std::string_view text) const {
    if (const auto number = integer(text)) return static_cast<double>(*number);
    const auto found = values_.find(text);
    return found == values_.end() ? 0 : found->second;
  }

private:
  double evaluate(std::string_view formula) const {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < formula.size() && words.size() < 4;) {
      const auto end = std::min(formula.find(' ', at), formula.size());
      if (end > at) words.push_back(formula.substr(at, end - at));
      at = end + 1;
    }
    if (words.empty()) return 0;
    double x = 0, y = 0, z = 0;
    if (words.size() > 1) x = value(words[1]);
    if (words.size() > 2) y = value(words[2]);
    if (words.size() > 3) z = value(words[3]);
    const double result = apply(words[0], x, y, z);
    return std::isfinite(result) ? result : 0;
  }

  static double apply(std::string_view op, double x, double y, double z) {
    const double angle = 3.14159265358979323846 / 10'800'000;
    if (op == "val") return x;
    if (op == "*/") return x * y / z;
    if (op == "+-") return x + y - z;
    if (op == "+/") return (x + y) / z;
    if (op == "?:") return x > 0 ? y : z;
    if (op == "abs") return std::abs(x);
    if (op == "at2") return std::atan2(y, x) / angle;
    if (op == "cat2") return x * std::cos(std::atan2(z, y));
    if (op == "sat2") return x * std::sin(std::atan2(z, y));
    if (op == "cos") return x * std::cos(y * angle);
    if (op == "sin") return x * std::sin(y * angle);
    if (op == "tan") return x * std::tan(y * angle);
    if (op == "max") return std::max(x, y);
    if (op == "min") return std::min(x, y);
    if (op == "mod") return std::sqrt(x * x + y * y + z * z);
    if (op == "pin") return y < x ? x : y > z ? z : y;
    if (op == "sqrt") return std::sqrt(std::max(x, 0.0));
    return 0;
  }

  std::map<std::string, double, std::less<>> values_;
};

/// One a:path, scaled from its own extent to the box.
class PathReader {
public:
  PathReader(xml_node path, const Guides& guides, document::Outline& out)
      : guides_(guides), out_(out) {
    const double w = guides.value(attribute(path, "w")), h = guides.value(attribute(path, "h"));
    scale_x_ = w > 0 ? out.width() / w : 1;
    scale_y_ = h > 0 ? out.height() / h : 1;
    int count = 0;
    for (const auto& step : path.children())
      if (++count < most_segments) read(step);
  }

private:
  double x(xml_node point) const { return guides_.value(attribute(point, "x")) * scale_x_; }
  double y(xml_node point) const { return guides_.value(attribute(point, "y")) * scale_y_; }

  void read(xml_node step) {
    const std::string_view name = step.name();
    const auto a = step.child("a:pt"), b = a.next_sibling("a:pt"), c = b.next_sibling("a:pt");
    if (name == "a:moveTo")
      to(x(a), y(a)), out_.move(x(a), y(a));
    else if (name == "a:lnTo")
      to(x(a), y(a)), out_.line(x(a), y(a));
    else if (name == "a:cubicBezTo")
      to(x(c), y(c)), out_.curve(x(a), y(a), x(b), y(b), x(c), y(c));
    else if (name == "a:quadBezTo")
      quadratic(x(a), y(a), x(b), y(b));
    else if (name == "a:arcTo")
      out_.arc(guides_.value(attribute(step, "wR")) * scale_x_,
               guides_.value(attribute(step, "hR")) * scale_y_,
               guides_.value(attribute(step, "stAng")) / 60'000,
               guides_.value(attribute(step, "swAng")) / 60'000);
    else if (name == "a:close")
      out_.close();
  }

  void to(double px, double py) { before_x_ = x_, before_y_ = y_, x_ = px, y_ = py; }

  void quadratic(double cx, double cy, double px, double py) {
    to(px, py);
    out_.curve(before_x_ + (cx - before_x_) * 2 / 3, before_y_ + (cy - before_y_) * 2 / 3,
               px + (cx - px) * 2 / 3, py + (cy - py) * 2 / 3, px, py);
  }

  const Guides& guides_;
  document::Outline& out_;
  double scale_x_ = 1, scale_y_ = 1, x_ = 0, y_ = 0, before_x_ = 0, before_y_ = 0;
};

Adjustments read_adjustments(xml_node preset) {
  Adjustments adjustments;
  for (const auto& guide : preset.child("a:avLst").children("a:gd")) {
    const auto formula = attribute(guide, "fmla");
    if (formula.starts_with("val "))
      adjustments[std::string(attribute(guide, "name"))] =
          static_cast<double>(integer_or(formula.substr(4), 0));
  }
  return adjustments;
}

} // namespace

std::vector<document::PathSegment> read_geometry(Reader& reader, xml_node properties, Size size) {
  document::Outline out(size);
  if (const auto custom = properties.child("a:custGeom")) {
    const Guides guides(custom, out.width(), out.height());
    for (const auto& path : custom.child("a:pathLst").children("a:path"))
      PathReader(path, guides, out);
  } else if (const auto preset = properties.child("a:prstGeom")) {
    const auto name = attribute(preset, "prst");
    if (!draw_preset(name, read_adjustments(preset), out)) {
      reader.not_drawn("outline of shape “" + std::string(name) + "”");
      out.rectangle(0, 0, out.width(), out.height());
    }
  }
  return out.take();
}

} // namespace saraban::docx
