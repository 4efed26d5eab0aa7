// Exact decimals: parsing, arithmetic, rounding, text.
#include "base/decimal.h"

#include "base/failure.h"

#include <cmath>
#include <gtest/gtest.h>

namespace saraban {
namespace {

Decimal d(std::string_view text) {
  return Decimal::parse(text).value();
}

std::string quotient(std::string_view a, std::string_view b) {
  return d(a).divided_by(d(b)).value().to_string();
}

TEST(Decimal, KeepsWhatWasWritten) {
  for (const char* text :
       {"0", "10.50", "-0.007", "533800.00", "123456789012345678901234567890.12"})
    EXPECT_EQ(d(text).to_string(), text);
  EXPECT_EQ(d("+5").to_string(), "5");
  EXPECT_EQ(d("1.5e3").to_string(), "1500");
  EXPECT_EQ(d("15e-3").to_string(), "0.015");
  EXPECT_EQ(d("007").to_string(), "7");
}

TEST(Decimal, RefusesOtherText) {
  for (const char* text : {"", ".", ".5", "5.", "1e", "1e+-3", "1e1001", "1,000", " 1", "1 ", "0x1",
                           "--1", "1.2.3", "NaN", "๑"})
    EXPECT_FALSE(Decimal::parse(text)) << text;
  EXPECT_FALSE(Decimal::parse(std::string(100'001, '9')));
}

TEST(Decimal, AddsExactly) {
  EXPECT_EQ((d("0.1") + d("0.2")).to_string(), "0.3");
  EXPECT_EQ((d("1") - d("0.01")).to_string(), "0.99");
  EXPECT_EQ((d("1.10") * d("1.10")).to_string(), "1.2100");
  EXPECT_EQ((-d("5.0")).to_string(), "-5.0");
}

TEST(Decimal, DividesToTwentyEightDigits) {
  EXPECT_EQ(quotient("10", "4"), "2.5");
  EXPECT_EQ(quotient("1", "3"), "0.3333333333333333333333333333");
  EXPECT_EQ(quotient("2", "3"), "0.6666666666666666666666666667");
  EXPECT_EQ(quotient("-2", "3"), "-0.6666666666666666666666666667");
  EXPECT_EQ(quotient("1000", "0.001"), "1000000");
  EXPECT_EQ(quotient("0", "7"), "0");
  EXPECT_FALSE(d("1").divided_by(d("0.00")));
}

TEST(Decimal, FloorsLikePython) {
  EXPECT_EQ(d("7").floor_divided_by(d("2"))->to_string(), "3");
  EXPECT_EQ(d("-7").floor_divided_by(d("2"))->to_string(), "-4");
  EXPECT_EQ(d("-7").modulo(d("2"))->to_string(), "1");
  EXPECT_EQ(d("7").modulo(d("-2"))->to_string(), "-1");
  EXPECT_EQ(d("7.5").modulo(d("2"))->to_string(), "1.5");
  EXPECT_FALSE(d("7").modulo(d("0")));
}

TEST(Decimal, RaisesToWholePowers) {
  EXPECT_EQ(d("1.5").power(d("2"))->to_string(), "2.25");
  EXPECT_EQ(d("2").power(d("-2"))->to_string(), "0.25");
  EXPECT_EQ(d("0").power(d("0"))->to_string(), "1");
  EXPECT_FALSE(d("0").power(d("-1")));
  EXPECT_FALSE(d("4").power(d("0.5")));
  EXPECT_FALSE(d("4").power(d("10001")));
}

TEST(Decimal, ComparesByValue) {
  EXPECT_EQ(d("1.0"), d("1"));
  EXPECT_LT(d("-1"), d("0.001"));
  EXPECT_GT(d("10"), d("9.99"));
}

TEST(Decimal, Rounds) {
  EXPECT_EQ(d("2.345").rounded(2).to_string(), "2.35");
  EXPECT_EQ(d("-2.345").rounded(2).to_string(), "-2.35");
  EXPECT_EQ(d("2.345").rounded(2, Rounding::half_even).to_string(), "2.34");
  EXPECT_EQ(d("2.341").rounded(2, Rounding::up).to_string(), "2.35");
  EXPECT_EQ(d("2.349").rounded(2, Rounding::down).to_string(), "2.34");
  EXPECT_EQ(d("-2.341").rounded(2, Rounding::floor).to_string(), "-2.35");
  EXPECT_EQ(d("-2.349").rounded(2, Rounding::ceiling).to_string(), "-2.34");
  EXPECT_EQ(d("5").rounded(2).to_string(), "5.00");
  EXPECT_EQ(d("1250").rounded(-2).to_string(), "1300");
  EXPECT_EQ(d("49").rounded(-2).to_string(), "0");
  EXPECT_EQ(d("49").rounded(-2'000'000'000).to_string(), "0");
  EXPECT_EQ(d("0.4").rounded(0).to_string(), "0");
}

TEST(Decimal, Converts) {
  EXPECT_EQ(d("10.500").normalized().to_string(), "10.5");
  EXPECT_EQ(d("100.00").normalized().to_string(), "100");
  EXPECT_EQ(d("0.00").normalized().to_string(), "0");
  EXPECT_EQ(d("10.00").to_int64(), 10);
  EXPECT_FALSE(d("10.5").to_int64());
  EXPECT_FALSE(d("9223372036854775808").to_int64());
  EXPECT_EQ(d("-0.25").to_double(), -0.25);
  EXPECT_TRUE(std::isinf(d("1e999").to_double()));
  EXPECT_EQ(d("1e-999").to_double(), 0.0);
  EXPECT_EQ(Decimal::from_double(0.1)->to_string(), "0.1");
  EXPECT_EQ(Decimal::from_double(1e22)->to_string(), "10000000000000000000000");
  EXPECT_FALSE(Decimal::from_double(NAN));
}

TEST(Decimal, RefusesToGrowWithoutEnd) {
  Decimal n = d("1e1000");
  EXPECT_THROW(
      {
        for (int i = 0; i < 100; ++i) n = n * n;
      },
      Failure);
  EXPECT_THROW((void)d("1e1000").power(d("10000")), Failure);
  EXPECT_THROW((void)d("1").rounded(2'000'000'000), Failure);
}

} // namespace
} // namespace saraban
