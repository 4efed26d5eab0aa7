// Lines and paths as operators.
#include "render/strokes.h"

#include <algorithm>
#include <cmath>

namespace saraban::render {
namespace {

constexpr int most_waves = 20'000;

void append_channel(std::string& out, std::uint8_t value) {
  append_milli(out, (value * 2000 + 255) / 510);
  out += ' ';
}

void append_point(std::string& out, double x, double y) {
  append_milli(out, milli(x)), out += ' ';
  append_milli(out, milli(y)), out += ' ';
}

void append_point(std::string& out, Point p, Milli height) {
  append_milli(out, milli(p.x)), out += ' ';
  append_milli(out, height - milli(p.y)), out += ' ';
}

/// Lengths of dashes and gaps in line widths, as DrawingML's presets have them
/// (ECMA-376 20.1.10.49).
std::string_view pattern(page::Dash dash) {
  switch (dash) {
  case page::Dash::dotted:
    return "11";
  case page::Dash::dashed:
    return "43";
  case page::Dash::dot_dash:
    return "4313";
  case page::Dash::dot_dot_dash:
    return "431313";
  default:
    return "";
  }
}

void set_line(std::string& out, Milli width, page::Dash dash) {
  append_milli(out, width), out += " w ";
  const std::string_view parts = pattern(dash);
  if (parts.empty()) return;
  out += '[';
  for (const char part : parts)
    append_milli(out, std::max<Milli>(width, 250) * (part - '0')), out += ' ';
  out.back() = ']';
  out += " 0 d ";
}

void reset_dash(std::string& out, page::Dash dash) {
  if (!pattern(dash).empty()) out += "[] 0 d\n";
}

/// Half waves to either side of the line, as long as 2 widths, at least 1.5 points.
void append_wave(std::string& out, const page::Rule& rule, Milli height) {
  const double x = rule.from.x.points(),
               y = static_cast<double>(height) / 1000 - rule.from.y.points();
  const double dx = rule.to.x.points() - x;
  const double dy = static_cast<double>(height) / 1000 - rule.to.y.points() - y;
  const double length = std::hypot(dx, dy), half = std::max(rule.width.points() * 2, 1.5);
  if (length <= 0) return;
  const int count = std::min(static_cast<int>(std::min(length / half, 1e6)) + 1, most_waves);
  const double step = length / count, ux = dx / length, uy = dy / length;
  append_point(out, x, y), out += "m ";
  for (int i = 0; i < count; ++i) {
    const double side = (i % 2 == 0 ? 1 : -1) * half * 0.6;
    for (const double along : {step * (i + 0.4), step * (i + 0.6)})
      append_point(out, x + ux * along - uy * side, y + uy * along + ux * side);
    append_point(out, x + ux * step * (i + 1), y + uy * step * (i + 1));
    out += "c ";
  }
  out += "S\n";
}

} // namespace

void append_color(std::string& out, Color color, ColorUse use) {
  append_channel(out, color.red);
  const bool grey = color.red == color.green && color.green == color.blue;
  if (!grey) append_channel(out, color.green), append_channel(out, color.blue);
  out += use == ColorUse::fill ? (grey ? "g\n" : "rg\n") : (grey ? "G\n" : "RG\n");
}

void write_rule(std::string& out, const page::Rule& rule, Milli height) {
  set_line(out, milli(rule.width), rule.dash);
  if (rule.dash == page::Dash::wave) return append_wave(out, rule, height);
  append_point(out, rule.from, height), out += "m ";
  append_point(out, rule.to, height), out += "l S\n";
  reset_dash(out, rule.dash);
}

void write_path(std::string& out, const page::Path& path, Milli height) {
  if (path.stroke) set_line(out, milli(path.stroke_width), path.dash);
  bool begun = false; // a path starts with a move
  for (const page::PathStep& step : path.steps) {
    using Kind = page::PathStep::Kind;
    if (step.kind == Kind::close) {
      if (begun) out += "h ";
      continue;
    }
    if (step.kind == Kind::curve && begun)
      append_point(out, step.control1, height), append_point(out, step.control2, height);
    append_point(out, step.end, height);
    out += !begun || step.kind == Kind::move ? "m " : step.kind == Kind::line ? "l " : "c ";
    begun = true;
  }
  const bool fill = path.fill.has_value(), stroke = path.stroke.has_value();
  out += fill && stroke ? "B" : fill ? "f" : "S";
  out += fill && path.even_odd ? "*\n" : "\n";
  if (stroke) reset_dash(out, path.dash);
}

} // namespace saraban::render
