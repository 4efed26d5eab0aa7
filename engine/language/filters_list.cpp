// Filters of lists: choosing, changing and cutting them.
#include "language/sequence.h"
#include "language/state.h"
#include "language/text.h"
#include "language/values.h"

#include "thai/words.h"

#include <algorithm>
#include <array>

namespace saraban::language {
namespace {

/// The items to work on; reports what is no list.
std::optional<std::vector<Value>> list_items(Invocation& call) {
  if (kind_of(call.subject) == Kind::none) return std::vector<Value>();
  if (!is_iterable(call.subject)) {
    call.fault("not-a-list", {{"value", described(call.subject)}});
    return std::nullopt;
  }
  std::vector<Value> items = items_of(call.subject);
  call.state.charge(items.size());
  return items;
}

Value nothing_there(std::string_view what) {
  static const data::Value none;
  return Undefined{std::string(what), std::string(what), &none};
}

Value default_value(Invocation& call) {
  const bool use = call.subject.is_undefined() || (call.flag(1, false) && !is_true(call.subject));
  if (!use) return call.subject;
  const Value* value = call.find(0);
  return value ? *value : Value(std::string());
}

Value first(Invocation& call) {
  const Sequence items(call.subject);
  return items.empty() ? nothing_there("first") : items.at(0);
}
Value last(Invocation& call) {
  const Sequence items(call.subject);
  return items.empty() ? nothing_there("last") : items.at(items.size() - 1);
}

Value length(Invocation& call) {
  if (const std::string* text = string_of(call.subject))
    return Decimal(static_cast<std::int64_t>(code_points(*text)));
  if (!is_iterable(call.subject) && kind_of(call.subject) != Kind::none)
    return call.fault("not-a-list", {{"value", described(call.subject)}});
  return Decimal(static_cast<std::int64_t>(Sequence(call.subject).size()));
}

Value list(Invocation& call) {
  auto items = list_items(call);
  return items ? make_list(std::move(*items)) : Value(std::string());
}

Value attribute(Invocation& call) {
  return attribute_of(call.subject, call.text(0), nullptr, call.state);
}

Value pairs(Invocation& call) {
  const Members members(call.subject);
  std::vector<Value> items;
  for (std::size_t i = 0; i < members.size(); ++i)
    items.push_back(make_list({Value(members.key(i)), members.value(i)}, ListKind::tuple));
  return make_list(std::move(items));
}

Value join(Invocation& call) {
  const auto items = list_items(call);
  if (!items) return std::string();
  const std::string separator = call.text(0), path = call.text(1);
  std::string out;
  for (std::size_t i = 0; i < items->size(); ++i) {
    if (i) out += separator;
    const Value item = path.empty() ? (*items)[i] : path_in((*items)[i], path, call.state);
    out += shown_text(item, call.state);
  }
  call.state.charge(out.size() / 4);
  return out;
}

Value reverse(Invocation& call) {
  if (const std::string* text = string_of(call.subject)) {
    std::string out;
    std::size_t end = text->size();
    const auto starts = thai::cluster_starts(*text);
    for (auto at = starts.rbegin(); at != starts.rend(); ++at) {
      out += text->substr(*at, end - *at);
      end = *at;
    }
    return out;
  }
  auto items = list_items(call);
  if (!items) return std::string();
  std::reverse(items->begin(), items->end());
  return make_list(std::move(*items));
}

Value batch(Invocation& call) {
  auto items = list_items(call);
  const int size = call.whole(0, 1);
  if (!items || size < 1) return items ? call.bad_argument(0) : Value(std::string());
  const auto width = static_cast<std::size_t>(size);
  const Value* fill = call.find(1);
  std::vector<Value> rows;
  for (std::size_t at = 0; at < items->size(); at += width) {
    const std::size_t end = std::min(at + width, items->size());
    std::vector<Value> row(items->begin() + static_cast<std::ptrdiff_t>(at),
                           items->begin() + static_cast<std::ptrdiff_t>(end));
    if (fill) {
      call.state.charge(width * 10);
      row.resize(width, *fill);
    }
    rows.push_back(make_list(std::move(row)));
  }
  return make_list(std::move(rows));
}

Value slice(Invocation& call) {
  auto items = list_items(call);
  const int count = call.whole(0, 1);
  if (!items || count < 1) return items ? call.bad_argument(0) : Value(std::string());
  const auto columns = static_cast<std::size_t>(count);
  call.state.charge(columns * 10);
  const std::size_t each = items->size() / columns, longer = items->size() % columns;
  const Value* fill = call.find(1);
  std::vector<Value> parts;
  auto at = items->begin();
  for (std::size_t i = 0; i < columns; ++i) {
    const auto end = at + static_cast<std::ptrdiff_t>(each + (i < longer ? 1 : 0));
    std::vector<Value> part(at, end);
    if (fill && i >= longer && longer > 0) part.push_back(*fill);
    parts.push_back(make_list(std::move(part)));
    at = end;
  }
  return make_list(std::move(parts));
}

/// Arguments of a filter or test that is named by an argument: those after its name.
Arguments rest_of(const Arguments& given, std::size_t from) {
  Arguments rest;
  for (std::size_t i = from; i < given.positional.size(); ++i)
    rest.positional.push_back(given.positional[i]);
  rest.keyword = given.keyword;
  return rest;
}

Value map_attribute(Invocation& call, const std::vector<Value>& items, const Value& path,
                    const Value* otherwise) {
  std::vector<Value> out;
  for (const Value& item : items) {
    Value part = path_in(item, plain_form(path), call.state);
    if (part.is_undefined() && otherwise) part = *otherwise;
    out.push_back(std::move(part));
  }
  return make_list(std::move(out));
}

Value map(Invocation& call) {
  const auto items = list_items(call);
  if (!items) return std::string();
  const Value *path = nullptr, *otherwise = nullptr;
  for (const auto& [name, value] : call.arguments.keyword) {
    if (name == "attribute") path = &value;
    if (name == "default") otherwise = &value;
  }
  if (path) return map_attribute(call, *items, *path, otherwise);
  if (call.arguments.positional.empty()) return call.bad_argument(0);
  const std::string name = plain_form(call.arguments.positional.front());
  const Routine* filter = find_filter(name);
  if (!filter)
    return call.fault("unknown-filter",
                      {{"name", name}, {"nearest", nearest_name(name, filter_names())}});
  const Arguments rest = rest_of(call.arguments, 1);
  std::vector<Value> out;
  for (const Value& item : *items)
    out.push_back(item.is_undefined() && filter->on_undefined == OnUndefined::keep
                      ? item
                      : run_routine(*filter, item, rest, call.state));
  return make_list(std::move(out));
}

enum class Keep { holding, failing };
enum class Look { item, attribute };

Value selected(Invocation& call, Keep keep, Look look) {
  const auto items = list_items(call);
  if (!items) return std::string();
  const std::size_t first_argument = look == Look::attribute ? 1 : 0;
  const auto& given = call.arguments.positional;
  if (given.size() < first_argument) return call.bad_argument(0);
  const std::string path = look == Look::attribute ? plain_form(given.front()) : "";
  const Routine* test = nullptr;
  if (given.size() > first_argument) {
    const std::string name = plain_form(given[first_argument]);
    test = find_test(name);
    if (!test)
      return call.fault("unknown-test",
                        {{"name", name}, {"nearest", nearest_name(name, test_names())}});
  }
  const Arguments rest = rest_of(call.arguments, first_argument + 1);
  std::vector<Value> out;
  for (const Value& item : *items) {
    const Value looked = look == Look::item ? item : path_in(item, path, call.state);
    const bool holds = is_true(test ? run_routine(*test, looked, rest, call.state) : looked);
    if (holds == (keep == Keep::holding)) out.push_back(item);
  }
  return make_list(std::move(out));
}
Value select(Invocation& call) {
  return selected(call, Keep::holding, Look::item);
}
Value reject(Invocation& call) {
  return selected(call, Keep::failing, Look::item);
}
Value select_attribute(Invocation& call) {
  return selected(call, Keep::holding, Look::attribute);
}
Value reject_attribute(Invocation& call) {
  return selected(call, Keep::failing, Look::attribute);
}

constexpr auto handle = OnUndefined::handle;
constexpr std::array<Routine, 18> filters{{
    {"attr", attribute, "name"},
    {"batch", batch, "linecount fill_with"},
    {"count", length, ""},
    {"d", default_value, "default_value boolean", handle},
    {"default", default_value, "default_value boolean", handle},
    {"first", first, ""},
    {"items", pairs, ""},
    {"join", join, "d attribute"},
    {"last", last, ""},
    {"length", length, ""},
    {"list", list, ""},
    {"map", map, "*"},
    {"reject", reject, "*"},
    {"rejectattr", reject_attribute, "*"},
    {"reverse", reverse, ""},
    {"select", select, "*"},
    {"selectattr", select_attribute, "*"},
    {"slice", slice, "slices fill_with"},
}};

} // namespace

std::span<const Routine> list_filters() {
  return filters;
}

} // namespace saraban::language
