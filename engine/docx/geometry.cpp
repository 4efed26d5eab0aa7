// Outlines of shapes: presets and custom paths (ECMA-376 Part 1, 20.1.9).
#include "document/outline.h"
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
  /// Of a preset's definition with the adjust values that a shape gives it; none for custom shapes.
  Guides(xml_node definition, xml_node adjusted, double w, double h) {
    values_ = {{"w", w},
               {"h", h},
               {"l", 0},
               {"t", 0},
               {"r", w},
               {"b", h},
               {"hc", w / 2},
               {"vc", h / 2},
               {"ss", std::min(w, h)},
               {"ls", std::max(w, h)},
               {"cd2", 10'800'000},
               {"cd4", 5'400'000},
               {"cd8", 2'700'000},
               {"3cd4", 16'200'000},
               {"3cd8", 8'100'000},
               {"5cd8", 13'500'000},
               {"7cd8", 18'900'000}};
    for (const int part : {2, 3, 4, 5, 6, 8, 10, 12, 16, 32}) {
      const std::string divided = "d" + std::to_string(part);
      values_["w" + divided] = w / part;
      values_["h" + divided] = h / part;
      values_["ss" + divided] = std::min(w, h) / part;
    }
    add(definition.child("a:avLst"));
    add(adjusted);
    add(definition.child("a:gdLst"));
  }

  double value(std::string_view text) const {
    const auto found = values_.find(text);
    return found == values_.end() ? static_cast<double>(integer_or(text, 0)) : found->second;
  }

private:
  void add(xml_node list) {
    for (const auto& guide : list.children("a:gd"))
      values_[std::string(attribute(guide, "name"))] = evaluate(attribute(guide, "fmla"));
  }

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

constexpr Word<PathFill> path_fills[] = {{"none", PathFill::none},
                                         {"lighten", PathFill::lighten},
                                         {"lightenLess", PathFill::lighten_less},
                                         {"darken", PathFill::darken},
                                         {"darkenLess", PathFill::darken_less}};

Geometry draw(xml_node definition, xml_node adjusted, Size size) {
  Geometry geometry;
  document::Outline out(size);
  const Guides guides(definition, adjusted, out.width(), out.height());
  for (const auto& path : definition.child("a:pathLst").children("a:path")) {
    const auto fill = meaning_or(attribute(path, "fill"), PathFill::normal, path_fills);
    const bool stroked = on_off_text(attribute(path, "stroke"), true);
    PathReader(path, guides, out);
    auto segments = out.take();
    if (geometry.paths.empty() || geometry.paths.back().fill != fill ||
        geometry.paths.back().stroked != stroked)
      geometry.paths.push_back({fill, stroked, {}});
    auto& all = geometry.paths.back().segments;
    all.insert(all.end(), segments.begin(), segments.end());
  }
  const auto text = definition.child("a:rect");
  if (!text) return geometry;
  const auto inside = [&](const char* name, double most) {
    const double at = guides.value(attribute(text, name));
    return emu(static_cast<std::int64_t>(std::clamp(at, 0.0, std::max(most, 0.0))));
  };
  geometry.text = {inside("t", out.height()), size.width - inside("r", out.width()),
                   size.height - inside("b", out.height()), inside("l", out.width())};
  return geometry;
}

/// Nothing for a name that is no preset's.
std::optional<Geometry> draw_preset(std::string_view name, xml_node adjusted, Size size) {
  const auto definition = preset_definition(name);
  if (definition.empty()) return std::nullopt;
  pugi::xml_document parsed;
  parsed.load_buffer(definition.data(), definition.size(), pugi::parse_fragment);
  return draw(parsed, adjusted, size);
}

Geometry box(Size size) {
  document::Outline out(size);
  out.rectangle(0, 0, out.width(), out.height());
  return {{{PathFill::normal, true, out.take()}}, {}};
}

} // namespace

Geometry read_geometry(Reader& reader, xml_node properties, Size size) {
  if (const auto custom = properties.child("a:custGeom")) return draw(custom, {}, size);
  const auto preset = properties.child("a:prstGeom");
  if (!preset) return {};
  const auto name = attribute(preset, "prst");
  if (auto drawn = draw_preset(name, preset.child("a:avLst"), size)) return std::move(*drawn);
  reader.not_drawn("outline of shape “" + std::string(name) + "”");
  return box(size);
}

std::vector<document::PathSegment> preset_outline(std::string_view name, Size size) {
  std::vector<document::PathSegment> all;
  for (const auto& path : draw_preset(name, {}, size).value_or(box(size)).paths)
    all.insert(all.end(), path.segments.begin(), path.segments.end());
  return all;
}

} // namespace saraban::docx
