// Buddhist-era dates, times, ranges, fiscal years (thai.md C1–C2).
#pragma once

#include "base/environment.h"
#include "thai/digits.h"

#include <optional>
#include <string>
#include <string_view>

namespace saraban::thai {

struct Time {
  int hour = 0, minute = 0, second = 0;
  auto operator<=>(const Time&) const = default;
};
struct DateTime {
  Date date;
  std::optional<Time> time;
};

enum class Era { buddhist, common };

/// The year as counted then: before 1941 the year began on 1 April (Year Act B.E. 2483).
int buddhist_year(Date date);
/// From 1 October, named by the Buddhist year in which it ends.
int fiscal_year(Date date);
int fiscal_quarter(Date date); ///< 1 to 4.
int weekday(Date date);        ///< 0 is Sunday.
bool is_valid(Date date);
Date add_days(Date date, int days);

/// ISO 8601 dates and date-times ("2018-09-12", "2018-09-12T09:30"), and Thai text in every style
/// of thai.md C2
/// ("๑๒ กันยายน ๒๕๖๑", "12 ก.ย. 61", "วันพุธที่ ๑๗ มิถุนายน พ.ศ. ๒๕๖๓", "12/9/2561").
std::optional<DateTime> parse_date(std::string_view text);
std::optional<Time> parse_time(std::string_view text);

/// `style`: letter, long, full, short, numeric, month, padded, or a CLDR pattern; nothing for an
/// unknown style.
std::optional<std::string> format_date(const DateTime& date, std::string_view style, Digits digits,
                                       Era era = Era::buddhist);
std::string format_time(Time time, Digits digits); ///< "๐๙.๓๐ น."
/// The shortest correct range: "๒๗ – ๒๘ มิถุนายน ๒๕๖๓".
std::string format_date_range(Date from, Date to, Digits digits, Era era = Era::buddhist);
std::string format_month_range(Date from, Date to, Digits digits, Era era = Era::buddhist);
std::string format_time_range(Time from, Time to, Digits digits);
/// "ไตรมาส ๔ (กรกฎาคม – กันยายน ๒๕๖๑)"
std::string format_quarter(Date date, Digits digits, Era era = Era::buddhist);

} // namespace saraban::thai
