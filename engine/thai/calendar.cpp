// Days, weeks, years and fiscal years.
#include "thai/date.h"
#include "thai/date_names.h"

#include <array>

namespace saraban::thai {
namespace {

constexpr int months_in_quarter = 3, first_fiscal_month = 10;

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// Days since 1 March of the year 0.
int day_number(Date date) {
  const int year = date.month > 2 ? date.year : date.year - 1;
  const int month = (date.month + 9) % 12;
  return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date.day - 1;
}

/// The inverse of day_number.
Date date_of(int number) {
  constexpr int days_in_era = 146097;
  const int era = (number >= 0 ? number : number - (days_in_era - 1)) / days_in_era;
  const int day_of_era = number - era * days_in_era;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / (days_in_era - 1)) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month = (5 * day_of_year + 2) / 153;
  Date date;
  date.day = day_of_year - (153 * month + 2) / 5 + 1;
  date.month = month < 10 ? month + 3 : month - 9;
  date.year = year_of_era + era * 400 + (date.month <= 2 ? 1 : 0);
  return date;
}

} // namespace

bool is_valid(Date date) {
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

int buddhist_year(Date date) {
  const bool old_style = date < Date{1941, 1, 1} && date.month < 4;
  return date.year + buddhist_offset - (old_style ? 1 : 0);
}

int fiscal_year(Date date) {
  return date.year + buddhist_offset + (date.month >= first_fiscal_month ? 1 : 0);
}

int fiscal_quarter(Date date) {
  return (date.month + 12 - first_fiscal_month) % 12 / months_in_quarter + 1;
}

int weekday(Date date) {
  constexpr int weekday_of_day_0 = 3; // 1 March 0000 was a Wednesday
  return ((day_number(date) + weekday_of_day_0) % 7 + 7) % 7;
}

Date add_days(Date date, int days) {
  return date_of(day_number(date) + days);
}

} // namespace saraban::thai
