// Dates in running text.
#include "clerk/find_dates.h"

#include "clerk/read_text.h"
#include "thai/date.h"
#include "thai/date_names.h"

#include <algorithm>

namespace saraban::clerk {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Moves `at` back over `word`, with spaces before it.
bool back_over(std::string_view text, std::size_t& at, std::string_view word) {
  std::size_t end = at;
  while (end > 0 && text[end - 1] == ' ') --end;
  if (!text.substr(0, end).ends_with(word)) return false;
  at = end - word.size();
  return true;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

struct Year {
  int number = 0;
  std::size_t end = 0;
  bool buddhist = false, common = false;
};

Year read_year(std::string_view text, std::size_t at) {
  Year year;
  at = skip_spaces(text, at);
  for (const std::string_view era : {"พ.ศ.", "ค.ศ."})
    if (text.substr(at).starts_with(era)) {
      (era == "พ.ศ." ? year.buddhist : year.common) = true;
      at = skip_spaces(text, at + era.size());
    }
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end - at != 4) return year;
  year.number = std::stoi(std::string(text.substr(at, 4)));
  year.end = end;
  return year;
}

/// The day's number, and what stands before it.
struct Day {
  int number = 0;
  std::size_t begin = 0;
};

Day read_day(std::string_view text, std::size_t at) {
  back_over(text, at, "เดือน");
  while (at > 0 && text[at - 1] == ' ') --at;
  std::size_t begin = at;
  while (begin > 0 && is_digit(text[begin - 1])) --begin;
  const bool grouped = begin > 0 && (text[begin - 1] == ',' || text[begin - 1] == '.');
  if (begin == at || at - begin > 2 || grouped) return {};
  return {std::stoi(std::string(text.substr(begin, at - begin))), begin};
}

void read_before(std::string_view text, std::size_t& begin, FoundDate& found) {
  std::size_t at = begin;
  if (!back_over(text, at, "ที่")) return;
  for (std::size_t i = 0; i < thai::weekday_names.size(); ++i) {
    std::size_t day = at;
    if (!back_over(text, day, thai::weekday_names[i])) continue;
    found.weekday = static_cast<int>(i);
    begin = day;
  }
  std::size_t word = found.weekday ? begin : at;
  back_over(text, word, "วัน");
  begin = word;
  if (text.substr(0, word).ends_with("เมื่อ")) found.said = FoundDate::Said::happened;
  if (text.substr(0, word).ends_with("ลง")) found.said = FoundDate::Said::dated;
}

} // namespace

std::vector<FoundDate> find_dates(std::string_view text) {
  std::vector<FoundDate> all;
  for (std::size_t month = 0; month < thai::month_names.size(); ++month) {
    const std::string_view name = thai::month_names[month];
    for (std::size_t at = 0; (at = text.find(name, at)) != text.npos; at += name.size()) {
      const Year year = read_year(text, at + name.size());
      Day day = read_day(text, at);
      if (year.number == 0 || day.number == 0) continue;
      FoundDate found;
      found.year = year.number;
      found.era_said = year.buddhist || year.common;
      const bool buddhist = !year.common && (year.buddhist || year.number >= 2400);
      const Date date{year.number - (buddhist ? thai::buddhist_offset : 0),
                      static_cast<int>(month) + 1, day.number};
      if (thai::is_valid(date)) found.date = date;
      read_before(text, day.begin, found);
      found.text = std::string(text.substr(day.begin, year.end - day.begin));
      all.push_back(found);
    }
  }
  return all;
}

} // namespace saraban::clerk
