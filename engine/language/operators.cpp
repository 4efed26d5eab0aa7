// Arithmetic and comparisons, exact; what Python does, kinder to text that is a number.
#include "language/sequence.h"
#include "language/state.h"
#include "language/values.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace saraban::language {
namespace {

constexpr std::size_t max_bits = 400'000; ///< Of a number: some 120,000 digits.

std::size_t bits(const Decimal& number) {
  return mpz_sizeinbase(number.coefficient().get_mpz_t(), 2);
}

Value not_a_number(const Value& value, Scope::State& state) {
  state.report("not-a-number", {{"value", described(value)}});
  return std::string();
}

Value repeated(const Value& what, const Decimal& times, Scope::State& state) {
  const auto count = std::clamp<std::int64_t>(times.to_int64().value_or(0), 0, 1'000'000'000);
  if (const std::string* text = string_of(what)) {
    state.charge(text->size() * static_cast<std::uint64_t>(count));
    std::string out;
    for (std::int64_t i = 0; i < count; ++i) out += *text;
    return out;
  }
  const Sequence items(what);
  state.charge(items.size() * static_cast<std::uint64_t>(count) * 50);
  std::vector<Value> out;
  for (std::int64_t i = 0; i < count; ++i)
    for (std::size_t k = 0; k < items.size(); ++k) out.push_back(items.at(k));
  return make_list(std::move(out));
}

Value power(const Decimal& base, const Decimal& exponent, Scope::State& state) {
  const auto whole = exponent.to_int64();
  if (whole && bits(base) * static_cast<std::size_t>(std::abs(*whole) % 1'000'000 + 1) > max_bits)
    state.fail("limit-steps");
  if (auto result = base.power(exponent)) return *result;
  if (base.is_zero()) {
    state.report("divide-by-zero");
    return std::string();
  }
  const auto root = Decimal::from_double(std::pow(base.to_double(), exponent.to_double()));
  return root ? Value(*root) : not_a_number(exponent, state);
}

/// 6/2 is 3 and 7/2 is 3.5: whole results have no fraction.
Value quotient(const std::optional<Decimal>& result, Scope::State& state) {
  if (result) return *result;
  state.report("divide-by-zero");
  return std::string();
}

Value calculated(BinaryOperator operation, const Decimal& a, const Decimal& b,
                 Scope::State& state) {
  if (bits(a) + bits(b) > max_bits || std::abs(a.scale()) + std::abs(b.scale()) > 100'000)
    state.fail("limit-steps");
  switch (operation) {
  case BinaryOperator::add:
    return a + b;
  case BinaryOperator::subtract:
    return a - b;
  case BinaryOperator::multiply:
    return a * b;
  case BinaryOperator::divide:
    return quotient(a.divided_by(b), state);
  case BinaryOperator::floor_divide:
    return quotient(a.floor_divided_by(b), state);
  case BinaryOperator::modulo:
    return quotient(a.modulo(b), state);
  default:
    return power(a, b, state);
  }
}

Value joined_lists(const Value& left, const Value& right, Scope::State& state) {
  std::vector<Value> items = items_of(left);
  for (Value& item : items_of(right)) items.push_back(std::move(item));
  state.charge(items.size() * 10);
  return make_list(std::move(items));
}

/// What the operators mean for text and lists; nothing when they mean numbers.
std::optional<Value> apply_to_text(BinaryOperator operation, const Value& left, const Value& right,
                                   Scope::State& state) {
  const std::string* a = string_of(left);
  const std::string* b = string_of(right);
  if (operation == BinaryOperator::add && a && b) {
    state.charge((a->size() + b->size()) / 4);
    return Value(*a + *b);
  }
  if (operation == BinaryOperator::add && kind_of(left) == Kind::list &&
      kind_of(right) == Kind::list)
    return joined_lists(left, right, state);
  if (operation == BinaryOperator::multiply) {
    const auto times = [](const Value& v) { return is_integer(v); };
    if ((kind_of(left) == Kind::list || (a && !number_in(left))) && times(right))
      return repeated(left, *number_of(right), state);
    if ((kind_of(right) == Kind::list || (b && !number_in(right))) && times(left))
      return repeated(right, *number_of(left), state);
  }
  if (operation == BinaryOperator::modulo && a && !number_in(left))
    return percent_formatted(*a, right, state);
  return std::nullopt;
}

/// Compares; gives up, as unequal, on values that hold each other too often.
class Equality {
public:
  bool of(const Value& left, const Value& right, int depth = 0) {
    if (depth > max_value_depth || --parts_left_ <= 0) return false;
    const std::string* a = string_of(left);
    const std::string* b = string_of(right);
    if (a || b) return a && b && *a == *b;
    const Kind kind = kind_of(left), other = kind_of(right);
    if (kind == Kind::undefined || kind == Kind::none) return kind == other;
    if (const auto x = number_of(left)) {
      const auto y = number_of(right);
      return y && *x == *y;
    }
    if (kind != other) return false;
    if (kind == Kind::list) return of_lists(left, right, depth);
    return kind == Kind::map && of_maps(left, right, depth);
  }

private:
  bool of_lists(const Value& left, const Value& right, int depth) {
    const Sequence a(left), b(right);
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
      if (!of(a.at(i), b.at(i), depth + 1)) return false;
    return true;
  }
  bool of_maps(const Value& left, const Value& right, int depth) {
    const Members a(left), b(right);
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
      const auto other = b.find(a.key(i));
      if (!other || !of(a.value(i), *other, depth + 1)) return false;
    }
    return true;
  }

  int parts_left_ = 100'000;
};

/// Gives up, as without order, on lists that hold each other too often.
std::optional<std::strong_ordering> ordered(const Value& left, const Value& right, int& parts_left,
                                            int depth = 0) {
  if (depth > max_value_depth || --parts_left < 0) return std::nullopt;
  const std::string* a = string_of(left);
  const std::string* b = string_of(right);
  if (a && b) return a->compare(*b) <=> 0;
  if (kind_of(left) == Kind::list && kind_of(right) == Kind::list) {
    const Sequence x(left), y(right);
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
      const auto order = ordered(x.at(i), y.at(i), parts_left, depth + 1);
      if (!order || *order != 0) return order;
    }
    return x.size() <=> y.size();
  }
  const auto x = number_in(left), y = number_in(right);
  if (!x || !y) return std::nullopt;
  return *x <=> *y;
}

bool contains(const Value& whole, const Value& part, Scope::State& state) {
  if (const std::string* text = string_of(whole)) {
    const std::string* wanted = string_of(part);
    const std::string shown = wanted ? *wanted : plain_form(part);
    return text->find(shown) != std::string::npos;
  }
  if (kind_of(whole) == Kind::map) return Members(whole).find(plain_form(part)).has_value();
  const Sequence items(whole);
  state.charge(items.size());
  for (std::size_t i = 0; i < items.size(); ++i)
    if (equal_values(items.at(i), part)) return true;
  return false;
}

bool is_in(const Value& part, const Value& whole, Scope::State& state) {
  if (const auto* missing = std::get_if<Undefined>(&whole.content())) {
    state.report_undefined(*missing);
    return false;
  }
  if (!is_iterable(whole)) {
    state.report("not-a-list", {{"value", described(whole)}});
    return false;
  }
  return contains(whole, part, state);
}

} // namespace

