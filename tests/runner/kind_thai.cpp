// Thai facts as lines: "function | input | options => output"; the functions are listed below.
// links: thai
#include "runner/runner.h"
#include "thai/baht.h"
#include "thai/date.h"
#include "thai/digits.h"
#include "thai/identity.h"
#include "thai/numbering.h"
#include "thai/words.h"

#include "base/utf8.h"

#include <map>

namespace saraban::cases {
namespace {

using namespace saraban::thai;

struct Call {
  std::string input, options;
  bool has(const std::string& option) const { return options.find(option) != std::string::npos; }
  Digits digits() const { return has("arabic") ? Digits::arabic : Digits::thai; }
  Era era() const { return has("common") ? Era::common : Era::buddhist; }
};

std::string number_in_words(const Call& call, bool baht) {
  const auto number = Decimal::parse(call.input);
  if (!number) return "no number";
  WordsOptions options;
  if (call.has("tens-only")) options.et = Et::tens_only;
  if (call.has("million")) options.unit = BahtUnit::million;
  if (call.has("down")) options.rounding = Rounding::down;
  return baht ? baht_text(*number, options) : number_words(*number, options);
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

/// ISO 8601, as precise as the text was.
std::string parsed(const Call& call) {
  const auto value = parse_date(call.input);
  if (!value) return "none";
  std::string text = std::to_string(value->date.year);
  if (value->precision != Precision::year) text += "-" + two_digits(value->date.month);
  if (value->precision == Precision::day) text += "-" + two_digits(value->date.day);
  if (value->time)
    text += "T" + two_digits(value->time->hour) + ":" + two_digits(value->time->minute) + ":" +
            two_digits(value->time->second);
  return text;
}

std::string formatted(const Call& call) {
  const auto parts = split(call.options, "; ");
  const auto value = parse_date(call.input);
  if (!value) return "no date";
  return format_date(*value, parts[0], call.digits(), call.era()).value_or("no style");
}

using Range = std::string (*)(Date, Date, Digits, Era);

std::string ranged(const Call& call, Range range) {
  const auto ends = split(call.input, " to ");
  const auto from = parse_date(ends[0]), to = parse_date(ends.back());
  return from && to ? range(from->date, to->date, call.digits(), call.era()) : "no date";
}

std::string times(const Call& call) {
  const auto ends = split(call.input, " to ");
  const auto from = parse_time(ends[0]), to = parse_time(ends.back());
  if (!from || !to) return "no time";
  return ends.size() == 1 ? format_time(*from, call.digits())
                          : format_time_range(*from, *to, call.digits());
}

std::string joined(const std::string& text, const std::vector<std::size_t>& starts) {
  std::string out;
  std::size_t from = 0;
  for (const std::size_t start : starts) {
    if (start == 0) continue;
    out += text.substr(from, start - from) + "|";
    from = start;
  }
  return out + text.substr(from);
}

/// Each Thai run of the input with "|" where a word begins.
std::string broken(const Call& call) {
  const WordList more(call.options.empty() ? std::vector<std::string>{} : split(call.options, " "));
  std::string out;
  std::string run;
  for (std::size_t i = 0; i <= call.input.size();) {
    const Decoded next = decode_utf8(call.input, i);
    if (next.length > 0 && is_thai(next.code)) {
      run += call.input.substr(i, next.length);
    } else {
      out += joined(run, word_starts(run, &more));
      run.clear();
      out += call.input.substr(std::min(i, call.input.size()), next.length);
    }
    i += std::max<std::size_t>(next.length, 1);
  }
  return out;
}

std::string visible(std::string text) {
  for (const auto& [sign, shown] : {std::pair{"\u2060", "_"}, std::pair{"\u00A0", "~"}})
    for (std::size_t at; (at = text.find(sign)) != std::string::npos;)
      text.replace(at, std::string(sign).size(), shown);
  return text;
}

std::string named(const Call& call) {
  const auto parts = split(call.input, " ");
  return person_name(parts.at(0), parts.at(1), parts.at(2));
}

int whole(const std::string& text) {
  return std::stoi(text);
}

const std::map<std::string, std::string (*)(const Call&)>& functions() {
  static const std::map<std::string, std::string (*)(const Call&)> table = {
      {"thaidigits", [](const Call& c) { return to_thai_digits(c.input); }},
      {"allthaidigits", [](const Call& c) { return all_thai_digits(c.input); }},
      {"arabicdigits", [](const Call& c) { return to_arabic_digits(c.input); }},
      {"bahttext", [](const Call& c) { return number_in_words(c, true); }},
      {"thaiwords", [](const Call& c) { return number_in_words(c, false); }},
      {"number", [](const Call& c) { return number_thai(whole(c.input)); }},
      {"letter", [](const Call& c) { return letter_thai(whole(c.input)); }},
      {"counting", [](const Call& c) { return counting_thai(whole(c.input)); }},
      {"parse", parsed},
      {"date", formatted},
      {"time", times},
      {"daterange", [](const Call& c) { return ranged(c, format_date_range); }},
      {"monthrange", [](const Call& c) { return ranged(c, format_month_range); }},
      {"quarters", [](const Call& c) { return ranged(c, format_quarter_range); }},
      {"fiscalyear",
       [](const Call& c) { return std::to_string(fiscal_year(parse_date(c.input)->date)); }},
      {"buddhistyear",
       [](const Call& c) { return std::to_string(buddhist_year(parse_date(c.input)->date)); }},
      {"weekday", [](const Call& c) { return std::to_string(weekday(parse_date(c.input)->date)); }},
      {"namedweekday",
       [](const Call& c) { return std::to_string(named_weekday(c.input).value_or(-1)); }},
      {"adddays",
       [](const Call& c) {
         const Date date = add_days(parse_date(c.input)->date, whole(c.options));
         return std::to_string(date.year) + "-" + two_digits(date.month) + "-" +
                two_digits(date.day);
       }},
      {"words", broken},
      {"clusters", [](const Call& c) { return joined(c.input, cluster_starts(c.input)); }},
      {"together", [](const Call& c) { return visible(keep_together(c.input)); }},
      {"phone", [](const Call& c) { return format_phone(c.input, c.digits()); }},
      {"idcard",
       [](const Call& c) { return format_id_card(c.input, c.digits()).value_or("none"); }},
      {"validid",
       [](const Call& c) { return std::string(is_valid_id_card(c.input) ? "yes" : "no"); }},
      {"name", named},
      {"catchword",
       [](const Call& c) { return catchword(c.input, c.options.empty() ? 2 : whole(c.options)); }},
  };
  return table;
}

void run(const std::filesystem::path& file, Report& report, Accept) {
  for (const auto& [number, line] : case_lines(file)) {
    const std::string where = "line " + std::to_string(number) + ": " + line;
    const auto sides = split(line, " => ");
    const auto parts = split(sides[0], " | ");
    const auto function = functions().find(parts[0]);
    if (sides.size() != 2 || parts.size() < 2 || function == functions().end()) {
      report.fail(where + ": not a case");
      continue;
    }
    const Call call{parts[1], parts.size() > 2 ? parts[2] : ""};
    report.expect_equal(where, sides[1], function->second(call));
  }
}

const Kind kind{"thai", ItemIs::file, run};

} // namespace
} // namespace saraban::cases
