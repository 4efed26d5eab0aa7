// Writing dates, times, ranges and quarters.
#include "thai/date.h"
#include "thai/date_names.h"

#include <algorithm>
#include <span>

namespace saraban::thai {
namespace {

constexpr std::string_view dash = " – ";

struct NamedStyle {
  std::string_view name, day, month, year; ///< Patterns by precision.
};

constexpr std::array<NamedStyle, 13> styles = {{
    {"letter", "d MMMM y", "MMMM y", "y"},
    {"long", "d MMMM G y", "MMMM G y", "G y"},
    {"full", "EEEE'ที่' d MMMM y", "MMMM y", "y"},
    {"medium", "d MMM y", "MMM y", "y"},
    {"short", "d MMM yy", "MMM yy", "yy"},
    {"memo", "d MMMyy", "MMMyy", "yy"},
    {"numeric", "d/M/y", "M/y", "y"},
    {"month", "MMMM y", "MMMM y", "y"},
    {"shortmonth", "MMM yy", "MMM yy", "yy"},
    {"year", "y", "y", "y"},
    {"weekday", "EEEE", "", ""},
    {"formal", "d 'เดือน' MMMM G y", "'เดือน' MMMM G y", "G y"},
    {"padded", "dd 'เดือน' MMMM G y", "'เดือน' MMMM G y", "G y"},
}};

std::string padded(int number, std::size_t width) {
  std::string text = std::to_string(number);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

std::string year_text(Date date, Era era) {
  return std::to_string(era == Era::buddhist ? buddhist_year(date) : date.year);
}

std::string two_digit_year(Date date, Era era) {
  const std::string year = year_text(date, era);
  return year.size() > 2 ? year.substr(year.size() - 2) : padded(std::stoi(year), 2);
}

std::string era_name(Era era, std::size_t count) {
  if (count < 4) return era == Era::buddhist ? "พ.ศ." : "ค.ศ.";
  return era == Era::buddhist ? "พุทธศักราช" : "คริสต์ศักราช";
}

std::string month_text(int month, std::size_t count) {
  const auto index = static_cast<std::size_t>(month - 1);
  if (count == 3) return std::string(month_short_names[index]);
  if (count >= 4) return std::string(month_names[index]);
  return padded(month, count);
}

std::string weekday_text(Date date, std::size_t count) {
  const auto index = static_cast<std::size_t>(weekday(date));
  if (count < 4) return std::string(weekday_short_names[index]);
  return "วัน" + std::string(weekday_names[index]);
}

/// A field of a CLDR pattern (UTS #35, 4.8); nothing for a letter that means none.
std::optional<std::string> field_text(char letter, std::size_t count, const DateTime& value,
                                      Era era) {
  const Date date = value.date;
  const Time time = value.time.value_or(Time{});
  switch (letter) {
  case 'd':
    return padded(date.day, count);
  case 'M':
  case 'L':
    return month_text(date.month, count);
  case 'E':
    return weekday_text(date, count);
  case 'y':
    return count == 2 ? two_digit_year(date, era) : year_text(date, era);
  case 'u':
    return std::to_string(date.year);
  case 'G':
    return era_name(era, count);
  case 'Q':
    return std::to_string((date.month - 1) / 3 + 1);
  case 'H':
    return padded(time.hour, count);
  case 'h':
    return padded((time.hour + 11) % 12 + 1, count);
  case 'm':
    return padded(time.minute, count);
  case 's':
    return padded(time.second, count);
  case 'a':
    return time.hour < 12 ? "ก่อนเที่ยง" : "หลังเที่ยง";
  default:
    return std::nullopt;
  }
}

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Quoted text from pattern[at], which is a quote; moves behind it. Two quotes mean one.
std::string take_quoted(std::string_view pattern, std::size_t& at) {
  std::string out;
  const std::size_t start = ++at;
  while (at < pattern.size()) {
    if (pattern[at] != '\'') {
      out += pattern[at++];
      continue;
    }
    ++at;
    if (at >= pattern.size() || pattern[at] != '\'' || at == start + 1) break;
    out += pattern[at++];
  }
  return at == start + 1 ? "'" : out;
}

std::optional<std::string> apply_pattern(std::string_view pattern, const DateTime& date, Era era) {
  std::string out;
  bool has_field = false;
  for (std::size_t i = 0; i < pattern.size();) {
    if (pattern[i] == '\'') {
      out += take_quoted(pattern, i);
    } else if (is_letter(pattern[i])) {
      const char letter = pattern[i];
      const std::size_t start = i;
      while (i < pattern.size() && pattern[i] == letter) ++i;
      const auto text = i - start > 9 ? std::nullopt : field_text(letter, i - start, date, era);
      if (!text) return std::nullopt;
      out += *text;
      has_field = true;
    } else {
      out += pattern[i++];
    }
  }
  return has_field ? std::optional(out) : std::nullopt;
}

std::string_view named_pattern(const NamedStyle& style, Precision precision) {
  return precision == Precision::day     ? style.day
         : precision == Precision::month ? style.month
                                         : style.year;
}

std::string pattern_text(std::string_view pattern, Date date, Digits digits, Era era) {
  DateTime value;
  value.date = date;
  return with_digits(apply_pattern(pattern, value, era).value_or(""), digits);
}

} // namespace

std::optional<std::string> format_date(const DateTime& date, std::string_view style, Digits digits,
                                       Era era) {
  if (!is_valid(date.date)) return std::nullopt;
  for (const NamedStyle& named : styles) {
    if (named.name != style) continue;
    const std::string_view pattern = named_pattern(named, date.precision);
    return pattern.empty() ? "" : with_digits(*apply_pattern(pattern, date, era), digits);
  }
  auto text = apply_pattern(style, date, era);
  if (text) *text = with_digits(*text, digits);
  return text;
}

const std::vector<std::string>& date_styles() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> list;
    for (const NamedStyle& style : styles) list.emplace_back(style.name);
    return list;
  }();
  return names;
}