bool equal_values(const Value& left, const Value& right) {
  return Equality().of(left, right);
}

std::optional<std::strong_ordering> order_of(const Value& left, const Value& right) {
  int parts_left = 100'000;
  return ordered(left, right, parts_left);
}

Value apply_unary(UnaryOperator operation, const Value& operand, Scope::State& state) {
  if (operation == UnaryOperator::logical_not) return !is_true(operand);
  if (operand.is_undefined()) return operand;
  const auto number = number_in(operand);
  if (!number) return not_a_number(operand, state);
  return operation == UnaryOperator::negate ? -*number : *number;
}

Value apply_binary(BinaryOperator operation, const Value& left, const Value& right,
                   Scope::State& state) {
  if (left.is_undefined()) return left;
  if (right.is_undefined()) return right;
  if (auto result = apply_to_text(operation, left, right, state)) return *result;
  const auto a = number_in(left);
  if (!a) return not_a_number(left, state);
  const auto b = number_in(right);
  if (!b) return not_a_number(right, state);
  return calculated(operation, *a, *b, state);
}

bool compare(Comparison operation, const Value& left, const Value& right, Scope::State& state) {
  if (operation == Comparison::equal) return equal_values(left, right);
  if (operation == Comparison::not_equal) return !equal_values(left, right);
  if (operation == Comparison::in) return is_in(left, right, state);
  if (operation == Comparison::not_in) return !is_in(left, right, state);
  for (const Value* side : {&left, &right})
    if (const auto* missing = std::get_if<Undefined>(&side->content())) {
      state.report_undefined(*missing);
      return false;
    }
  const auto order = order_of(left, right);
  if (!order) {
    state.report("not-comparable", {{"left", described(left)}, {"right", described(right)}});
    return false;
  }
  switch (operation) {
  case Comparison::less:
    return *order < 0;
  case Comparison::less_equal:
    return *order <= 0;
  case Comparison::greater:
    return *order > 0;
  default:
    return *order >= 0;
  }
}

} // namespace saraban::language
