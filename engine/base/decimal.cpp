// Exact decimal arithmetic on GMP's whole numbers.
#include "base/decimal.h"

#include "base/failure.h"

#include <charconv>
#include <cmath>

namespace saraban {
namespace {

constexpr int most_digits = 100'000;
constexpr int most_exponent = 1'000;
constexpr int division_digits = 28;

mpz_class power_of_ten(int exponent) {
  mpz_class result;
  mpz_ui_pow_ui(result.get_mpz_t(), 10, static_cast<unsigned long>(exponent));
  return result;
}

/// Never less than the decimal digits, at most one more.
std::size_t digits_of(const mpz_class& n) {
  return mpz_sizeinbase(n.get_mpz_t(), 10);
}

[[noreturn]] void too_many_digits() {
  throw Failure(Fault::input, "limit-number-digits", {}, {{"limit", std::to_string(most_digits)}});
}

void check_digits(std::size_t digits) {
  if (digits > static_cast<std::size_t>(most_digits) + 1) too_many_digits();
}

/// Quotient of whole numbers, rounded as asked.
mpz_class divide_rounded(const mpz_class& numerator, const mpz_class& denominator, Rounding mode) {
  mpz_class quotient, remainder;
  mpz_tdiv_qr(quotient.get_mpz_t(), remainder.get_mpz_t(), numerator.get_mpz_t(),
              denominator.get_mpz_t());
  if (remainder == 0) return quotient;
  const int sign = sgn(numerator) * sgn(denominator);
  const int half = cmp(abs(remainder) * 2, abs(denominator));
  bool away = false;
  switch (mode) {
  case Rounding::half_up:
    away = half >= 0;
    break;
  case Rounding::half_even:
    away = half > 0 || (half == 0 && mpz_odd_p(quotient.get_mpz_t()));
    break;
  case Rounding::down:
    away = false;
    break;
  case Rounding::up:
    away = true;
    break;
  case Rounding::floor:
    away = sign < 0;
    break;
  case Rounding::ceiling:
    away = sign > 0;
    break;
  }
  if (away) quotient += sign;
  return quotient;
}

/// Both coefficients at the larger of the two scales.
struct Aligned {
  mpz_class left, right;
  int scale;
};

Aligned align(const Decimal& a, const Decimal& b) {
  if (a.scale() == b.scale()) return {a.coefficient(), b.coefficient(), a.scale()};
  if (a.scale() < b.scale())
    return {a.coefficient() * power_of_ten(b.scale() - a.scale()), b.coefficient(), b.scale()};
  return {a.coefficient(), b.coefficient() * power_of_ten(a.scale() - b.scale()), a.scale()};
}

/// Digits with the point taken out, and where it stood.
struct Digits {
  std::string digits;
  int scale = 0;
  bool negative = false;
};

/// Takes the digits and the point from the front of `text`; nothing without a digit.
std::optional<Digits> take_digits(std::string_view& text) {
  Digits out;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    out.negative = text[0] == '-';
    text.remove_prefix(1);
  }
  bool point = false;
  for (; !text.empty(); text.remove_prefix(1)) {
    const char c = text[0];
    if (c == '.' && !point && !out.digits.empty()) {
      point = true;
    } else if (c >= '0' && c <= '9') {
      if (out.digits.size() >= static_cast<std::size_t>(most_digits)) return std::nullopt;
      out.digits.push_back(c);
      if (point) ++out.scale;
    } else {
      break;
    }
  }
  if (out.digits.empty() || (point && out.scale == 0)) return std::nullopt;
  return out;
}

/// The exponent after the digits: 0 when the text has ended; nothing for anything else.
std::optional<int> take_exponent(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] != 'e' && text[0] != 'E') return std::nullopt;
  text.remove_prefix(1);
  if (!text.empty() && text[0] == '+') {
    text.remove_prefix(1);
    if (!text.empty() && text[0] == '-') return std::nullopt;
  }
  int exponent = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (exponent > most_exponent || exponent < -most_exponent) return std::nullopt;
  return exponent;
}

