// Formulas of custom shapes (ODF 1.3 Part 3, 19.171 draw:formula).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::odt {

/// What formulas may name beside each other.
struct FormulaScope {
  double left = 0, top = 0, width = 0, height = 0; ///< Of the view box, stretched.
  double logical_width = 0, logical_height = 0;    ///< Of the shape, in 1/100 mm.
  double stretch_x = 0, stretch_y = 0;
  bool has_stroke = true, has_fill = true;
  std::vector<double> modifiers; ///< $0, $1 …
};

/// draw:equation elements by name. Each is worked out once; what means itself, or nothing, is 0.
class Formulas {
public:
  explicit Formulas(FormulaScope scope) : scope_(std::move(scope)) {}

  void add(std::string_view name, std::string_view formula) {
    equations_[std::string(name)] = {formula, 0, State::open};
  }
  /// "?name", "$0", a number or a name such as "width".
  double value(std::string_view word);
  const FormulaScope& scope() const { return scope_; }

private:
  friend class FormulaParser;
  enum class State { open, working, done };
  struct Equation {
    std::string_view formula;
    double value = 0;
    State state = State::open;
  };
  double equation(std::string_view name);
  double modifier(std::string_view index) const;
  double named(std::string_view name) const;

  FormulaScope scope_;
  std::map<std::string, Equation, std::less<>> equations_;
  int depth_ = 0;
};

} // namespace saraban::odt
