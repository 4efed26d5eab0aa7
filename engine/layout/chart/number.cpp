// Numbers as format codes write them (ECMA-376 Part 1, 18.8.30 and 18.8.31).
#include "layout/chart/scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace saraban::layout::chart {

namespace {

std::string general(double value) {
  if (value == 0) return "0";
  const double size = std::abs(value);
  if (size >= 1e11 || size < 1e-9) return fmt::format("{:.5E}", value);
  std::string text =
      fmt::format("{:.{}f}", value, size >= 1 ? 9 - static_cast<int>(std::log10(size)) : 9);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

/// One of the sections that ';' parts: what stands before and after the digits, and how many.
struct Section {
  std::string before, after;
  int decimals = 0, integers = 0;
  bool digits = false, thousands = false, percent = false, date = false, general = false;
  bool scientific = false;
};

class SectionReader {
public:
  explicit SectionReader(std::string_view code) : code_(code) {
    while (at_ < code_.size()) read();
  }
  Section take() { return std::move(section_); }

private:
  void literal(std::string_view text) {
    (section_.digits ? section_.after : section_.before) += text;
  }

  void read() {
    const char c = code_[at_++];
    if (c == '"') {
      const auto end = std::min(code_.find('"', at_), code_.size());
      literal(code_.substr(at_, end - at_)), at_ = end + 1;
    } else if (c == '\\' && at_ < code_.size()) {
      literal(code_.substr(at_++, 1));
    } else if (c == '[') {
      bracketed();
    } else if (c == '_' || c == '*') {
      if (c == '_') literal(" ");
      at_ = std::min(at_ + 1, code_.size());
    } else if (c == '0' || c == '#' || c == '?') {
      section_.digits = true;
      if (c != '#' || decimal_) ++(decimal_ ? section_.decimals : section_.integers);
    } else if (c == '.' && section_.digits) {
      decimal_ = true;
    } else if (c == ',' && section_.digits) {
      section_.thousands = true;
    } else if ((c == 'E' || c == 'e') && section_.digits && at_ < code_.size() &&
               (code_[at_] == '+' || code_[at_] == '-')) {
      section_.scientific = true;
      at_ = std::min(code_.find_first_not_of("+-0#", at_), code_.size());
    } else if (c == '%') {
      section_.percent = true, literal("%");
    } else if (std::string_view("yYmMdDhHsS").find(c) != std::string_view::npos) {
      section_.date = true;
    } else if (code_.substr(at_ - 1, 7) == "General") {
      section_.general = section_.digits = true, at_ += 6;
    } else {
      literal(code_.substr(at_ - 1, 1));
    }
  }

  /// [$฿-41E] gives the currency's sign; colours and conditions give nothing.
  void bracketed() {
    const auto end = std::min(code_.find(']', at_), code_.size());
    const auto inside = code_.substr(at_, end - at_);
    if (inside.starts_with('$')) literal(inside.substr(1, inside.find('-') - 1));
    at_ = end + 1;
  }

  std::string_view code_;
  std::size_t at_ = 0;
  bool decimal_ = false;
  Section section_;
};

std::string digits_of(double value, const Section& section) {
  if (section.general) return general(std::abs(value));
  if (section.scientific)
    return fmt::format("{:.{}E}", std::abs(value), std::min(section.decimals, 15));
  std::string text = fmt::format("{:.{}f}", std::abs(value), std::min(section.decimals, 15));
  auto point = std::min(text.find('.'), text.size());
  if (section.integers == 0 && point == 1 && text[0] == '0' && section.decimals > 0)
    text.erase(0, 1), --point;
  for (auto at = static_cast<std::ptrdiff_t>(point) - 3; section.thousands && at > 0; at -= 3)
    text.insert(static_cast<std::size_t>(at), ",");
  while (point < static_cast<std::size_t>(section.integers)) text.insert(0, "0"), ++point;
  return text;
}

/// Days since 1899-12-30, in the code's letters y, m and d; times are left out.
std::string date_text(double value, std::string_view code) {
  using namespace std::chrono;
  static constexpr std::array<std::string_view, 12> months = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  if (value < 0 || value > 2'958'465) return general(value);
  const year_month_day date{sys_days{year{1899} / 12 / 30} + days{static_cast<int>(value)}};
  const unsigned month = static_cast<unsigned>(date.month()),
                 day = static_cast<unsigned>(date.day());
  std::string out;
  for (std::size_t at = 0; at < code.size();) {
    const char c = static_cast<char>(code[at] | 0x20);
    std::size_t count = 1;
    while (at + count < code.size() && code[at + count] == code[at]) ++count;
    if (c == 'y')
      out += count > 2 ? fmt::format("{}", static_cast<int>(date.year()))
                       : fmt::format("{:02}", static_cast<int>(date.year()) % 100);
    else if (c == 'm')
      out += count > 3    ? std::string(months[month - 1])
             : count == 3 ? std::string(months[month - 1].substr(0, 3))
                          : fmt::format("{:0{}}", month, static_cast<int>(count));
    else if (c == 'd')
      out += fmt::format("{:0{}}", day, static_cast<int>(std::min<std::size_t>(count, 2)));
    else if (code[at] == '[')
      count = std::min(code.find(']', at), code.size() - 1) - at + 1;
    else if (code[at] != '\\' && code[at] != '"')
      out += code.substr(at, count);
    at += count;
  }
  return out;
}

} // namespace

std::string formatted(double value, const std::string& code) {
  if (code.empty() || code == "General" || code == "Standard") return general(value);
  std::array<std::string_view, 3> sections;
  std::string_view rest = code;
  std::size_t count = 0;
  for (; count < 3; ++count) {
    const auto end = rest.find(';');
    sections[count] = rest.substr(0, end);
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  const bool negative = value < 0 && count >= 1;
  const auto chosen = negative ? sections[1] : value == 0 && count >= 2 ? sections[2] : sections[0];
  const Section section = SectionReader(chosen).take();
  if (section.date && !section.digits) return date_text(value, chosen);
  if (section.percent) value *= 100;
  const std::string digits = section.digits ? digits_of(value, section) : std::string();
  const bool sign =
      value < 0 && !negative && digits.find_first_of("123456789") != std::string::npos;
  return (sign ? "-" : "") + section.before + digits + section.after;
}

} // namespace saraban::layout::chart