mpz_class whole_number(const std::string& digits) {
  if (digits.size() <= 18) {
    long n = 0;
    for (const char c : digits) n = n * 10 + (c - '0');
    return mpz_class(n);
  }
  return mpz_class(digits, 10);
}

} // namespace

Decimal::Decimal(std::int64_t whole) : coefficient_(static_cast<long>(whole)) {}

Decimal::Decimal(mpz_class coefficient, int scale)
    : coefficient_(std::move(coefficient)), scale_(scale) {
  check_digits(digits_of(coefficient_));
  if (scale_ > 2 * most_digits || scale_ < -most_digits) too_many_digits();
  if (scale_ < 0) {
    coefficient_ *= power_of_ten(-scale_);
    scale_ = 0;
  }
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const auto digits = take_digits(text);
  if (!digits) return std::nullopt;
  const auto exponent = take_exponent(text);
  if (!exponent) return std::nullopt;
  mpz_class coefficient = whole_number(digits->digits);
  if (digits->negative) coefficient = -coefficient;
  if (coefficient == 0) return Decimal(coefficient, std::max(0, digits->scale - *exponent));
  return Decimal(std::move(coefficient), digits->scale - *exponent);
}

std::optional<Decimal> Decimal::from_double(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  char buffer[64];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  return parse(std::string_view(buffer, static_cast<std::size_t>(end - buffer)));
}

Decimal Decimal::operator-() const {
  return Decimal(-coefficient_, scale_);
}

Decimal Decimal::operator+(const Decimal& o) const {
  if (scale_ == o.scale_) return Decimal(coefficient_ + o.coefficient_, scale_);
  const Aligned a = align(*this, o);
  return Decimal(a.left + a.right, a.scale);
}

Decimal Decimal::operator-(const Decimal& o) const {
  if (scale_ == o.scale_) return Decimal(coefficient_ - o.coefficient_, scale_);
  const Aligned a = align(*this, o);
  return Decimal(a.left - a.right, a.scale);
}

Decimal Decimal::operator*(const Decimal& o) const {
  return Decimal(coefficient_ * o.coefficient_, scale_ + o.scale_);
}

std::optional<Decimal> Decimal::divided_by(const Decimal& o) const {
  if (o.is_zero()) return std::nullopt;
  if (is_zero()) return Decimal();
  // Lengths of the operands leave the quotient 28 or 29 digits; with 29 it is taken anew, so that
  // nothing is rounded twice.
  const int numerator_digits = static_cast<int>(coefficient_.get_str().size()) - (is_negative());
  const int denominator_digits =
      static_cast<int>(o.coefficient_.get_str().size()) - (o.is_negative());
  const auto quotient_at = [&](int shift) {
    mpz_class numerator = coefficient_, denominator = o.coefficient_;
    if (shift >= 0)
      numerator *= power_of_ten(shift);
    else
      denominator *= power_of_ten(-shift);
    return divide_rounded(numerator, denominator, Rounding::half_even);
  };
  int shift = division_digits - (numerator_digits - denominator_digits);
  mpz_class quotient = quotient_at(shift);
  if (abs(quotient) >= power_of_ten(division_digits)) quotient = quotient_at(--shift);
  return Decimal(std::move(quotient), shift + scale_ - o.scale_).normalized();
}

std::optional<Decimal> Decimal::floor_divided_by(const Decimal& o) const {
  if (o.is_zero()) return std::nullopt;
  const Aligned a = align(*this, o);
  return Decimal(divide_rounded(a.left, a.right, Rounding::floor), 0);
}

std::optional<Decimal> Decimal::modulo(const Decimal& o) const {
  const auto quotient = floor_divided_by(o);
  if (!quotient) return std::nullopt;
  return *this - o * *quotient;
}

