// Points and SVG paths.
#include "odt/geometry.h"

#include "odt/part/elements.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>

namespace saraban::odt {
namespace {

using document::Outline;

double bounded(double x) {
  return std::isfinite(x) ? std::clamp(x, -1e9, 1e9) : 0;
}

/// The number at `at`, which moves behind it; nothing where there is none.
std::optional<double> take_number(std::string_view text, std::size_t& at) {
  if (at < text.size() && text[at] == '+') ++at;
  double value = 0;
  const auto* end = text.data() + text.size();
  const auto result = std::from_chars(text.data() + at, end, value);
  if (result.ec == std::errc::invalid_argument) return std::nullopt;
  at = static_cast<std::size_t>(result.ptr - text.data());
  return bounded(result.ec == std::errc() ? value : 0);
}

bool is_between(char c) {
  return c == ' ' || c == ',' || c == '\t' || c == '\n' || c == '\r';
}

/// SVG's path language; coordinates are absolute here, in the shape's own units.
class SvgPath {
public:
  SvgPath(std::string_view text, const Coordinates& c, Outline& out)
      : text_(text), c_(c), out_(out) {}

  void draw() {
    while (const char command = next_command()) {
      command_ = command;
      relative_ = command >= 'a';
      const char kind = relative_ ? static_cast<char>(command - 32) : command;
      if (kind == 'Z')
        close();
      else
        repeat(kind);
      if (count_ >= most_segments) return;
      before_ = kind;
    }
  }

private:
  char next_command() {
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (std::string_view("MmLlHhVvCcSsQqTtAaZz").find(c) != std::string_view::npos)
        return ++at_, c;
    }
    return 0;
  }

  std::optional<double> number() {
    while (at_ < text_.size() && is_between(text_[at_])) ++at_;
    return take_number(text_, at_);
  }

  /// Fills `n` from the numbers that follow; false when there are too few.
  bool numbers(int count, double (&n)[7]) {
    for (int i = 0; i < count; ++i) {
      const auto value = number();
      if (!value) return false;
      n[i] = *value;
    }
    return true;
  }

  void repeat(char kind) {
    double n[7] = {};
    const int count = kind == 'H' || kind == 'V'   ? 1
                      : kind == 'C'                ? 6
                      : kind == 'S' || kind == 'Q' ? 4
                      : kind == 'A'                ? 7
                                                   : 2;
    while (count_ < most_segments && numbers(count, n)) {
      ++count_;
      step(kind, n);
      before_ = kind;
      if (kind == 'M') kind = 'L';
    }
  }

  double x(double value) const { return relative_ ? x_ + value : value; }
  double y(double value) const { return relative_ ? y_ + value : value; }

  void step(char kind, const double (&n)[7]) {
    const double x0 = x_, y0 = y_;
    switch (kind) {
    case 'M':
      x_ = start_x_ = x(n[0]), y_ = start_y_ = y(n[1]);
      out_.move(c_.x(x_), c_.y(y_));
      break;
    case 'C':
      curve(x(n[0]), y(n[1]), x(n[2]), y(n[3]), x(n[4]), y(n[5]));
      break;
    case 'S': {
      const bool smooth = before_ == 'C' || before_ == 'S';
      curve(smooth ? 2 * x0 - control_x_ : x0, smooth ? 2 * y0 - control_y_ : y0, x(n[0]), y(n[1]),
            x(n[2]), y(n[3]));
      break;
    }
    case 'Q':
      quadratic(x(n[0]), y(n[1]), x(n[2]), y(n[3]));
      break;
    case 'T': {
      const bool smooth = before_ == 'Q' || before_ == 'T';
      quadratic(smooth ? 2 * x0 - control_x_ : x0, smooth ? 2 * y0 - control_y_ : y0, x(n[0]),
                y(n[1]));
      break;
    }
    case 'A':
      arc(n);
      break;
    default:
      line(kind == 'V' ? x0 : x(n[0]), kind == 'H' ? y0 : y(kind == 'V' ? n[0] : n[1]));
    }
  }

