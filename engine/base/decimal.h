// Exact decimal numbers: money is never a double.
#pragma once

#include <compare>
#include <cstdint>
#include <gmpxx.h>
#include <optional>
#include <string>
#include <string_view>

namespace saraban {

enum class Rounding { half_up, half_even, down, up, floor, ceiling };

/// coefficient × 10^-scale, scale never negative. Keeps trailing zeros: "10.50" prints as "10.50".
/// Exact to 100,000 digits; a result beyond them throws Failure (input: "limit-number-digits").
class Decimal {
public:
  Decimal() = default;
  Decimal(std::int64_t whole); // NOLINT: a whole number is a decimal
  Decimal(mpz_class coefficient, int scale);

  /// [+-]digits[.digits][e[+-]digits], ASCII digits; nothing for any other text
  /// or an exponent beyond ±1000 or more than 100,000 digits.
  static std::optional<Decimal> parse(std::string_view text);
  /// The shortest decimal that reads back as this double; nothing for NaN and infinities.
  static std::optional<Decimal> from_double(double value);

  Decimal operator-() const;
  Decimal operator+(const Decimal& o) const;
  Decimal operator-(const Decimal& o) const;
  Decimal operator*(const Decimal& o) const;
  /// Quotient to 28 significant digits, trailing zeros dropped; nothing when dividing by zero.
  std::optional<Decimal> divided_by(const Decimal& o) const;
  /// Floor division and the remainder that goes with it (Python's // and %); nothing for zero.
  std::optional<Decimal> floor_divided_by(const Decimal& o) const;
  std::optional<Decimal> modulo(const Decimal& o) const;
  /// Whole exponents, at most 10,000 in size, negative ones by division; nothing otherwise.
  std::optional<Decimal> power(const Decimal& exponent) const;

  std::strong_ordering operator<=>(const Decimal& o) const; ///< By value: 1.0 equals 1.
  bool operator==(const Decimal& o) const { return (*this <=> o) == 0; }

  /// With exactly that many places; negative ones round to tens, hundreds …
  Decimal rounded(int places, Rounding mode = Rounding::half_up) const;
  Decimal normalized() const; ///< Without trailing fraction zeros.
  bool is_whole() const;
  bool is_negative() const;
  bool is_zero() const;
  int scale() const { return scale_; }
  const mpz_class& coefficient() const { return coefficient_; }
  /// Nothing when fractional or out of range.
  std::optional<std::int64_t> to_int64() const;
  double to_double() const;
  std::string to_string() const; ///< Plain digits, never an exponent.

private:
  mpz_class coefficient_ = 0;
  int scale_ = 0;
};

} // namespace saraban