std::optional<Decimal> Decimal::power(const Decimal& exponent) const {
  const auto whole = exponent.to_int64();
  if (!whole || *whole > 10'000 || *whole < -10'000) return std::nullopt;
  const auto count = static_cast<unsigned long>(*whole < 0 ? -*whole : *whole);
  if (*whole < 0 && is_zero()) return std::nullopt;
  // One digit less for each factor than digits_of says is still a lower bound of the result.
  if ((digits_of(coefficient_) - 1) * count > static_cast<std::size_t>(most_digits))
    too_many_digits();
  if (static_cast<std::size_t>(scale_) * count > static_cast<std::size_t>(most_digits))
    too_many_digits();
  mpz_class result;
  mpz_pow_ui(result.get_mpz_t(), coefficient_.get_mpz_t(), count);
  Decimal power(std::move(result), scale_ * static_cast<int>(count));
  return *whole < 0 ? Decimal(1).divided_by(power) : power;
}

std::strong_ordering Decimal::operator<=>(const Decimal& o) const {
  const auto ordering = [](int c) { return c <=> 0; };
  if (scale_ == o.scale_) return ordering(cmp(coefficient_, o.coefficient_));
  if (sgn(coefficient_) != sgn(o.coefficient_))
    return ordering(sgn(coefficient_) - sgn(o.coefficient_));
  const Aligned a = align(*this, o);
  return ordering(cmp(a.left, a.right));
}

Decimal Decimal::rounded(int places, Rounding mode) const {
  if (places >= scale_) {
    if (places > most_digits) too_many_digits();
    return Decimal(coefficient_ * power_of_ten(places - scale_), places);
  }
  // Past every digit the power of ten only has to be larger than twice the number.
  const std::int64_t dropped = static_cast<std::int64_t>(scale_) - places;
  const auto enough = static_cast<std::int64_t>(digits_of(coefficient_)) + 1;
  const bool past_all = dropped > enough;
  mpz_class kept = divide_rounded(
      coefficient_, power_of_ten(static_cast<int>(past_all ? enough : dropped)), mode);
  if (kept == 0) return Decimal(mpz_class(0), std::max(0, places));
  return Decimal(std::move(kept), places);
}

Decimal Decimal::normalized() const {
  if (scale_ == 0) return *this;
  if (is_zero()) return {};
  mpz_class stripped;
  const mpz_class ten = 10;
  const auto removed = static_cast<std::int64_t>(
      mpz_remove(stripped.get_mpz_t(), coefficient_.get_mpz_t(), ten.get_mpz_t()));
  if (removed <= scale_) return Decimal(std::move(stripped), scale_ - static_cast<int>(removed));
  return Decimal(stripped * power_of_ten(static_cast<int>(removed) - scale_), 0);
}

bool Decimal::is_whole() const {
  if (scale_ == 0) return true;
  return mpz_divisible_p(coefficient_.get_mpz_t(), power_of_ten(scale_).get_mpz_t()) != 0;
}

bool Decimal::is_negative() const {
  return sgn(coefficient_) < 0;
}

bool Decimal::is_zero() const {
  return sgn(coefficient_) == 0;
}

std::optional<std::int64_t> Decimal::to_int64() const {
  if (!is_whole()) return std::nullopt;
  const mpz_class whole = scale_ == 0 ? coefficient_ : coefficient_ / power_of_ten(scale_);
  if (!whole.fits_slong_p()) return std::nullopt;
  return whole.get_si();
}

double Decimal::to_double() const {
  const std::string text = coefficient_.get_str() + "e-" + std::to_string(scale_);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) {
    const bool small = digits_of(coefficient_) < static_cast<std::size_t>(scale_);
    value = small ? 0.0 : HUGE_VAL;
    return is_negative() ? -value : value;
  }
  return value;
}

std::string Decimal::to_string() const {
  std::string text = coefficient_.get_str();
  if (scale_ == 0) return text;
  const std::size_t sign = is_negative() ? 1 : 0;
  const auto scale = static_cast<std::size_t>(scale_);
  if (text.size() - sign <= scale) text.insert(sign, scale + 1 - (text.size() - sign), '0');
  text.insert(text.size() - scale, 1, '.');
  return text;
}

} // namespace saraban
