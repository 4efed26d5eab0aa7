// Buddhist-era dates, times, ranges, fiscal years (thai.md C1–C2).
#pragma once

#include "base/environment.h"
#include "thai/digits.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::thai {

struct Time {
  int hour = 0, minute = 0, second = 0;
  auto operator<=>(const Time&) const = default;
};
/// How much of a date was said: "พฤศจิกายน 2564" and "2021-11" are months, "2564" a year.
enum class Precision { day, month, year };

struct DateTime {
  Date date; ///< The first day of a month or year.
  std::optional<Time> time;
  Precision precision = Precision::day;
  auto operator<=>(const DateTime&) const = default;
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

/// ISO 8601 dates and date-times ("2018-09-12", "2018-09-12T09:30", "2018-09"), and Thai text in
/// every style of thai.md C2 ("๑๒ กันยายน ๒๕๖๑", "12 ก.ย. 61", "วันพุธที่ ๑๗ มิถุนายน พ.ศ. ๒๕๖๓
/// เวลา ๐๙.๐๐ น.", "12/9/2561"). Years from 2400 on are Buddhist whatever the style, two digits
/// mean 25xx; พ.ศ. and ค.ศ. decide. Nothing for what is no date, a day that does not exist among
/// it.
std::optional<DateTime> parse_date(std::string_view text);
/// "๐๙.๓๐ น.", "9:30", "09:30:15".
std::optional<Time> parse_time(std::string_view text);
/// The weekday that a text names ("วันพุธที่ …"), 0 is Sunday: to check it against the date.
std::optional<int> named_weekday(std::string_view text);

/// `style` is one of
///   letter "๑๒ กันยายน ๒๕๖๑" · long "๑๒ กันยายน พ.ศ. ๒๕๖๑" · full "วันพุธที่ ๑๒ กันยายน ๒๕๖๑"
///   medium "๑๒ ก.ย. ๒๕๖๑" · short "๑๒ ก.ย. ๖๑" · memo "๑๒ ก.ย.๖๑" · numeric "๑๒/๙/๒๕๖๑"
///   month "กันยายน ๒๕๖๑" · shortmonth "ก.ย. ๖๑" · year "๒๕๖๑" · weekday "วันพุธ"
///   formal "๗ เดือน กันยายน พ.ศ. ๒๕๖๑" · padded "๐๗ เดือน กันยายน พ.ศ. ๒๕๖๑"
/// or a CLDR pattern (d M E y G Q u H h m s a and quoted text: "EEEEที่ d MMMM y"). Nothing for an
/// unknown style. What a month or a year alone cannot say falls away from the named styles.
std::optional<std::string> format_date(const DateTime& date, std::string_view style, Digits digits,
                                       Era era = Era::buddhist);
/// The names of the named styles, for hints.
const std::vector<std::string>& date_styles();
std::string format_time(Time time, Digits digits); ///< "๐๙.๓๐ น."
/// The shortest correct range: "๒๗ – ๒๘ มิถุนายน ๒๕๖๓", "๓๐ กันยายน – ๒ ตุลาคม ๒๕๖๓", "๓๐ ธันวาคม
/// ๒๕๖๓ – ๒ มกราคม ๒๕๖๔"; a day alone when both are the same.
std::string format_date_range(Date from, Date to, Digits digits, Era era = Era::buddhist);
/// "เมษายน – กันยายน ๒๕๖๓", "ตุลาคม ๒๕๖๔ – มิถุนายน ๒๕๖๕".
std::string format_month_range(Date from, Date to, Digits digits, Era era = Era::buddhist);
/// "๐๙.๐๐ – ๑๒.๐๐ น."
std::string format_time_range(Time from, Time to, Digits digits);
/// "ไตรมาส ๔ (กรกฎาคม – กันยายน ๒๕๖๑)"
std::string format_quarter(Date date, Digits digits, Era era = Era::buddhist);
/// Of the fiscal year: "ไตรมาส ๓ – ๔ (เมษายน – กันยายน ๒๕๖๓)".
std::string format_quarter_range(Date from, Date to, Digits digits, Era era = Era::buddhist);

} // namespace saraban::thai
