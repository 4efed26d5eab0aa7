// Texts as a clerk proof-reads them: first those of the data, whose place is known to the line,
// then the finished document, where values and words meet.
#include "clerk/clerk.h"
#include "clerk/find_dates.h"
#include "clerk/read_text.h"
#include "data/read.h"
#include "thai/baht.h"
#include "thai/baht_read.h"
#include "thai/date.h"
#include "thai/digits.h"

#include <algorithm>
#include <set>

namespace saraban::clerk {
namespace {

using Arguments = std::vector<std::pair<std::string, std::string>>;

class Proofreader {
public:
  Proofreader(const Papers& papers, Diagnostics& diagnostics)
      : papers_(papers), diagnostics_(diagnostics) {
    if (const data::Value* day = papers.record.find("วันที่"); day != nullptr && day->string())
      letter_date_ = thai::parse_date(*day->string());
  }
  void read(std::string_view text, const Location& where);

private:
  void warn(const char* code, const Location& where, Arguments arguments);
  void read_amounts(std::string_view text, const Location& where);
  void read_dates(std::string_view text, const Location& where);
  void read_date(const FoundDate& found, const Location& where);

  const Papers& papers_;
  Diagnostics& diagnostics_;
  std::optional<thai::DateTime> letter_date_;
  std::set<std::string> said_; ///< What the data was told of is not told of the document again.
};

void Proofreader::warn(const char* code, const Location& where, Arguments arguments) {
  for (auto& [name, value] : arguments)
    if (name == "text" || name == "date") value = thai::with_digits(value, papers_.settings.digits);
  std::string key = code;
  for (const auto& [name, value] : arguments) key += "|" + value;
  if (said_.insert(key).second) diagnostics_.warning(code, where, std::move(arguments));
}

/// "1,200 บาท (": what may stand between a number and its words.
std::optional<Decimal> number_before(std::string_view text, std::size_t end) {
  static constexpr std::string_view fillers[] = {" ", "(", "บาท", "\t", ".-", "="};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view filler : fillers)
      if (text.substr(0, end).ends_with(filler)) end -= filler.size(), again = true;
  }
  std::size_t begin = end;
  while (begin > 0 && (std::string_view("0123456789,.").find(text[begin - 1]) != text.npos))
    --begin;
  while (begin < end && (text[begin] == ',' || text[begin] == '.')) ++begin;
  const auto number = read_number(text.substr(begin, end - begin));
  return number && number->length == end - begin ? std::optional(number->value) : std::nullopt;
}

/// "words)\t1,200": the total of a table.
std::optional<Decimal> number_after(std::string_view text, std::size_t at) {
  static constexpr std::string_view fillers[] = {" ", ")", "\t", "เป็นเงิน", "จำนวน"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view filler : fillers)
      if (text.substr(at).starts_with(filler)) at += filler.size(), again = true;
  }
  const auto number = read_number(text.substr(at));
  return number ? std::optional(number->value) : std::nullopt;
}

void Proofreader::read_amounts(std::string_view text, const Location& where) {
  for (const thai::BahtWords& words : thai::find_baht_words(text)) {
    std::optional<Decimal> number = number_before(text, words.begin);
    if (!number && text.substr(0, words.begin).ends_with('('))
      number = number_after(text, words.end);
    if (words.amount && (!number || *number == *words.amount)) continue;
    warn(words.amount ? "clerk-words" : "clerk-words-unreadable", where,
         {{"words", std::string(text.substr(words.begin, words.end - words.begin))},
          {"number", number ? grouped(*number) : ""},
          {"says", words.amount ? grouped(*words.amount) : ""},
          {"right", number ? thai::baht_text(*number) : ""}});
  }
}

void Proofreader::read_date(const FoundDate& found, const Location& where) {
  if (!found.era_said && (found.year < 2400 || found.year > 2700))
    return warn(
        "clerk-era", where,
        {{"text", found.text},
         {"right", std::to_string(found.year < 2400 ? found.year + 543 : found.year - 543)}});
  if (!found.date) return warn("clerk-no-such-day", where, {{"text", found.text}});
  const int weekday = thai::weekday(*found.date);
  if (found.weekday && *found.weekday != weekday)
    warn(
        "clerk-weekday", where,
        {{"text", found.text},
         {"right",
          thai::format_date({*found.date, {}, {}}, "weekday", thai::Digits::arabic).value_or("")}});
  if (found.said == FoundDate::Said::plainly || !letter_date_ || *found.date <= letter_date_->date)
    return;
  warn(found.said == FoundDate::Said::happened ? "clerk-not-yet" : "clerk-dated-later", where,
       {{"text", found.text},
        {"date", thai::format_date(*letter_date_, "letter", thai::Digits::arabic).value_or("")}});
}

void Proofreader::read_dates(std::string_view text, const Location& where) {
  for (const FoundDate& found : find_dates(text)) read_date(found, where);
}

void Proofreader::read(std::string_view text, const Location& where) {
  read_amounts(text, where);
  read_dates(text, where);
}

} // namespace

void check_texts(const Papers& papers, Diagnostics& diagnostics) {
  Proofreader reader(papers, diagnostics);
  for_each_text(papers.record, [&](const std::string& text, data::Mark mark) {
    reader.read(plain(text), data::location_of(mark, papers.sources));
  });
  Location where;
  where.file = papers.file;
  for (const std::string& line : lines_of(papers.document)) reader.read(line, where);
}

} // namespace saraban::clerk
