// The one length of the engine: a whole number of EMU (ECMA-376 Part 1, 20.1.2.1).
#pragma once

#include <compare>
#include <cstdint>

namespace saraban {

/// 12,700 EMU a point: twips (635), half-points (6,350) and 0.01 mm (360) are exact.
struct Length {
  std::int64_t emu = 0;

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length operator+(Length o) const { return {emu + o.emu}; }
  constexpr Length operator-(Length o) const { return {emu - o.emu}; }
  constexpr Length operator-() const { return {-emu}; }
  constexpr Length operator*(std::int64_t n) const { return {emu * n}; }
  constexpr Length operator/(std::int64_t n) const { return {emu / n}; }
  constexpr Length& operator+=(Length o) { return emu += o.emu, *this; }
  constexpr Length& operator-=(Length o) { return emu -= o.emu, *this; }

  constexpr double points() const { return static_cast<double>(emu) / 12700.0; }
  /// This length times numerator / denominator, rounded half away from zero.
  constexpr Length scaled(std::int64_t numerator, std::int64_t denominator) const {
    const std::int64_t product = emu * numerator;
    const std::int64_t half = (denominator < 0 ? -denominator : denominator) / 2;
    return {((product < 0) ? product - half : product + half) / denominator};
  }
};

constexpr Length emu(std::int64_t n) {
  return {n};
}
constexpr Length twips(std::int64_t n) {
  return {n * 635};
}
constexpr Length half_points(std::int64_t n) {
  return {n * 6350};
}
constexpr Length hundredths_mm(std::int64_t n) {
  return {n * 360};
}
/// Rounded half away from zero to a whole EMU.
constexpr Length points(double n) {
  const double e = n * 12700.0;
  return {static_cast<std::int64_t>(e < 0 ? e - 0.5 : e + 0.5)};
}
constexpr Length millimetres(double n) {
  return points(n * 72.0 / 25.4);
}

} // namespace saraban