  void line(double to_x, double to_y) {
    x_ = to_x, y_ = to_y;
    out_.line(c_.x(x_), c_.y(y_));
  }
  void curve(double x1, double y1, double x2, double y2, double to_x, double to_y) {
    control_x_ = x2, control_y_ = y2, x_ = to_x, y_ = to_y;
    out_.curve(c_.x(x1), c_.y(y1), c_.x(x2), c_.y(y2), c_.x(x_), c_.y(y_));
  }
  void quadratic(double x1, double y1, double to_x, double to_y) {
    const double x0 = x_, y0 = y_;
    curve(x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3, to_x + (x1 - to_x) * 2 / 3,
          to_y + (y1 - to_y) * 2 / 3, to_x, to_y);
    control_x_ = x1, control_y_ = y1;
  }

  /// Endpoint to centre (SVG 1.1, F.6.5); a turned ellipse is drawn as if it were not.
  void arc(const double (&n)[7]) {
    const double to_x = x(n[5]), to_y = y(n[6]);
    double rx = std::abs(n[0]), ry = std::abs(n[1]);
    const double half_x = (x_ - to_x) / 2, half_y = (y_ - to_y) / 2;
    if (rx < 1e-9 || ry < 1e-9 || (half_x == 0 && half_y == 0)) return line(to_x, to_y);
    const double reach = half_x * half_x / (rx * rx) + half_y * half_y / (ry * ry);
    if (reach > 1) rx *= std::sqrt(reach), ry *= std::sqrt(reach);
    const double part = std::sqrt(std::max(1 / std::max(reach, 1e-12) - 1, 0.0));
    const double side = (n[3] != 0) == (n[4] != 0) ? -1 : 1;
    const double center_x = side * part * rx * half_y / ry + (x_ + to_x) / 2;
    const double center_y = -side * part * ry * half_x / rx + (y_ + to_y) / 2;
    const double degree = 180 / std::numbers::pi;
    const double start = std::atan2((y_ - center_y) / ry, (x_ - center_x) / rx) * degree;
    double sweep = std::atan2((to_y - center_y) / ry, (to_x - center_x) / rx) * degree - start;
    if (n[4] != 0 && sweep < 0) sweep += 360;
    if (n[4] == 0 && sweep > 0) sweep -= 360;
    out_.arc(rx * c_.scale_x, ry * c_.scale_y, start, sweep);
    x_ = to_x, y_ = to_y;
  }

  void close() {
    out_.close();
    x_ = start_x_, y_ = start_y_;
  }

  std::string_view text_;
  const Coordinates& c_;
  Outline& out_;
  std::size_t at_ = 0;
  int count_ = 0;
  char command_ = 0, before_ = 0;
  bool relative_ = false;
  double x_ = 0, y_ = 0, start_x_ = 0, start_y_ = 0, control_x_ = 0, control_y_ = 0;
};

} // namespace

std::vector<double> numbers_of(std::string_view text, std::size_t most) {
  std::vector<double> numbers;
  for (std::size_t at = 0; at < text.size() && numbers.size() < most;) {
    if (const auto value = take_number(text, at))
      numbers.push_back(*value);
    else
      ++at;
  }
  return numbers;
}

ViewBox read_view_box(pugi::xml_node element) {
  const auto n = numbers_of(attribute(element, "svg:viewBox"), 4);
  if (n.size() < 4) return {};
  return {n[0], n[1], std::max(n[2], 0.0), std::max(n[3], 0.0)};
}

Coordinates coordinates_of(const ViewBox& view, Size size) {
  constexpr double hundredth_mm = 360;
  Coordinates c{view.left, view.top, hundredth_mm, hundredth_mm};
  if (view.width > 0) c.scale_x = static_cast<double>(size.width.emu) / view.width;
  if (view.height > 0) c.scale_y = static_cast<double>(size.height.emu) / view.height;
  return c;
}

void draw_points(std::string_view points, bool closed, const Coordinates& c, Outline& out) {
  const auto n = numbers_of(points, 2 * static_cast<std::size_t>(most_segments));
  for (std::size_t i = 0; i + 1 < n.size(); i += 2) {
    const double x = c.x(n[i]), y = c.y(n[i + 1]);
    i == 0 ? out.move(x, y) : out.line(x, y);
  }
  if (closed && n.size() >= 2) out.close();
}

void draw_path(std::string_view path, const Coordinates& c, Outline& out) {
  SvgPath(path, c, out).draw();
}

} // namespace saraban::odt
