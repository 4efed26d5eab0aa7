// Number and date formats that forms ask for by the JavaScript that all viewers know.
#include "pdf/script_format.h"

#include "base/decimal.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace saraban::pdf {
namespace {

constexpr std::size_t longest_script = 4096;

/// The arguments of a call in a script: quotes taken off.
struct Call {
  bool found = false;
  std::vector<std::string> arguments;
  int number(std::size_t i) const {
    int n = 0;
    if (i < arguments.size())
      std::from_chars(arguments[i].data(), arguments[i].data() + arguments[i].size(), n);
    return n;
  }
  std::string text(std::size_t i) const { return i < arguments.size() ? arguments[i] : ""; }
};

Call call_of(const std::string& script, const std::string& name) {
  Call call;
  const std::size_t start = script.find(name + "(");
  if (start == std::string::npos) return call;
  call.found = true;
  std::string argument;
  char quote = 0;
  for (std::size_t at = start + name.size() + 1; at < script.size(); ++at) {
    const char c = script[at];
    if (quote == 0 && (c == ')' || c == ',')) {
      call.arguments.push_back(std::move(argument));
      argument.clear();
      if (c == ')') break;
    } else if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (quote != 0 && c == quote) {
      quote = 0;
    } else if (quote != 0 && c == '\\' && at + 1 < script.size()) {
      argument += script[++at];
    } else if (quote != 0 || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) {
      argument += c;
    }
  }
  return call;
}

std::string script_of(const Field& field) {
  QPDFObjectHandle actions = field.attribute("/AA");
  for (const Widget& widget : field.widgets)
    if (!actions.isDictionary()) actions = widget.object().getKey("/AA");
  if (!actions.isDictionary()) return {};
  QPDFObjectHandle action = actions.getKey("/F");
  if (!action.isDictionary()) return {};
  return text_of(action.getKey("/JS")).substr(0, longest_script);
}

/// Digits in threes; separators by the script's style: 1,234.56 1234.56 1.234,56 1234,56 1'234.56.
std::string grouped(const std::string& plain, int style) {
  constexpr std::array<const char*, 5> between = {",", "", ".", "", "'"};
  constexpr std::array<const char*, 5> point = {".", ".", ",", ",", "."};
  const auto s = static_cast<std::size_t>(style < 0 || style > 4 ? 0 : style);
  const std::size_t dot = std::min(plain.find('.'), plain.size());
  std::string out;
  for (std::size_t i = 0; i < dot; ++i) {
    if (i != 0 && (dot - i) % 3 == 0) out += between[s];
    out += plain[i];
  }
  return dot < plain.size() ? out + point[s] + plain.substr(dot + 1) : out;
}

std::string shown_number(const Decimal& number, const Call& call) {
  const int places = std::min(std::max(call.number(0), 0), 20);
  const Decimal rounded = number.rounded(places);
  const bool negative = rounded.is_negative();
  std::string text = grouped((negative ? -rounded : rounded).to_string(), call.number(1));
  const std::string currency = call.text(4);
  text = call.text(5) == "true" ? currency + text : text + currency;
  const int style = call.number(2); // 0 minus, 1 red, 2 brackets, 3 both
  if (negative) text = style >= 2 ? "(" + text + ")" : style == 0 ? "-" + text : text;
  return text;
}

struct DateParts {
  int year = 0, month = 0, day = 0;
};

std::optional<DateParts> iso_date(const std::string& text) {
  DateParts date;
  int end = 0;
  if (text.size() < 10 ||
      std::sscanf(text.c_str(), "%4d-%2d-%2d%n", &date.year, &date.month, &date.day, &end) != 3)
    return std::nullopt;
  const bool ends = end == 10 && (text.size() == 10 || text[10] == 'T' || text[10] == ' ');
  const bool good = date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31;
  return ends && good ? std::optional(date) : std::nullopt;
}

std::string dated(const DateParts& date, const std::string& pattern) {
  static constexpr std::array<const char*, 12> months = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const std::string month = months[static_cast<std::size_t>(date.month - 1)];
  const auto padded = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const char c = pattern[at];
    std::size_t count = 1;
    while (at + count < pattern.size() && pattern[at + count] == c) ++count;
    at += count;
    if (c == 'y')
      out += count >= 4 ? std::to_string(date.year) : padded(date.year % 100);
    else if (c == 'm')
      out += count >= 4   ? month
             : count == 3 ? month.substr(0, 3)
             : count == 2 ? padded(date.month)
                          : std::to_string(date.month);
    else if (c == 'd' && count <= 2)
      out += count == 2 ? padded(date.day) : std::to_string(date.day);
    else
      out.append(count, c);
  }
  return out;
}

/// By number in AFDate_Format.
std::string date_pattern(int number) {
  static constexpr std::array<const char*, 14> patterns = {
      "m/d",      "m/d/yy", "mm/dd/yy", "mm/yy",       "d-mmm",        "d-mmm-yy", "dd-mmm-yy",
      "yy-mm-dd", "mmm-yy", "mmmm-yy",  "mmm d, yyyy", "mmmm d, yyyy", "m/d/yy",   "m/d/yy"};
  return number >= 0 && number < static_cast<int>(patterns.size())
             ? patterns[static_cast<std::size_t>(number)]
             : "";
}

} // namespace

FormattedText formatted_text(const Field& field, const std::string& text) {
  const std::string script = text.empty() ? "" : script_of(field);
  if (script.empty()) return {text, text};
  if (const auto number = Decimal::parse(text)) {
    if (const Call call = call_of(script, "AFNumber_Format"); call.found)
      return {text, shown_number(*number, call)};
    if (const Call call = call_of(script, "AFPercent_Format"); call.found) {
      const int places = std::min(std::max(call.number(0), 0), 20);
      const Decimal hundredfold = (*number * Decimal(100)).rounded(places);
      return {text, grouped(hundredfold.to_string(), call.number(1)) + "%"};
    }
  }
  if (const auto date = iso_date(text)) {
    std::string pattern = call_of(script, "AFDate_FormatEx").text(0);
    if (const Call call = call_of(script, "AFDate_Format"); pattern.empty() && call.found)
      pattern = date_pattern(call.number(0));
    if (!pattern.empty()) {
      const std::string written = dated(*date, pattern);
      return {written, written};
    }
  }
  return {text, text};
}

} // namespace saraban::pdf
