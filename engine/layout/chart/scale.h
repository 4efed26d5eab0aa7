// The numbers on an axis: where it begins and ends, and its steps.
#pragma once

#include "document/chart.h"

#include <vector>

namespace saraban::layout::chart {

std::optional<double> number_in(const std::string& text);

/// The number as the format code writes it (ECMA-376 Part 1, 18.8.30); "General" where it is empty.
std::string formatted(double value, const std::string& code);

struct Scale {
  double low = 0, high = 1, step = 1;
  double base = 0; ///< Of its logarithms; 0: linear.
  bool reversed = false;

  /// 0 at the axis's beginning, 1 at its end; not held within.
  double share(double value) const;
  std::vector<double> steps() const;
};

struct Extent {
  double least = 0, most = 0;
  bool any = false;
  void add(double value);
};

/// values: zero belongs to the axis when they lie wide apart; shares: of a whole; places: zero is a
/// place as any other.
enum class ScaleOf { values, shares, places };
/// Steps of 1, 2 or 5 times a power of ten, `room` points long at least; the largest value keeps a
/// twentieth of the span free above it.
Scale make_scale(const document::ChartAxis& axis, const Extent& extent, double length, double room,
                 ScaleOf what);

} // namespace saraban::layout::chart