std::string format_time(Time time, Digits digits) {
  return with_digits(padded(time.hour, 2) + "." + padded(time.minute, 2) + " น.", digits);
}

std::string format_time_range(Time from, Time to, Digits digits) {
  const std::string start = padded(from.hour, 2) + "." + padded(from.minute, 2);
  return with_digits(start, digits) + std::string(dash) + format_time(to, digits);
}

std::string format_date_range(Date from, Date to, Digits digits, Era era) {
  const std::string end = pattern_text("d MMMM y", to, digits, era);
  if (from == to) return end;
  const bool same_year = year_text(from, era) == year_text(to, era) && from.year == to.year;
  const bool same_month = same_year && from.month == to.month && from < to;
  const std::string_view start = same_month ? "d" : same_year && from < to ? "d MMMM" : "d MMMM y";
  return pattern_text(start, from, digits, era) + std::string(dash) + end;
}

std::string format_month_range(Date from, Date to, Digits digits, Era era) {
  const std::string end = pattern_text("MMMM y", to, digits, era);
  if (from.year == to.year && from.month == to.month) return end;
  const bool same_year = year_text(from, era) == year_text(to, era) && from < to;
  return pattern_text(same_year ? "MMMM" : "MMMM y", from, digits, era) + std::string(dash) + end;
}

std::string format_quarter(Date date, Digits digits, Era era) {
  return format_quarter_range(date, date, digits, era);
}

std::string format_quarter_range(Date from, Date to, Digits digits, Era era) {
  const auto first_month = [](Date date) {
    return Date{date.year, (date.month - 1) / 3 * 3 + 1, 1};
  };
  const Date start = first_month(from), last = first_month(to);
  const Date end{last.year, last.month + 2, 1};
  std::string out = "ไตรมาส " + std::to_string(fiscal_quarter(start));
  if (start != last) out += std::string(dash) + std::to_string(fiscal_quarter(last));
  return with_digits(out, digits) + " (" + format_month_range(start, end, digits, era) + ")";
}

} // namespace saraban::thai
