// The tests of `x is …`.
#include "language/characters.h"
#include "language/sequence.h"
#include "language/state.h"
#include "language/values.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>

namespace saraban::language {
namespace {

Value is_boolean(Invocation& call) {
  return kind_of(call.subject) == Kind::boolean;
}
Value is_callable(Invocation& call) {
  return kind_of(call.subject) == Kind::callable;
}
Value is_defined(Invocation& call) {
  return !call.subject.is_undefined();
}
Value is_undefined(Invocation& call) {
  return call.subject.is_undefined();
}
Value is_none(Invocation& call) {
  return kind_of(call.subject) == Kind::none;
}
Value is_number(Invocation& call) {
  return kind_of(call.subject) == Kind::number;
}
Value is_whole(Invocation& call) {
  return is_integer(call.subject);
}
Value is_float(Invocation& call) {
  return kind_of(call.subject) == Kind::number && !is_integer(call.subject);
}
Value is_string(Invocation& call) {
  return string_of(call.subject) != nullptr;
}
Value is_mapping(Invocation& call) {
  return kind_of(call.subject) == Kind::map;
}
Value is_sequence(Invocation& call) {
  return is_iterable(call.subject);
}
Value is_true_itself(Invocation& call) {
  return kind_of(call.subject) == Kind::boolean && is_true(call.subject);
}
Value is_false_itself(Invocation& call) {
  return kind_of(call.subject) == Kind::boolean && !is_true(call.subject);
}
Value is_escaped(Invocation&) {
  return false;
}

std::optional<Decimal> remainder(Invocation& call, const Decimal& by) {
  if (const auto* missing = std::get_if<Undefined>(&call.subject.content())) {
    call.state.report_undefined(*missing);
    return std::nullopt;
  }
  const auto number = call.number();
  return number ? number->modulo(by) : std::nullopt;
}
Value is_divisible(Invocation& call) {
  const Value* by = call.find(0);
  const auto divisor = by ? number_in(*by) : std::nullopt;
  if (!divisor) return call.bad_argument(0);
  if (divisor->is_zero()) return call.fault("divide-by-zero");
  const auto rest = remainder(call, *divisor);
  return rest && rest->is_zero();
}
Value is_even(Invocation& call) {
  const auto rest = remainder(call, Decimal(2));
  return rest && rest->is_zero();
}
Value is_odd(Invocation& call) {
  const auto rest = remainder(call, Decimal(2));
  return rest && *rest == Decimal(1);
}

/// Has cased letters, all of them of that case.
bool has_case(const Value& value, UProperty wanted, UProperty other) {
  const std::string* text = string_of(value);
  if (!text) return false;
  bool any = false;
  for (std::size_t at = 0; at < text->size();) {
    const Decoded c = decode_utf8(*text, at);
    at += c.length;
    if (u_hasBinaryProperty(static_cast<UChar32>(c.code), other)) return false;
    any = any || u_hasBinaryProperty(static_cast<UChar32>(c.code), wanted);
  }
  return any;
}
Value is_lower(Invocation& call) {
  return has_case(call.subject, UCHAR_LOWERCASE, UCHAR_UPPERCASE);
}
Value is_upper(Invocation& call) {
  return has_case(call.subject, UCHAR_UPPERCASE, UCHAR_LOWERCASE);
}

template <Comparison operation>
Value compared(Invocation& call) {
  const Value* other = call.find(0);
  return other ? Value(compare(operation, call.subject, *other, call.state)) : call.bad_argument(0);
}
Value is_filter(Invocation& call) {
  return find_filter(plain_form(call.subject)) != nullptr;
}
Value is_test(Invocation& call) {
  return find_test(plain_form(call.subject)) != nullptr;
}

constexpr auto handle = OnUndefined::handle;
constexpr std::array<Routine, 39> tests{{
    {"!=", compared<Comparison::not_equal>, "other", handle},
    {"<", compared<Comparison::less>, "other", handle},
    {"<=", compared<Comparison::less_equal>, "other", handle},
    {"==", compared<Comparison::equal>, "other", handle},
    {">", compared<Comparison::greater>, "other", handle},
    {">=", compared<Comparison::greater_equal>, "other", handle},
    {"boolean", is_boolean, "", handle},
    {"callable", is_callable, "", handle},
    {"defined", is_defined, "", handle},
    {"divisibleby", is_divisible, "num", handle},
    {"eq", compared<Comparison::equal>, "other", handle},
    {"equalto", compared<Comparison::equal>, "other", handle},
    {"escaped", is_escaped, "", handle},
    {"even", is_even, "", handle},
    {"false", is_false_itself, "", handle},
    {"filter", is_filter, "", handle},
    {"float", is_float, "", handle},
    {"ge", compared<Comparison::greater_equal>, "other", handle},
    {"greaterthan", compared<Comparison::greater>, "other", handle},
    {"gt", compared<Comparison::greater>, "other", handle},
    {"in", compared<Comparison::in>, "seq", handle},
    {"integer", is_whole, "", handle},
    {"iterable", is_sequence, "", handle},
    {"le", compared<Comparison::less_equal>, "other", handle},
    {"lessthan", compared<Comparison::less>, "other", handle},
    {"lower", is_lower, "", handle},
    {"lt", compared<Comparison::less>, "other", handle},
    {"mapping", is_mapping, "", handle},
    {"ne", compared<Comparison::not_equal>, "other", handle},
    {"none", is_none, "", handle},
    {"number", is_number, "", handle},
    {"odd", is_odd, "", handle},
    {"sameas", compared<Comparison::equal>, "other", handle},
    {"sequence", is_sequence, "", handle},
    {"string", is_string, "", handle},
    {"test", is_test, "", handle},
    {"true", is_true_itself, "", handle},
    {"undefined", is_undefined, "", handle},
    {"upper", is_upper, "", handle},
}};

} // namespace

const Routine* find_test(std::string_view name) {
  const auto* found = std::find_if(tests.begin(), tests.end(),
                                   [&](const Routine& routine) { return routine.name == name; });
  return found == tests.end() ? nullptr : found;
}

std::vector<std::string> test_names() {
  std::vector<std::string> names;
  for (const Routine& routine : tests) names.emplace_back(routine.name);
  return names;
}

} // namespace saraban::language
