// The methods of lists and maps that only look.
#include "language/sequence.h"
#include "language/state.h"
#include "language/values.h"

#include <algorithm>
#include <array>

namespace saraban::language {
namespace {

Value count_items(Invocation& call) {
  const Value* wanted = call.find(0);
  if (!wanted) return call.bad_argument(0);
  std::int64_t count = 0;
  for (const Value& item : items_of(call.subject)) count += equal_values(item, *wanted) ? 1 : 0;
  return Decimal(count);
}
Value index_of(Invocation& call) {
  const Value* wanted = call.find(0);
  const Sequence items(call.subject);
  for (std::size_t i = 0; wanted && i < items.size(); ++i)
    if (equal_values(items.at(i), *wanted)) return Decimal(static_cast<std::int64_t>(i));
  return call.bad_argument(0);
}

Value items(Invocation& call) {
  const Members members(call.subject);
  std::vector<Value> pairs;
  for (std::size_t i = 0; i < members.size(); ++i)
    pairs.push_back(make_list({Value(members.key(i)), members.value(i)}, ListKind::tuple));
  return make_list(std::move(pairs));
}
Value keys(Invocation& call) {
  return make_list(items_of(call.subject));
}
Value values(Invocation& call) {
  const Members members(call.subject);
  std::vector<Value> all;
  for (std::size_t i = 0; i < members.size(); ++i) all.push_back(members.value(i));
  return make_list(std::move(all));
}
Value get(Invocation& call) {
  if (auto found = Members(call.subject).find(call.text(0))) return *found;
  const Value* otherwise = call.find(1);
  return otherwise ? *otherwise : Value();
}

Value copy_list(Invocation& call) {
  return make_list(items_of(call.subject));
}
Value copy_map(Invocation& call) {
  const Members members(call.subject);
  std::vector<std::pair<std::string, Value>> all;
  for (std::size_t i = 0; i < members.size(); ++i)
    all.emplace_back(members.key(i), members.value(i));
  call.state.charge(all.size());
  return make_map(std::move(all));
}

constexpr std::array<Routine, 3> list_methods{
    {{"copy", copy_list, ""}, {"count", count_items, "value"}, {"index", index_of, "value"}}};
constexpr std::array<Routine, 5> map_methods{{{"copy", copy_map, ""},
                                              {"get", get, "key default"},
                                              {"items", items, ""},
                                              {"keys", keys, ""},
                                              {"values", values, ""}}};

const Routine* find_in(std::span<const Routine> table, std::string_view name) {
  for (const Routine& method : table)
    if (method.name == name) return &method;
  return nullptr;
}

} // namespace

const Routine* find_method(const Value& object, std::string_view name) {
  switch (kind_of(object)) {
  case Kind::string:
    return find_in(text_methods(), name);
  case Kind::list: {
    const Routine* found = find_in(list_methods, name);
    return found ? found : find_in(list_changes(), name);
  }
  case Kind::map: {
    const Routine* found = find_in(map_methods, name);
    return found ? found : find_in(map_changes(), name);
  }
  default:
    return nullptr;
  }
}

} // namespace saraban::language
