// Spreadsheets count days: serial numbers to ISO dates.
#include "data/serial_date.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace saraban::data {
namespace {

constexpr std::int64_t last_day = 2'958'465; // 31 December 9999
constexpr std::int64_t minutes_of_day = 24 * 60;

/// Days since 1 January 1970 to a date of the Gregorian calendar (Hinnant's days_from_civil, turned
/// round).
std::string civil(std::int64_t days) {
  days += 719'468;
  const std::int64_t era = days / 146'097;
  const std::int64_t of_era = days - era * 146'097;
  const std::int64_t year_of_era =
      (of_era - of_era / 1460 + of_era / 36'524 - of_era / 146'096) / 365;
  const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * of_year + 2) / 153;
  const std::int64_t day = of_year - (153 * shifted_month + 2) / 5 + 1;
  const std::int64_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

} // namespace

bool is_date_format(int id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
         (id >= 50 && id <= 58) || (id >= 71 && id <= 81);
}

bool shows_a_date(std::string_view format_code) {
  bool quoted = false, bracketed = false;
  for (std::size_t i = 0; i < format_code.size(); ++i) {
    const char c = format_code[i];
    if (c == '"') quoted = !quoted;
    if (c == '[') bracketed = true;
    if (c == ']') bracketed = false;
    if (c == '\\') ++i;
    if (!quoted && !bracketed &&
        std::string_view("ymdhsYMDHSbBeE").find(c) != std::string_view::npos)
      // "0.00E+00" is no date: E before a sign is the exponent.
      if (!(c == 'E' && i + 1 < format_code.size() &&
            (format_code[i + 1] == '+' || format_code[i + 1] == '-')))
        return true;
  }
  return false;
}

std::optional<std::string> date_of_serial(std::string_view text, Epoch epoch) {
  double serial = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), serial);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (!(serial >= 0) || serial > static_cast<double>(last_day)) return std::nullopt;
  const auto minutes = static_cast<std::int64_t>(std::llround(serial * minutes_of_day));
  const std::int64_t day = minutes / minutes_of_day, minute = minutes % minutes_of_day;
  const std::string time = fmt::format("{:02}:{:02}", minute / 60, minute % 60);
  if (day == 0) return time;
  // Serial 60 is the 29 February 1900 that never was: days before it are one later.
  std::int64_t since_1970 = day - 25'569;
  if (epoch == Epoch::year_1904)
    since_1970 = day - 24'107;
  else if (day < 60)
    ++since_1970;
  return minute == 0 ? civil(since_1970) : civil(since_1970) + "T" + time;
}

} // namespace saraban::data
