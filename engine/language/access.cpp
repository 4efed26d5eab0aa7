// Attributes, items and slices: nothing but the data's own members can be reached.
#include "language/form_state.h"
#include "language/sequence.h"
#include "language/state.h"
#include "language/values.h"

#include <algorithm>

namespace saraban::language {
namespace {

const data::Value* borrowed_map(const Value& object) {
  const auto* data = std::get_if<const data::Value*>(&object.content());
  return data && (*data)->map() ? *data : nullptr;
}

Value missing_part(const Value& object, std::string_view part, std::string suffix,
                   const Node* written, const Scope::State& state) {
  if (const auto* undefined = std::get_if<Undefined>(&object.content()))
    return Undefined{undefined->name + suffix, undefined->missing, undefined->within,
                     undefined->expected, undefined->computed};
  std::string name = (written ? path_of(*written) : std::string()) + suffix;
  if (state.form) // A field's name is its place in the data, whatever the loop's variable.
    if (const std::string path = state.form->path_of(object); !path.empty()) name = path + suffix;
  if (!written) name = std::string(part);
  static const data::Value nothing;
  const data::Value* within = borrowed_map(object);
  return Undefined{std::move(name), std::string(part), within ? within : &nothing};
}

std::optional<Value> indexed(const Value& object, const Decimal& key) {
  const auto wanted = key.to_int64();
  if (!wanted || !is_iterable(object) || kind_of(object) == Kind::map) return std::nullopt;
  const Sequence items(object);
  const auto size = static_cast<std::int64_t>(items.size());
  const std::int64_t index = *wanted < 0 ? *wanted + size : *wanted;
  if (index < 0 || index >= size) return std::nullopt;
  return items.at(static_cast<std::size_t>(index));
}

/// Python's rule for one end of a slice.
std::int64_t slice_end(const Value& end, std::int64_t size, std::int64_t step,
                       std::int64_t otherwise, bool& good) {
  if (kind_of(end) == Kind::none) return otherwise;
  const auto number = number_of(end);
  const auto whole = number ? number->to_int64() : std::nullopt;
  if (!whole) return good = false, otherwise;
  const std::int64_t at = *whole < 0 ? std::max<std::int64_t>(*whole, -size) + size : *whole;
  if (*whole < -size && step < 0) return -1;
  return std::min(at, step < 0 ? size - 1 : size);
}

/// A group of `groupby` is a pair with names.
std::optional<Value> group_part(const Value& object, std::string_view name) {
  const auto* list = std::get_if<std::shared_ptr<ListValue>>(&object.content());
  if (!list || (*list)->kind != ListKind::tuple || (*list)->items.size() != 2) return std::nullopt;
  if (name == "grouper") return (*list)->items[0];
  if (name == "list") return (*list)->items[1];
  return std::nullopt;
}

} // namespace

Value attribute_of(const Value& object, std::string_view name, const Node* written,
                   Scope::State& state) {
  if (const data::Value* map = borrowed_map(object)) {
    if (const data::Value* found = map->find(name)) return found;
  } else if (kind_of(object) == Kind::map) {
    if (auto found = Members(object).find(name)) return *found;
  } else if (const auto* callable =
                 std::get_if<std::shared_ptr<const Callable>>(&object.content())) {
    if (auto found = callable_attribute(**callable, name, state)) return *found;
  }
  if (auto found = group_part(object, name)) return *found;
  return missing_part(object, name, "." + std::string(name), written, state);
}

Value item_of(const Value& object, const Value& key, const Node* written, Scope::State& state) {
  if (const std::string* name = string_of(key)) {
    Value found = attribute_of(object, *name, written, state);
    if (!found.is_undefined()) return found;
    return missing_part(object, *name, "[" + quoted_form(key) + "]", written, state);
  }
  const std::string shown = plain_form(key);
  if (const auto number = number_of(key)) {
    if (auto found = indexed(object, *number)) return *found;
    if (kind_of(object) == Kind::map)
      if (auto found = Members(object).find(shown)) return *found;
  }
  if (const auto* undefined = std::get_if<Undefined>(&key.content());
      undefined && !object.is_undefined())
    return *undefined;
  return missing_part(object, shown, "[" + shown + "]", written, state);
}

Value slice_of(const Value& object, const Value& start, const Value& stop, const Value& step,
               Scope::State& state) {
  if (object.is_undefined()) return object;
  const auto by = kind_of(step) == Kind::none ? Decimal(1) : number_of(step).value_or(Decimal(0));
  const std::int64_t stride = by.to_int64().value_or(0);
  const Sequence items(object);
  const auto size = static_cast<std::int64_t>(items.size());
  bool good = stride != 0 && is_iterable(object);
  const std::int64_t from = slice_end(start, size, stride, stride < 0 ? size - 1 : 0, good);
  const std::int64_t to = slice_end(stop, size, stride, stride < 0 ? -1 : size, good);
  if (!good) {
    state.report("bad-slice", {{"value", described(object)}});
    return std::string();
  }
  std::vector<Value> taken;
  for (std::int64_t i = from; stride > 0 ? i < to : i > to;) {
    taken.push_back(items.at(static_cast<std::size_t>(i)));
    const std::int64_t left = stride > 0 ? to - i : i - to;
    if (left <= (stride > 0 ? stride : stride == INT64_MIN ? INT64_MAX : -stride)) break;
    i += stride;
  }
  state.charge(taken.size() * 10);
  if (!string_of(object)) return make_list(std::move(taken));
  std::string text;
  for (const Value& part : taken) text += *string_of(part);
  return text;
}

Value path_in(const Value& object, std::string_view path, Scope::State& state) {
  Value value = object;
  while (!path.empty()) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    const std::string_view part = path.substr(0, dot);
    const auto index = Decimal::parse(part);
    value =
        index ? item_of(value, *index, nullptr, state) : attribute_of(value, part, nullptr, state);
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return value;
}

} // namespace saraban::language
