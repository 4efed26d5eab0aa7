// Affine maps of PDF (ISO 32000-1, 8.3.3): [a b c d e f], applied to row vectors.
#pragma once

#include <cmath>

namespace saraban::pdf::scan {

struct Vector {
  double x = 0, y = 0;
};

struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  Vector apply(Vector v) const { return {a * v.x + c * v.y + e, b * v.x + d * v.y + f}; }
  Vector turn(Vector v) const { return {a * v.x + c * v.y, b * v.x + d * v.y}; } ///< Not moved.
  /// First this, then `next`.
  Matrix then(const Matrix& next) const {
    return {a * next.a + b * next.c,          a * next.b + b * next.d,
            c * next.a + d * next.c,          c * next.b + d * next.d,
            e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f};
  }
};

inline double length(Vector v) {
  return std::hypot(v.x, v.y);
}

} // namespace saraban::pdf::scan
