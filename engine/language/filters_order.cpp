// Filters that order, group and count up lists: Thai collation, exact sums.
#include "language/collate.h"
#include "language/sequence.h"
#include "language/state.h"
#include "language/text.h"
#include "language/values.h"

#include <algorithm>
#include <array>
#include <set>

namespace saraban::language {
namespace {

struct Keyed {
  std::vector<Value> keys;
  Value item;
};

Case case_of(const Invocation& call, std::size_t place) {
  return call.flag(place, false) ? Case::respected : Case::ignored;
}

/// Items with what `paths` ("a.b,c") finds in them; with themselves when there is none.
std::vector<Keyed> keyed_items(Invocation& call, const std::string& paths) {
  std::vector<Keyed> out;
  if (!is_iterable(call.subject) && kind_of(call.subject) != Kind::none)
    call.fault("not-a-list", {{"value", described(call.subject)}});
  const std::vector<std::string> parts = split_text(paths, ",");
  const Sequence items(call.subject);
  call.state.charge(items.size() * 20);
  for (std::size_t i = 0; i < items.size(); ++i) {
    Keyed keyed{{}, items.at(i)};
    if (paths.empty())
      keyed.keys.push_back(keyed.item);
    else
      for (const std::string& path : parts)
        keyed.keys.push_back(path_in(keyed.item, path, call.state));
    out.push_back(std::move(keyed));
  }
  return out;
}

std::weak_ordering order(const Keyed& left, const Keyed& right, Case letter_case) {
  for (std::size_t i = 0; i < left.keys.size(); ++i) {
    const auto compared = collate_values(left.keys[i], right.keys[i], letter_case);
    if (compared != 0) return compared;
  }
  return std::weak_ordering::equivalent;
}

void sort_keyed(std::vector<Keyed>& items, Case letter_case, bool descending) {
  std::stable_sort(items.begin(), items.end(), [&](const Keyed& a, const Keyed& b) {
    return descending ? order(b, a, letter_case) < 0 : order(a, b, letter_case) < 0;
  });
}

Value items_alone(std::vector<Keyed> keyed) {
  std::vector<Value> items;
  items.reserve(keyed.size());
  for (Keyed& k : keyed) items.push_back(std::move(k.item));
  return make_list(std::move(items));
}

Value sort(Invocation& call) {
  auto items = keyed_items(call, call.text(2));
  sort_keyed(items, case_of(call, 1), call.flag(0, false));
  return items_alone(std::move(items));
}

Value dictsort(Invocation& call) {
  const Members members(call.subject);
  const bool by_value = call.text(1, "key") == "value";
  std::vector<Keyed> items;
  for (std::size_t i = 0; i < members.size(); ++i) {
    Value pair = make_list({Value(members.key(i)), members.value(i)}, ListKind::tuple);
    items.push_back({{by_value ? members.value(i) : Value(members.key(i))}, std::move(pair)});
  }
  sort_keyed(items, case_of(call, 0), call.flag(2, false));
  return items_alone(std::move(items));
}

Value groupby(Invocation& call) {
  auto items = keyed_items(call, call.text(0));
  const Case letter_case = case_of(call, 2);
  const Value* otherwise = call.find(1);
  for (Keyed& item : items)
    if (item.keys.front().is_undefined() && otherwise) item.keys.front() = *otherwise;
  if (call.flag(3, true)) sort_keyed(items, letter_case, false);
  std::vector<Keyed> groups; // the group's key, and its list
  std::vector<std::vector<Value>> members;
  for (Keyed& item : items) {
    const bool sorted = call.flag(3, true);
    auto at = sorted && !groups.empty() ? groups.end() - 1 : groups.begin();
    at = std::find_if(at, groups.end(),
                      [&](const Keyed& g) { return order(g, item, letter_case) == 0; });
    const auto index = static_cast<std::size_t>(at - groups.begin());
    call.state.charge(sorted ? 1 : groups.size());
    if (at == groups.end()) {
      groups.push_back({item.keys, item.keys.front()});
      members.emplace_back();
    }
    members[index].push_back(std::move(item.item));
  }
  std::vector<Value> out;
  for (std::size_t i = 0; i < groups.size(); ++i)
    out.push_back(make_list({groups[i].item, make_list(std::move(members[i]))}, ListKind::tuple));
  return make_list(std::move(out));
}

/// The same text for equal values.
std::string identity(const Value& value, Case letter_case) {
  if (const std::string* text = string_of(value))
    return "s" + (letter_case == Case::ignored ? lower_case(*text) : *text);
  if (const auto number = number_of(value)) return "n" + number->normalized().to_string();
  return "v" + quoted_form(value);
}

Value unique(Invocation& call) {
  auto items = keyed_items(call, call.text(1));
  const Case letter_case = case_of(call, 0);
  std::set<std::string> seen;
  std::erase_if(items, [&](const Keyed& k) {
    std::string key = identity(k.keys.front(), letter_case);
    call.state.charge(key.size());
    return !seen.insert(std::move(key)).second;
  });
  return items_alone(std::move(items));
}

Value smallest(Invocation& call) {
  const auto items = keyed_items(call, call.text(1));
  const auto found = std::min_element(items.begin(), items.end(), [&](auto& a, auto& b) {
    return order(a, b, case_of(call, 0)) < 0;
  });
  return found == items.end() ? Value(Undefined{"min", "min", nullptr}) : found->item;
}
Value largest(Invocation& call) {
  const auto items = keyed_items(call, call.text(1));
  const auto found = std::max_element(items.begin(), items.end(), [&](auto& a, auto& b) {
    return order(a, b, case_of(call, 0)) < 0;
  });
  return found == items.end() ? Value(Undefined{"max", "max", nullptr}) : found->item;
}

/// The numbers to add up. Empty cells do not count; what is missing or no number is reported.
std::vector<Decimal> numbers_of(Invocation& call, const std::string& path) {
  std::vector<Decimal> numbers;
  for (const Keyed& keyed : keyed_items(call, path)) {
    const Value& value = keyed.keys.front();
    if (const auto* missing = std::get_if<Undefined>(&value.content())) {
      call.state.report_undefined(*missing);
      continue;
    }
    const std::string* text = string_of(value);
    if (kind_of(value) == Kind::none || (text && text->empty())) continue;
    if (const auto number = number_in(value))
      numbers.push_back(*number);
    else
      call.fault("not-a-number", {{"value", described(value)}});
  }
  return numbers;
}

Decimal total(const std::vector<Decimal>& numbers, Decimal start) {
  for (const Decimal& number : numbers) start = start + number;
  return start;
}

Value sum(Invocation& call) {
  const Value* start = call.find(1);
  const auto from = start ? number_in(*start) : Decimal(0);
  if (!from) return call.bad_argument(1);
  return total(numbers_of(call, call.text(0)), *from);
}

Value average(Invocation& call) {
  const auto numbers = numbers_of(call, call.text(0));
  const auto count = Decimal(static_cast<std::int64_t>(numbers.size()));
  const auto mean = total(numbers, Decimal(0)).divided_by(count);
  return mean ? Value(*mean) : call.fault("divide-by-zero");
}

constexpr std::array<Routine, 9> filters{{
    {"average", average, "attribute"},
    {"avg", average, "attribute"},
    {"dictsort", dictsort, "case_sensitive by reverse"},
    {"groupby", groupby, "attribute default case_sensitive sort"},
    {"max", largest, "case_sensitive attribute"},
    {"min", smallest, "case_sensitive attribute"},
    {"sort", sort, "reverse case_sensitive attribute"},
    {"sum", sum, "attribute start"},
    {"unique", unique, "case_sensitive attribute"},
}};

} // namespace

std::span<const Routine> order_filters() {
  return filters;
}

} // namespace saraban::language
