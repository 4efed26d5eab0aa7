// Reading dates and times as people and programs write them.
#include "thai/date.h"
#include "thai/date_names.h"

#include <algorithm>
#include <charconv>

namespace saraban::thai {
namespace {

constexpr int first_buddhist_year = 2400; ///< A year from here on can only be Buddhist.
constexpr std::size_t text_at_most = 200; ///< Bytes; no date is longer.

/// Arabic digits, plain spaces, ASCII lower case.
std::string simplified(std::string_view text) {
  std::string out;
  for (const char c : to_arabic_digits(text)) out += c >= 'A' && c <= 'Z' ? char(c + 32) : c;
  for (const std::string_view space : {"\u00A0", "\t", "\u2060", "\u200B"})
    for (std::size_t at; (at = out.find(space)) != std::string::npos;)
      out.replace(at, space.size(), " ");
  return out;
}

/// Eats a text from the left.
class Scanner {
public:
  explicit Scanner(std::string_view text) : rest_(text) {}
  bool at_end() const { return rest_.empty(); }
  void skip_spaces() {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
  }
  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  template <typename List>
  int take_any(const List& words) { ///< Its index, or -1; the longest that fits.
    int best = -1;
    for (std::size_t i = 0; i < words.size(); ++i)
      if (rest_.starts_with(words[i]) &&
          (best < 0 || words[i].size() > words[static_cast<std::size_t>(best)].size()))
        best = static_cast<int>(i);
    if (best >= 0) rest_.remove_prefix(words[static_cast<std::size_t>(best)].size());
    return best;
  }
  /// One to `most` digits, no digit after them.
  std::optional<int> number(std::size_t most, std::size_t* width = nullptr) {
    std::size_t count = 0;
    while (count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') ++count;
    if (count == 0 || count > most) return std::nullopt;
    int value = 0;
    std::from_chars(rest_.data(), rest_.data() + count, value);
    rest_.remove_prefix(count);
    if (width != nullptr) *width = count;
    return value;
  }

private:
  std::string_view rest_;
};

enum class YearOf { unknown, buddhist, common };

/// The common-era year of a year as written; nothing when there was no such month.
std::optional<int> common_year(int year, std::size_t width, int month, YearOf era) {
  if (width == 2 && era == YearOf::common) return 2000 + year;
  if (width == 2) year += 2500, era = YearOf::buddhist;
  if (width == 3 || width == 1) return std::nullopt;
  const bool buddhist =
      era == YearOf::buddhist || (era == YearOf::unknown && year >= first_buddhist_year);
  if (!buddhist) return year;
  constexpr int last_old_year = 2483; // April to December only (Year Act B.E. 2483)
  if (year == last_old_year && month < 4) return std::nullopt;
  return year - buddhist_offset + (year < last_old_year && month < 4 ? 1 : 0);
}

std::optional<DateTime> checked(Date date, Precision precision = Precision::day) {
  if (!is_valid(date)) return std::nullopt;
  DateTime result;
  result.date = date;
  result.precision = precision;
  return result;
}

std::optional<Time> take_time(Scanner& in) {
  const auto hour = in.number(2);
  if (!hour || !(in.take(":") || in.take("."))) return std::nullopt;
  std::size_t width = 0;
  const auto minute = in.number(2, &width);
  if (!minute || width != 2 || *hour > 24 || *minute > 59) return std::nullopt;
  Time time{*hour, *minute, 0};
  if (in.take(":")) {
    const auto second = in.number(2);
    if (!second || *second > 60) return std::nullopt;
    time.second = *second;
    if (in.take(".")) in.number(9);
  }
  if (time.hour == 24 && (time.minute != 0 || time.second != 0)) return std::nullopt;
  return time;
}

/// "Z", "+07", "+07:00": the wall clock's time is meant, so the zone is only read.
void skip_zone(Scanner& in) {
  if (in.take("z") || !(in.take("+") || in.take("-"))) return;
  in.number(4);
  if (in.take(":")) in.number(2);
}

/// 2018-09-12[T09:30[:00]], 2018-09, 2018
std::optional<DateTime> parse_iso(std::string_view text) {
  Scanner in(text);
  std::size_t width = 0;
  const auto year = in.number(4, &width);
  if (!year || width != 4) return std::nullopt;
  const auto year_alone = common_year(*year, 4, 12, YearOf::unknown);
  if (in.at_end()) return checked({*year_alone, 1, 1}, Precision::year);
  if (!in.take("-")) return std::nullopt;
  const auto month = in.number(2);
  if (!month) return std::nullopt;
  const auto common = common_year(*year, 4, *month, YearOf::unknown);
  if (!common) return std::nullopt;
  if (in.at_end()) return checked({*common, *month, 1}, Precision::month);
  if (!in.take("-")) return std::nullopt;
  const auto day = in.number(2);
  if (!day) return std::nullopt;
  auto result = checked({*common, *month, *day});
  if (!result || in.at_end()) return result;
  if (!in.take("t") && !in.take(" ")) return std::nullopt;
  in.skip_spaces();
  result->time = take_time(in);
  skip_zone(in);
  return result->time && in.at_end() ? result : std::nullopt;
}

void skip_words(Scanner& in) {
  static constexpr std::array<std::string_view, 10> words = {
      "ณ", "ลง", "วันที่", "ที่", "เดือน", "ปี", "ประจำ", "ภายใน", "ตั้งแต่", ",",
  };
  for (;;) {
    in.skip_spaces();
    if (in.take_any(words) >= 0) continue;
    Scanner ahead = in;
    if (ahead.take("วัน") && (ahead.take_any(weekday_names) >= 0)) {
      in = ahead;
      continue;
    }
    return;
  }
}

enum class Tongue { thai, english };

struct Month {
  int number = 0; ///< 0 when there is none.
  Tongue tongue = Tongue::thai;
};

Month take_month(Scanner& in) {
  static constexpr std::array<std::string_view, 12> bare = {"มค", "กพ", "มีค", "เมย", "พค", "มิย",
                                                            "กค", "สค", "กย", "ตค",  "พย", "ธค"};
  static constexpr std::array<std::string_view, 12> english_short = {
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  for (const auto* names : {&month_names, &month_short_names, &bare})
    if (const int month = in.take_any(*names); month >= 0) return {month + 1, Tongue::thai};
  int month = in.take_any(english_month_names);
  if (month < 0) month = in.take_any(english_short);
  in.take(".");
  return {month + 1, Tongue::english};
}

YearOf take_era(Scanner& in) {
  static constexpr std::array<std::string_view, 4> buddhist = {"พ.ศ.", "พ.ศ", "พศ.", "พุทธศักราช"};
  static constexpr std::array<std::string_view, 4> common = {"ค.ศ.", "ค.ศ", "คศ.", "คริสต์ศักราช"};
  in.skip_spaces();
  const YearOf era = in.take_any(buddhist) >= 0 ? YearOf::buddhist
                     : in.take_any(common) >= 0 ? YearOf::common
                                                : YearOf::unknown;
  in.skip_spaces();
  return era;
}

/// " เวลา ๐๙.๐๐ น." or nothing after a date; false when anything else is there.
bool take_rest(Scanner& in, DateTime& result) {
  in.skip_spaces();
  in.take(",");
  in.skip_spaces();
  if (in.at_end()) return true;
  in.take("เวลา");
  in.skip_spaces();
  result.time = take_time(in);
  in.skip_spaces();
  if (!in.take("น.")) in.take("นาฬิกา");
  in.skip_spaces();
  return result.time.has_value() && in.at_end();
}

std::optional<DateTime> finish(Scanner& in, std::optional<int> day, Month month) {
  YearOf era = take_era(in);
  std::size_t width = 0;
  const auto year = in.number(4, &width);
  if (!year) return std::nullopt;
  if (month.tongue == Tongue::english && width == 2 && era == YearOf::unknown) era = YearOf::common;
  const auto common = common_year(*year, width, month.number, era);
  if (!common) return std::nullopt;
  auto result =
      checked({*common, month.number, day.value_or(1)}, day ? Precision::day : Precision::month);
  if (!result || !take_rest(in, *result)) return std::nullopt;
  return result;
}

/// 12/9/2561, 12-9-61, 12.9.2561
std::optional<DateTime> parse_numeric(Scanner in, int day) {
  for (const std::string_view sign : {"/", "-", "."}) {
    Scanner ahead = in;
    if (!ahead.take(sign)) continue;
    ahead.skip_spaces();
    const auto month = ahead.number(2);
    if (month && *month >= 1 && *month <= 12 && ahead.take(sign))
      return finish(ahead, day, {*month, Tongue::thai});
  }
  return std::nullopt;
}

std::optional<DateTime> parse_words(std::string_view text) {
  Scanner in(text);
  skip_words(in);
  if (const YearOf era = take_era(in); era != YearOf::unknown) {
    std::size_t width = 0;
    const auto year = in.number(4, &width);
    const auto common = year ? common_year(*year, width, 12, era) : std::nullopt;
    if (!common || !in.at_end()) return std::nullopt;
    return checked({*common, 1, 1}, Precision::year);
  }
  std::optional<int> day = in.number(2);
  if (day)
    if (auto numeric = parse_numeric(in, *day)) return numeric;
  in.take(".");
  skip_words(in);
  const Month month = take_month(in);
  if (month.number == 0) return std::nullopt;
  skip_words(in);
  if (!day && month.tongue == Tongue::english) { // September 12, 2018
    Scanner ahead = in;
    const auto number = ahead.number(2);
    if (number && (ahead.take(",") || ahead.take(" "))) day = number, in = ahead;
  }
  return finish(in, day, month);
}

} // namespace

std::optional<DateTime> parse_date(std::string_view text) {
  if (text.size() > text_at_most) return std::nullopt;
  std::string simple = simplified(text);
  simple.erase(0, std::min(simple.find_first_not_of(" \n\r"), simple.size()));
  simple.erase(simple.find_last_not_of(" \n\r") + 1);
  if (simple.empty()) return std::nullopt;
  if (auto iso = parse_iso(simple)) return iso;
  return parse_words(simple);
}

std::optional<Time> parse_time(std::string_view text) {
  if (text.size() > text_at_most) return std::nullopt;
  const std::string simple = simplified(text);
  Scanner in(simple);
  in.skip_spaces();
  in.take("เวลา");
  in.skip_spaces();
  const auto time = take_time(in);
  in.skip_spaces();
  if (!in.take("น.")) in.take("นาฬิกา");
  in.skip_spaces();
  return in.at_end() ? time : std::nullopt;
}

std::optional<int> named_weekday(std::string_view text) {
  for (std::size_t at = 0; (at = text.find("วัน", at)) != std::string_view::npos; ++at) {
    Scanner in(text.substr(at));
    in.take("วัน");
    if (const int day = in.take_any(weekday_names); day >= 0) return day;
  }
  return std::nullopt;
}

} // namespace saraban::thai
