// Custom shapes: paths whose points are formulas (ODF 1.3 Part 3, 10.6.2, 19.145
// draw:enhanced-path).
#include "odt/formulas.h"
#include "odt/geometry.h"
#include "odt/part/elements.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace saraban::odt {
namespace {

using document::Outline;

constexpr double hundredth_mm = 360;
constexpr std::size_t most_parts = 500;

/// Commands and parameters, one word each.
std::vector<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view between = " ,\t\r\n";
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size() && words.size() < 4 * most_segments;) {
    if (between.find(text[at]) != std::string_view::npos) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    const bool letter =
        (text[at] >= 'A' && text[at] <= 'Z') || (text[at] >= 'a' && text[at] <= 'z');
    // A command is one letter, whatever follows; a name ends where the next word begins.
    const bool command = letter && text[at] < 'a';
    while (!command && end < text.size() && between.find(text[end]) == std::string_view::npos &&
           (text[at] == '?' || !(text[end] >= 'A' && text[end] <= 'Z') || letter))
      ++end;
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

bool is_command(std::string_view word) {
  return word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z';
}

/// The angle of a point seen from an ellipse's centre, in degrees clockwise.
double angle_of(double x, double y, double radius_x, double radius_y) {
  const double rx = std::max(std::abs(radius_x), 1e-9), ry = std::max(std::abs(radius_y), 1e-9);
  return std::atan2(y / ry, x / rx) * 180 / std::numbers::pi;
}

class PathReader {
public:
  PathReader(Formulas& formulas, const Coordinates& c, Size size, EnhancedGeometry& geometry)
      : formulas_(formulas), c_(c), size_(size), out_(size), geometry_(geometry) {}

  void read(std::string_view path) {
    words_ = words_of(path);
    while (at_ < words_.size() && geometry_.parts.size() < most_parts) {
      const auto word = words_[at_++];
      if (is_command(word)) run(word);
    }
    end_part();
  }

private:
  /// How many parameters a command takes at a time.
  static int parameters_of(char command) {
    switch (command) {
    case 'M':
    case 'L':
    case 'X':
    case 'Y':
      return 2;
    case 'Q':
    case 'G':
      return 4;
    case 'C':
    case 'T':
    case 'U':
      return 6;
    case 'A':
    case 'B':
    case 'W':
    case 'V':
      return 8;
    default:
      return 0;
    }
  }

  void run(std::string_view word) {
    const char command = word[0];
    const int count = parameters_of(command);
    if (count == 0) return run_plain(word);
    double n[8] = {};
    for (bool first = true; take(count, n); first = false) {
      if (++segments_ > most_segments) return;
      draw(first || command != 'M' ? command : 'L', n, first);
    }
  }

  void run_plain(std::string_view word) {
    const char command = word[0];
    if (command == 'Z')
      close();
    else if (command == 'N')
      end_part();
    else if (command == 'F')
      filled_ = false;
    else if (command == 'S')
      stroked_ = false;
    else if (command < 'H' || command > 'K') // H, I, J, K: lighter and darker fills.
      geometry_.unreadable = word;
  }

  bool take(int count, double (&n)[8]) {
    const auto end = at_ + static_cast<std::size_t>(count);
    if (end > words_.size()) return false;
    for (auto i = at_; i < end; ++i)
      if (is_command(words_[i])) return false;
    for (int i = 0; i < count; ++i) n[i] = value(words_[at_ + static_cast<std::size_t>(i)], i % 2);
    at_ = end;
    return true;
  }

  /// The far edge written as a number moves with a stretched box, as LibreOffice has it.
  double value(std::string_view word, int axis) {
    const double v = formulas_.value(word);
    const auto& scope = formulas_.scope();
    const bool number = word[0] >= '0' && word[0] <= '9';
    if (number && axis == 0 && scope.stretch_x > 0 && v == scope.stretch_x) return scope.width;
    if (number && axis == 1 && scope.stretch_y > 0 && v == scope.stretch_y) return scope.height;
    return v;
  }

  void draw(char command, const double (&n)[8], bool first) {
    const double x = c_.x(n[0]), y = c_.y(n[1]);
    switch (command) {
    case 'M':
      start_x_ = x, start_y_ = y;
      out_.move(x, y);
      to(x, y);
      break;
    case 'L':
      out_.line(x, y);
      to(x, y);
      break;
    case 'C':
      curve(x, y, c_.x(n[2]), c_.y(n[3]), c_.x(n[4]), c_.y(n[5]));
      break;
    case 'Q':
      quadratic(x, y, c_.x(n[2]), c_.y(n[3]));
      break;
    case 'X':
    case 'Y':
      if (first) horizontal_ = command == 'X';
      quadrant(x, y);
      break;
    case 'T':
    case 'U':
      ellipse(x, y, n, command == 'U');
      break;
    case 'G':
      arc(n[0] * c_.scale_x, n[1] * c_.scale_y, n[2], n[3]);
      break;
    default:
      arc_between(command, n);
    }
  }

  void to(double x, double y) {
    x_ = x, y_ = y;
    drawn_ = true;
  }
  void curve(double x1, double y1, double x2, double y2, double x, double y) {
    out_.curve(x1, y1, x2, y2, x, y);
    to(x, y);
  }
  void quadratic(double cx, double cy, double x, double y) {
    curve(x_ + (cx - x_) * 2 / 3, y_ + (cy - y_) * 2 / 3, x + (cx - x) * 2 / 3,
          y + (cy - y) * 2 / 3, x, y);
  }
  /// A quarter of an ellipse that begins along an axis; the axes take turns.
  void quadrant(double x, double y) {
    constexpr double k = 0.5522847498;
    if (horizontal_)
      curve(x_ + k * (x - x_), y_, x, y - k * (y - y_), x, y);
    else
      curve(x_, y_ + k * (y - y_), x - k * (x - x_), y, x, y);
    horizontal_ = !horizontal_;
  }
  /// About a centre: radii, then from one angle to another, clockwise.
  void ellipse(double x, double y, const double (&n)[8], bool begins) {
    const double rx = n[2] * c_.scale_x, ry = n[3] * c_.scale_y;
    double sweep = n[5] - n[4];
    if (sweep < 0) sweep += 360;
    const double radian = n[4] * std::numbers::pi / 180;
    const double from_x = x + rx * std::cos(radian), from_y = y + ry * std::sin(radian);
    begin_at(from_x, from_y, begins);
    arc(rx, ry, n[4], sweep);
  }
  /// On the ellipse in a box, from the direction of one point to that of another.
  void arc_between(char command, const double (&n)[8]) {
    const double cx = (c_.x(n[0]) + c_.x(n[2])) / 2, cy = (c_.y(n[1]) + c_.y(n[3])) / 2;
    const double rx = std::abs(c_.x(n[2]) - c_.x(n[0])) / 2;
    const double ry = std::abs(c_.y(n[3]) - c_.y(n[1])) / 2;
    const double start = angle_of(c_.x(n[4]) - cx, c_.y(n[5]) - cy, rx, ry);
    const double end = angle_of(c_.x(n[6]) - cx, c_.y(n[7]) - cy, rx, ry);
    const bool clockwise = command == 'W' || command == 'V';
    double sweep = end - start;
    if (clockwise && sweep <= 0) sweep += 360;
    if (!clockwise && sweep >= 0) sweep -= 360;
    const double radian = start * std::numbers::pi / 180;
    begin_at(cx + rx * std::cos(radian), cy + ry * std::sin(radian),
             command == 'B' || command == 'V');
    arc(rx, ry, start, sweep);
  }
  void begin_at(double x, double y, bool begins) {
    if (begins || !drawn_) {
      start_x_ = x, start_y_ = y;
      out_.move(x, y);
    } else
      out_.line(x, y);
    to(x, y);
  }
  void arc(double rx, double ry, double start, double sweep) {
    sweep = std::clamp(sweep, -360.0, 360.0);
    const double radian = std::numbers::pi / 180;
    const double cx = x_ - rx * std::cos(start * radian), cy = y_ - ry * std::sin(start * radian);
    out_.arc(rx, ry, start, sweep);
    to(cx + rx * std::cos((start + sweep) * radian), cy + ry * std::sin((start + sweep) * radian));
  }

  void close() {
    if (!drawn_) return;
    out_.close();
    x_ = start_x_, y_ = start_y_;
  }
  void end_part() {
    auto path = out_.take();
    out_ = Outline(size_);
    if (!path.empty()) geometry_.parts.push_back({std::move(path), filled_, stroked_});
    filled_ = stroked_ = true, drawn_ = false;
  }

  Formulas& formulas_;
  const Coordinates& c_;
  Size size_;
  Outline out_;
  EnhancedGeometry& geometry_;
  std::vector<std::string_view> words_;
  std::size_t at_ = 0;
  int segments_ = 0;
  bool filled_ = true, stroked_ = true, drawn_ = false, horizontal_ = true;
  double x_ = 0, y_ = 0, start_x_ = 0, start_y_ = 0;
};

/// The box that formulas see: stretched along the longer side where the shape asks for it.
FormulaScope scope_of(pugi::xml_node e, const ViewBox& view, Size size) {
  const double w = static_cast<double>(size.width.emu), h = static_cast<double>(size.height.emu);
  FormulaScope scope;
  scope.left = view.left, scope.top = view.top;
  scope.logical_width = w / hundredth_mm, scope.logical_height = h / hundredth_mm;
  scope.width = view.width > 0 ? view.width : scope.logical_width;
  scope.height = view.height > 0 ? view.height : scope.logical_height;
  if (e.attribute("draw:path-stretchpoint-x") && w > 0 && h > 0) {
    scope.stretch_x = scope.width;
    scope.width *= std::max(w / h, 1.0);
  }
  if (e.attribute("draw:path-stretchpoint-y") && w > 0 && h > 0) {
    scope.stretch_y = scope.height;
    scope.height *= std::max(h / w, 1.0);
  }
  constexpr std::size_t most_modifiers = 1'000;
  scope.modifiers = numbers_of(attribute(e, "draw:modifiers"), most_modifiers);
  return scope;
}

Coordinates coordinates_of(pugi::xml_node e, const FormulaScope& scope, Size size) {
  const auto ratio = [](Length whole, double part) {
    return part > 0 ? static_cast<double>(whole.emu) / part : 0;
  };
  Coordinates c{scope.left, scope.top, ratio(size.width, scope.width),
                ratio(size.height, scope.height)};
  if (boolean(attribute(e, "draw:mirror-horizontal"), false))
    c.from_x += scope.width, c.scale_x = -c.scale_x;
  if (boolean(attribute(e, "draw:mirror-vertical"), false))
    c.from_y += scope.height, c.scale_y = -c.scale_y;
  return c;
}

Sides text_area(pugi::xml_node e, Formulas& formulas, const Coordinates& c, Size size) {
  const auto words = words_of(attribute(e, "draw:text-areas"));
  if (words.size() < 4) return {};
  double x[2] = {c.x(formulas.value(words[0])), c.x(formulas.value(words[2]))};
  double y[2] = {c.y(formulas.value(words[1])), c.y(formulas.value(words[3]))};
  if (x[1] < x[0]) std::swap(x[0], x[1]);
  if (y[1] < y[0]) std::swap(y[0], y[1]);
  const auto inside = [](double value, Length whole) {
    return emu(static_cast<std::int64_t>(
        std::clamp(value, 0.0, std::max(static_cast<double>(whole.emu), 0.0))));
  };
  const auto left = inside(x[0], size.width), right = inside(x[1], size.width);
  const auto top = inside(y[0], size.height), bottom = inside(y[1], size.height);
  return {top, size.width - right, size.height - bottom, left};
}

} // namespace

EnhancedGeometry read_enhanced_geometry(pugi::xml_node element, Size size) {
  EnhancedGeometry geometry;
  Formulas formulas(scope_of(element, read_view_box(element), size));
  for (const auto& equation : element.children("draw:equation"))
    formulas.add(attribute(equation, "draw:name"), attribute(equation, "draw:formula"));
  const auto c = coordinates_of(element, formulas.scope(), size);
  // LibreOffice's own path holds the arcs that draw:enhanced-path has no command for.
  const auto own = attribute(element, "drawooo:enhanced-path");
  PathReader(formulas, c, size, geometry)
      .read(own.empty() ? attribute(element, "draw:enhanced-path") : own);
  geometry.text_area = text_area(element, formulas, c, size);
  return geometry;
}

} // namespace saraban::odt
