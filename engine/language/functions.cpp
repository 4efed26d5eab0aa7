// Functions that templates call by name.
#include "language/sequence.h"
#include "language/state.h"
#include "language/values.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace saraban::language {
namespace {

std::string iso_date(Date date) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return text.data();
}

/// The environment gives the day; there is no clock.
Value today(Invocation& call) {
  return iso_date(call.state.environment.today);
}

Value range(Invocation& call) {
  std::array<std::int64_t, 3> ends{0, 0, 1};
  const std::size_t count = call.arguments.positional.size();
  if (count == 0) return call.fault("bad-arguments", {{"name", "range"}, {"argument", "1"}});
  for (std::size_t i = 0; i < count; ++i) {
    const auto number = number_in(call.arguments.positional[i]);
    const auto whole = number ? number->to_int64() : std::nullopt;
    if (!whole || *whole > 1'000'000'000'000 || *whole < -1'000'000'000'000)
      return call.bad_argument(i);
    ends[count == 1 ? 1 : i] = *whole;
  }
  const auto [start, stop, step] = ends;
  if (step == 0) return call.bad_argument(2);
  const std::int64_t distance = step > 0 ? stop - start : start - stop;
  const std::int64_t size = distance <= 0 ? 0 : (distance - 1) / std::abs(step) + 1;
  call.state.charge(static_cast<std::uint64_t>(size) * 50);
  std::vector<Value> items;
  items.reserve(static_cast<std::size_t>(size));
  for (std::int64_t i = 0; i < size; ++i) items.emplace_back(Decimal(start + i * step));
  return make_list(std::move(items));
}

std::vector<std::pair<std::string, Value>> given_members(const Invocation& call) {
  std::vector<std::pair<std::string, Value>> members;
  const auto put = [&](const std::string& key, const Value& value) {
    std::erase_if(members, [&](const auto& member) { return member.first == key; });
    members.emplace_back(key, value);
  };
  for (const Value& given : call.arguments.positional) {
    if (kind_of(given) == Kind::map) {
      const Members from(given);
      for (std::size_t i = 0; i < from.size(); ++i) put(from.key(i), from.value(i));
      continue;
    }
    const Sequence pairs(given);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const Sequence pair(pairs.at(i));
      if (pair.size() == 2) put(plain_form(pair.at(0)), pair.at(1));
    }
  }
  for (const auto& [key, value] : call.arguments.keyword) put(key, value);
  return members;
}

Value make_namespace(Invocation& call) {
  call.state.charge(50);
  auto space = make_map(given_members(call));
  space->is_namespace = true;
  call.state.namespaces.push_back(space);
  return space;
}

Value make_dict(Invocation& call) {
  return make_map(given_members(call));
}

Value make_cycler(Invocation& call) {
  auto callable = std::make_shared<Callable>();
  callable->depth = depth_of(make_list(call.arguments.positional)) + 1;
  callable->content = Cycler{call.arguments.positional, 0};
  return std::shared_ptr<const Callable>(std::move(callable));
}

Value make_joiner(Invocation& call) {
  auto callable = std::make_shared<Callable>();
  callable->content = Joiner{call.text(0, ", "), false};
  return std::shared_ptr<const Callable>(std::move(callable));
}

constexpr std::array<Routine, 7> functions{{{"cycler", make_cycler, "*"},
                                            {"dict", make_dict, "*"},
                                            {"joiner", make_joiner, "sep"},
                                            {"namespace", make_namespace, "*"},
                                            {"now", today, ""},
                                            {"range", range, "start stop step"},
                                            {"today", today, ""}}};

} // namespace

const Routine* find_function(std::string_view name) {
  const auto* found = std::find_if(functions.begin(), functions.end(),
                                   [&](const Routine& routine) { return routine.name == name; });
  return found == functions.end() ? nullptr : found;
}

std::vector<std::string> function_names() {
  std::vector<std::string> names;
  for (const Routine& routine : functions) names.emplace_back(routine.name);
  return names;
}

} // namespace saraban::language
