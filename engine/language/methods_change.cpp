// The methods that change a list or map of the template's own: append, update and the like. Data
// never changes.
#include "language/sequence.h"
#include "language/state.h"
#include "language/values.h"

#include <algorithm>
#include <array>

namespace saraban::language {
namespace {

Value refused(const Invocation& call) {
  return call.fault("cannot-change",
                    {{"name", std::string(call.routine.name)}, {"value", described(call.subject)}});
}

/// The list behind the subject; null, and a fault, for data and tuples. What was changed may hold
/// itself: the state keeps it and empties it at the end.
ListValue* list_to_change(const Invocation& call) {
  const auto* list = std::get_if<std::shared_ptr<ListValue>>(&call.subject.content());
  if (!list || (*list)->kind == ListKind::tuple) {
    refused(call);
    return nullptr;
  }
  call.state.charge(1 + (*list)->items.size() / 100);
  if (!(*list)->changed) call.state.lists.push_back(*list);
  (*list)->changed = true;
  return list->get();
}
MapValue* map_to_change(const Invocation& call) {
  const auto* map = std::get_if<std::shared_ptr<MapValue>>(&call.subject.content());
  if (!map) {
    refused(call);
    return nullptr;
  }
  call.state.charge(1 + (*map)->members.size() / 20);
  if (!(*map)->changed) call.state.namespaces.push_back(*map);
  (*map)->changed = true;
  return map->get();
}

/// Python's index: from the end when negative.
std::optional<std::size_t> place_in(const ListValue& list, int index) {
  const auto size = static_cast<std::int64_t>(list.items.size());
  const std::int64_t at = index < 0 ? size + index : index;
  if (at < 0 || at >= size) return std::nullopt;
  return static_cast<std::size_t>(at);
}
auto at_place(ListValue& list, std::size_t place) {
  return list.items.begin() + static_cast<std::ptrdiff_t>(place);
}

Value append(Invocation& call) {
  const Value* item = call.find(0);
  if (!item) return call.bad_argument(0);
  if (ListValue* list = list_to_change(call)) list->items.push_back(*item);
  return {};
}
Value extend(Invocation& call) {
  const Value* more = call.find(0);
  if (!more || !is_iterable(*more)) return call.bad_argument(0);
  std::vector<Value> items = items_of(*more);
  call.state.charge(items.size());
  if (ListValue* list = list_to_change(call))
    std::move(items.begin(), items.end(), std::back_inserter(list->items));
  return {};
}
Value insert(Invocation& call) {
  const Value* item = call.find(1);
  if (!item) return call.bad_argument(1);
  ListValue* list = list_to_change(call);
  if (!list) return {};
  const int index = call.whole(0, 0);
  const std::size_t place = place_in(*list, index).value_or(index < 0 ? 0 : list->items.size());
  list->items.insert(at_place(*list, place), *item);
  return {};
}
Value pop(Invocation& call) {
  ListValue* list = list_to_change(call);
  if (!list) return {};
  const auto place = place_in(*list, call.whole(0, -1));
  if (!place) return Undefined{"pop", "pop", nullptr};
  Value taken = list->items[*place];
  list->items.erase(at_place(*list, *place));
  return taken;
}
Value remove(Invocation& call) {
  const Value* item = call.find(0);
  if (!item) return call.bad_argument(0);
  ListValue* list = list_to_change(call);
  if (!list) return {};
  const auto found = std::find_if(list->items.begin(), list->items.end(),
                                  [&](const Value& v) { return equal_values(v, *item); });
  if (found == list->items.end()) return call.bad_argument(0);
  list->items.erase(found);
  return {};
}
Value clear_list(Invocation& call) {
  if (ListValue* list = list_to_change(call)) list->items.clear();
  return {};
}
Value reverse(Invocation& call) {
  if (ListValue* list = list_to_change(call)) std::reverse(list->items.begin(), list->items.end());
  return {};
}
Value sort(Invocation& call) {
  const Value sorted = run_routine(*find_filter("sort"), call.subject, call.arguments, call.state);
  if (ListValue* list = list_to_change(call)) list->items = items_of(sorted);
  return {};
}

void put(MapValue& map, const std::string& key, const Value& value) {
  const auto found = std::find_if(map.members.begin(), map.members.end(),
                                  [&](const auto& member) { return member.first == key; });
  if (found == map.members.end())
    map.members.emplace_back(key, value);
  else
    found->second = value;
}

Value update(Invocation& call) {
  MapValue* map = map_to_change(call);
  if (!map) return {};
  for (const Value& given : call.arguments.positional) {
    std::vector<std::pair<std::string, Value>> members;
    const Members from(given); // perhaps the map itself
    for (std::size_t i = 0; i < from.size(); ++i) members.emplace_back(from.key(i), from.value(i));
    call.state.charge(members.size() * (1 + map->members.size() / 20));
    for (const auto& [key, value] : members) put(*map, key, value);
  }
  for (const auto& [key, value] : call.arguments.keyword) put(*map, key, value);
  return {};
}
Value set_default(Invocation& call) {
  MapValue* map = map_to_change(call);
  if (!map) return {};
  const std::string key = call.text(0);
  if (auto found = Members(call.subject).find(key)) return *found;
  const Value* otherwise = call.find(1);
  put(*map, key, otherwise ? *otherwise : Value());
  return otherwise ? *otherwise : Value();
}
Value pop_member(Invocation& call) {
  MapValue* map = map_to_change(call);
  if (!map) return {};
  const std::string key = call.text(0);
  const auto found = Members(call.subject).find(key);
  std::erase_if(map->members, [&](const auto& member) { return member.first == key; });
  if (found) return *found;
  const Value* otherwise = call.find(1);
  return otherwise ? *otherwise : Value(Undefined{key, key, nullptr});
}
Value clear_map(Invocation& call) {
  if (MapValue* map = map_to_change(call)) map->members.clear();
  return {};
}

constexpr std::array<Routine, 8> of_lists{{
    {"append", append, "item"},
    {"clear", clear_list, ""},
    {"extend", extend, "items"},
    {"insert", insert, "index item"},
    {"pop", pop, "index"},
    {"remove", remove, "item"},
    {"reverse", reverse, ""},
    {"sort", sort, "reverse case_sensitive attribute"},
}};
constexpr std::array<Routine, 4> of_maps{{
    {"clear", clear_map, ""},
    {"pop", pop_member, "key default"},
    {"setdefault", set_default, "key default"},
    {"update", update, "*"},
}};

} // namespace

std::span<const Routine> list_changes() {
  return of_lists;
}
std::span<const Routine> map_changes() {
  return of_maps;
}

} // namespace saraban::language
