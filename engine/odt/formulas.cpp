// Works formulas out by recursive descent.
#include "odt/formulas.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>

namespace saraban::odt {
namespace {

/// Formulas in each other, and brackets in one.
constexpr int deepest = 32;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

double finite(double x) {
  return std::isfinite(x) ? std::clamp(x, -1e12, 1e12) : 0;
}

double call(std::string_view name, double x, double y, double z) {
  if (name == "abs") return std::abs(x);
  if (name == "sqrt") return std::sqrt(std::max(x, 0.0));
  if (name == "sin") return std::sin(x);
  if (name == "cos") return std::cos(x);
  if (name == "tan") return std::tan(x);
  if (name == "atan") return std::atan(x);
  if (name == "atan2") return std::atan2(y, x);
  if (name == "min") return std::min(x, y);
  if (name == "max") return std::max(x, y);
  if (name == "if") return x > 0 ? y : z;
  return 0;
}

} // namespace

class FormulaParser {
public:
  FormulaParser(std::string_view text, Formulas& formulas) : text_(text), formulas_(formulas) {}

  double sum() {
    double value = product();
    for (;;) {
      if (take('+'))
        value += product();
      else if (take('-'))
        value -= product();
      else
        return finite(value);
    }
  }

private:
  double product() {
    double value = factor();
    for (;;) {
      if (take('*'))
        value *= factor();
      else if (take('/')) {
        const double by = factor();
        value = by == 0 ? 0 : value / by;
      } else
        return finite(value);
    }
  }

  double factor() {
    if (++depth_ > deepest) return 0;
    double value = 0;
    if (take('-'))
      value = -factor();
    else if (take('+'))
      value = factor();
    else if (take('(')) {
      value = sum();
      take(')');
    } else
      value = word();
    --depth_;
    return value;
  }

  double word() {
    skip_spaces();
    const auto start = at_;
    if (at_ < text_.size() && (text_[at_] == '?' || text_[at_] == '$')) ++at_;
    while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]) ||
                                  text_[at_] == '.' || text_[at_] == '_' || exponent_sign(start)))
      ++at_;
    const auto name = text_.substr(start, at_ - start);
    if (name.empty()) {
      if (at_ < text_.size()) ++at_; // What is no formula stops nothing.
      return 0;
    }
    if (is_letter(name[0]) && take('(')) return function(name);
    return formulas_.value(name);
  }

  /// "1e-5": the sign belongs to the number.
  bool exponent_sign(std::size_t start) const {
    if (at_ <= start || !is_digit(text_[start])) return false;
    const char before = text_[at_ - 1], c = text_[at_];
    return (c == '-' || c == '+') && (before == 'e' || before == 'E');
  }

  double function(std::string_view name) {
    double arguments[3] = {0, 0, 0};
    for (int i = 0; i < 3; ++i) {
      arguments[i] = sum();
      if (!take(',')) break;
    }
    take(')');
    return finite(call(name, arguments[0], arguments[1], arguments[2]));
  }

  void skip_spaces() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n'))
      ++at_;
  }
  bool take(char c) {
    skip_spaces();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    return ++at_, true;
  }

  std::string_view text_;
  Formulas& formulas_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

double Formulas::modifier(std::string_view index) const {
  std::size_t i = 0;
  const auto [end, error] = std::from_chars(index.data(), index.data() + index.size(), i);
  const bool good = error == std::errc() && end == index.data() + index.size();
  return good && i < scope_.modifiers.size() ? scope_.modifiers[i] : 0;
}

double Formulas::equation(std::string_view name) {
  const auto found = equations_.find(name);
  if (found == equations_.end()) return 0;
  auto& equation = found->second;
  if (equation.state == State::done) return equation.value;
  if (equation.state == State::working || depth_ >= deepest) return 0;
  equation.state = State::working, ++depth_;
  equation.value = FormulaParser(equation.formula, *this).sum();
  equation.state = State::done, --depth_;
  return equation.value;
}

double Formulas::named(std::string_view name) const {
  if (name == "left") return scope_.left;
  if (name == "top") return scope_.top;
  if (name == "right") return scope_.left + scope_.width;
  if (name == "bottom") return scope_.top + scope_.height;
  if (name == "width") return scope_.width;
  if (name == "height") return scope_.height;
  if (name == "logwidth") return scope_.logical_width;
  if (name == "logheight") return scope_.logical_height;
  if (name == "xstretch") return scope_.stretch_x;
  if (name == "ystretch") return scope_.stretch_y;
  if (name == "hasstroke") return scope_.has_stroke ? 1 : 0;
  if (name == "hasfill") return scope_.has_fill ? 1 : 0;
  if (name == "pi") return std::numbers::pi;
  return 0;
}

double Formulas::value(std::string_view word) {
  if (word.empty()) return 0;
  if (word[0] == '?') return equation(word.substr(1));
  if (word[0] == '$') return modifier(word.substr(1));
  if (is_letter(word[0])) return named(word);
  double number = 0;
  const auto* end = word.data() + word.size();
  const auto result = std::from_chars(word.data(), end, number);
  return result.ec == std::errc() ? finite(number) : 0;
}

} // namespace saraban::odt
