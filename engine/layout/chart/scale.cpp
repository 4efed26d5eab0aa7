// The numbers on an axis: where it begins and ends, and its steps.
#include "layout/chart/scale.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace saraban::layout::chart {

namespace {

constexpr double most_steps = 10;
constexpr int most_marks = 200;

double nice_step(double span, double steps) {
  const double raw = span / std::max(steps, 1.0);
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  for (const double factor : {1.0, 2.0, 5.0, 10.0})
    if (factor * power >= raw * (1 - 1e-9)) return factor * power;
  return 10 * power;
}

Scale logarithmic(const document::ChartAxis& axis, const Extent& extent, double base) {
  Scale scale;
  scale.base = base;
  const double least = number_in(axis.least).value_or(extent.least);
  const double most = number_in(axis.most).value_or(extent.most);
  const auto exponent = [&](double value) {
    return std::log(std::max(value, 1e-12)) / std::log(base);
  };
  scale.low = std::pow(base, std::floor(exponent(std::max(least, 1e-12)) + 1e-9));
  scale.high = std::pow(base, std::ceil(exponent(std::max(most, 1e-12)) - 1e-9));
  if (scale.high <= scale.low) scale.high = scale.low * base;
  return scale;
}

/// Where the axis would begin and end, were there no steps: zero belongs to it when the values lie
/// wider apart than a sixth of the largest.
std::pair<double, double> bounds(const Extent& extent, ScaleOf what) {
  double low = extent.least, high = extent.most;
  if (high - low <= 0) {
    if (high == 0) return {0, 1};
    (high > 0 ? low : high) = 0;
  }
  const double spread = high - low, far = std::max(std::abs(low), std::abs(high));
  const bool apart = what == ScaleOf::values && spread >= far / 6;
  const bool close = !apart && (low > 0 || high < 0);
  if (low >= 0) {
    const double from = close ? low - spread / 2 : 0;
    return {std::max(from, 0.0), high + 0.05 * (high - (close ? low : 0))};
  }
  if (high <= 0) {
    const double to = close ? high + spread / 2 : 0;
    return {low - 0.05 * ((close ? high : 0) - low), std::min(to, 0.0)};
  }
  return {low - 0.05 * spread, high + 0.05 * spread};
}

} // namespace

std::optional<double> number_in(const std::string& text) {
  double value = 0;
  const auto end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || at != end || !std::isfinite(value) || std::abs(value) > 1e100)
    return std::nullopt;
  return value;
}

void Extent::add(double value) {
  least = any ? std::min(least, value) : value;
  most = any ? std::max(most, value) : value;
  any = true;
}

double Scale::share(double value) const {
  double at = 0;
  if (base > 1)
    at = value <= 0 ? 0 : std::log(value / low) / std::log(high / low);
  else if (high > low)
    at = (value - low) / (high - low);
  return reversed ? 1 - at : at;
}

std::vector<double> Scale::steps() const {
  std::vector<double> values;
  if (base > 1) {
    for (double v = low; v <= high * (1 + 1e-9) && values.size() < most_marks; v *= base)
      values.push_back(v);
    return values;
  }
  for (int i = 0; i < most_marks; ++i) {
    double value = low + i * step;
    if (value > high + step * 1e-6) break;
    if (std::abs(value) < step * 1e-9) value = 0;
    values.push_back(value);
  }
  return values;
}

Scale make_scale(const document::ChartAxis& axis, const Extent& extent, double length, double room,
                 ScaleOf what) {
  Scale scale;
  const auto base = number_in(axis.logarithm_base);
  if (base && *base > 1) {
    scale = logarithmic(axis, extent, *base);
    scale.reversed = axis.reversed;
    return scale;
  }
  scale.reversed = axis.reversed;
  auto [low, high] = bounds(extent, what);
  if (what == ScaleOf::shares) low = extent.least < 0 ? -1 : 0, high = extent.most > 0 ? 1 : 0;
  const auto least = number_in(axis.least), most = number_in(axis.most);
  if (least) low = *least;
  if (most) high = *most;
  if (high <= low) high = low + 1;
  const double steps = std::clamp(std::floor(length / std::max(room, 1.0)), 1.0, most_steps);
  const auto fixed = number_in(axis.major);
  for (double wanted = steps; wanted >= 1; --wanted) {
    scale.step = fixed && *fixed > 0 ? *fixed : nice_step(high - low, wanted);
    scale.low = least ? low : std::floor(low / scale.step + 1e-9) * scale.step;
    scale.high = most ? high : std::ceil(high / scale.step - 1e-9) * scale.step;
    if (fixed || (scale.high - scale.low) / scale.step <= steps + 1e-6) break;
  }
  return scale;
}

} // namespace saraban::layout::chart
