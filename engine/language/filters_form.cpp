// Filters of forms: blanks, boxes, choices, and the rows of a form's table.
#include "language/characters.h"
#include "language/document_arguments.h"
#include "language/form_state.h"
#include "language/sequence.h"
#include "language/state.h"
#include "language/values.h"

#include <algorithm>
#include <array>

namespace saraban::language {
namespace {

/// The value where there is one; else the place to write it by hand.
Value blank(Invocation& call) {
  if (!is_blank(call.subject)) return call.subject;
  Blank blank;
  blank.width = length_argument(call, 0);
  blank.lines = std::clamp(call.whole(1, 0), 0, 1'000);
  blank.fill = call.flag(2, false);
  return blank;
}

/// How data files say no.
bool says_no(const Value& value) {
  const std::string* text = string_of(value);
  if (!text) return !is_true(value);
  constexpr std::array<std::string_view, 9> no{"",   "0",  "false", "False", "FALSE",
                                               "no", "ไม่", "ไม่ใช่",  "-"};
  return std::find(no.begin(), no.end(), trimmed(*text)) != no.end();
}

bool is_chosen(const Value& value, const Value& choice) {
  if (kind_of(value) != Kind::list) return equal_values(value, choice);
  const Sequence items(value);
  for (std::size_t i = 0; i < items.size(); ++i)
    if (equal_values(items.at(i), choice)) return true;
  return false;
}

/// In a form that may stay empty an absent choice is an empty box.
bool reports_missing(const Invocation& call) {
  const auto* missing = std::get_if<Undefined>(&call.subject.content());
  return missing && !missing->expected && call.state.settings.missing != Missing::blank &&
         call.state.settings.missing != Missing::empty;
}

Value check(Invocation& call) {
  if (reports_missing(call)) return call.subject;
  const Value* choice = call.find(0);
  const bool checked = choice ? is_chosen(call.subject, *choice) : !says_no(call.subject);
  return CheckBox{checked && !call.subject.is_undefined(), false};
}
Value radio(Invocation& call) {
  if (reports_missing(call)) return call.subject;
  const Value* choice = call.find(0);
  if (!choice) return call.bad_argument(0);
  return CheckBox{!call.subject.is_undefined() && is_chosen(call.subject, *choice), true};
}

/// One of the texts given, where it is chosen on screen; else the value.
Value choice(Invocation& call) {
  return call.subject;
}

/// As many rows as a form has: more where the data has more. A filled document has the rows of the
/// data, and empty ones behind them with pad=true.
Value rows(Invocation& call) {
  const auto count = static_cast<std::size_t>(std::clamp(call.whole(0, 0), 0, 10'000));
  if (call.state.form) return rows_of(call.subject, count, *call.state.form);
  if (!call.flag(1, false) || call.subject.is_undefined()) return call.subject;
  std::vector<Value> items = items_of(call.subject);
  while (items.size() < count) items.push_back(Undefined{"", "", nullptr, true});
  call.state.charge(items.size());
  return make_list(std::move(items));
}

constexpr auto handle = OnUndefined::handle;
constexpr std::array<Routine, 5> filters{{
    {"blank", blank, "cm lines fill", handle},
    {"check", check, "value", handle},
    {"choice", choice, "*"},
    {"radio", radio, "value", handle},
    {"rows", rows, "count pad", handle},
}};

} // namespace

std::span<const Routine> form_filters() {
  return filters;
}

} // namespace saraban::language
