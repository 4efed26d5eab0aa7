// Text fitted into a stamp's rectangle: size, lines, where the first baseline lies.
#include "pdf/stamp/fit.h"

#include "pdf/stamp/paint.h"

#include <algorithm>
#include <cmath>

namespace saraban::pdf::stamp {
namespace {

constexpr double smallest_share = 0.5;  // of the size asked for
constexpr double usual_pitch = 1.31;    // of the size: single lines of TH SarabunPSK
constexpr double below_baseline = 0.25; // of the size: room for marks below

/// Of the size that fills the rectangle, where none is asked for.
double size_of(const Stamp& stamp) {
  const double height = stamp.entry.rect.height.points();
  const Length asked = stamp.style.size.value_or(Length{});
  if (asked > Length{}) return asked.points();
  const int lines = std::max(1, stamp.entry.lines);
  return std::clamp(height / lines / usual_pitch, 4.0, 16.0);
}

class Fitter {
public:
  Fitter(const Stamp& stamp, const std::string& text, Quadding quadding, Typesetter& typesetter)
      : stamp_(stamp), text_(text), quadding_(quadding), typesetter_(typesetter),
        request_(request_of(stamp.style)), asked_(size_of(stamp)),
        width_(stamp.entry.rect.width.points()), height_(stamp.entry.rect.height.points()) {}

  Fitted fit() {
    const bool several = stamp_.entry.kind == map::Kind::multiline || stamp_.entry.lines > 1;
    Fitted fitted = several ? fit_lines() : fit_one();
    fitted.first_baseline = first_baseline(fitted);
    return fitted;
  }

private:
  std::vector<layout::Line> lines(double size, double width) const {
    const double to_nominal = Typesetter::nominal / size;
    return typesetter_.lines(text_, request_, width * to_nominal, quadding_,
                             stamp_.entry.indent.points() * to_nominal);
  }

  double width_of(const layout::Line& line) const {
    return line.width.points() / Typesetter::nominal;
  }

  Fitted fit_one() const {
    Fitted fitted;
    fitted.size = asked_;
    constexpr double endless = 1e6; // points: one line, whatever the text
    double natural = 0;
    const auto measured = typesetter_.lines(text_, request_, endless, Quadding::left);
    for (const layout::Line& line : measured) natural = std::max(natural, width_of(line));
    const double room = width_ - stamp_.entry.indent.points();
    if (natural * fitted.size > room && natural > 0) fitted.size = room / natural * 0.999;
    const double least = std::max(asked_ * smallest_share, 4.0);
    fitted.cut = fitted.size < least;
    fitted.size = std::max(fitted.size, least);
    // What is too long at the smallest size runs on over the edge, rather than be lost.
    fitted.lines = lines(fitted.size, std::max(width_, natural * fitted.size * 1.001 +
                                                           stamp_.entry.indent.points()));
    fitted.pitch = fitted.size * usual_pitch;
    return fitted;
  }

  Fitted fit_lines() const {
    Fitted fitted;
    const double ruled = stamp_.entry.pitch.points();
    for (double share = 1;; share -= 0.05) {
      fitted.size = asked_ * share;
      fitted.lines = lines(fitted.size, width_);
      fitted.pitch = ruled > 0 ? ruled : fitted.size * usual_pitch;
      const double room = ruled > 0 && stamp_.entry.lines > 0
                              ? stamp_.entry.lines
                              : std::max(1.0, std::floor(height_ / fitted.pitch + 0.1));
      fitted.cut = static_cast<double>(fitted.lines.size()) > room;
      if (!fitted.cut || share - 0.05 < smallest_share) return fitted;
    }
  }

  double first_baseline(const Fitted& fitted) const {
    const Rect& r = stamp_.entry.rect;
    const double top = r.y.points(), bottom = r.bottom().points();
    const double block = fitted.pitch * (static_cast<double>(fitted.lines.size()) - 1);
    map::Raise raise = stamp_.style.raise.value_or(map::Raise::automatic);
    const bool several = fitted.lines.size() > 1 || stamp_.entry.kind == map::Kind::multiline;
    if (stamp_.entry.lines > 0 && stamp_.entry.pitch > Length{}) // on ruled lines
      return bottom - asked_ * below_baseline - fitted.pitch * (stamp_.entry.lines - 1);
    if (raise == map::Raise::automatic) {
      const bool low = height_ < asked_ * 2;
      raise = several ? map::Raise::top : low ? map::Raise::bottom : map::Raise::middle;
    }
    switch (raise) {
    case map::Raise::bottom:
      return bottom - asked_ * below_baseline - block;
    case map::Raise::middle:
      return (top + bottom - block) / 2 + fitted.size * 0.28;
    default:
      return top + fitted.size;
    }
  }

  const Stamp& stamp_;
  const std::string& text_;
  Quadding quadding_;
  Typesetter& typesetter_;
  font::Request request_;
  double asked_, width_, height_;
};

} // namespace

Fitted fit_text(const Stamp& stamp, const std::string& text, Quadding quadding,
                Typesetter& typesetter) {
  return Fitter(stamp, text, quadding, typesetter).fit();
}

} // namespace saraban::pdf::stamp
