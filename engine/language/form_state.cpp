// Where values come from while a form is made.
#include "language/form_state.h"

#include "base/utf8.h"
#include "language/sequence.h"

#include <algorithm>

namespace saraban::language {
namespace {

constexpr int deepest = 60; ///< Of data that is given places; what is deeper has none.

bool is_name(std::string_view key) {
  const auto plain = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  return !key.empty() && !(key.front() >= '0' && key.front() <= '9') &&
         std::all_of(key.begin(), key.end(), plain);
}

std::string member_path(const std::string& path, const std::string& key) {
  if (is_name(key)) return path.empty() ? key : path + "." + key;
  return path + "['" + key + "']";
}

} // namespace

void FormState::index(const data::Value& value, const std::string& path, int depth) {
  if (depth > deepest) return;
  if (!path.empty()) paths_.emplace(&value, path);
  if (const data::Map* map = value.map())
    for (const auto& [key, member] : *map) index(member, member_path(path, key), depth + 1);
  if (const data::List* list = value.list())
    for (std::size_t i = 0; i < list->size(); ++i)
      index((*list)[i], path + "[" + std::to_string(i) + "]", depth + 1);
}

const std::string& FormState::path_of(const Value& value) {
  static const std::string none;
  if (const auto* missing = std::get_if<Undefined>(&value.content())) {
    if (missing->computed) return none;
    missing_ = missing->name;
    return missing_;
  }
  const auto* given = std::get_if<const data::Value*>(&value.content());
  if (!given) return none;
  if (!indexed_) index(root_, "", 0);
  indexed_ = true;
  const auto found = paths_.find(*given);
  return found == paths_.end() ? none : found->second;
}

void FormState::note(const Value& value) {
  const auto* missing = std::get_if<Undefined>(&value.content());
  if (missing) ++absent_;
  if (!missing && !std::holds_alternative<const data::Value*>(value.content())) return;
  if (read_.size() >= 64) return;
  const std::string& path = missing && missing->computed ? missing->name : path_of(value);
  if (!path.empty()) read_.push_back(path);
}

std::vector<std::string> FormState::take_read() {
  return std::exchange(read_, {});
}

Value computed_from(const Value& undefined) {
  Undefined made = std::get<Undefined>(undefined.content());
  made.computed = true;
  return made;
}

Value rows_of(const Value& list, std::size_t count, FormState& form) {
  const std::string path = form.path_of(list);
  std::vector<Value> items = list.is_undefined() ? std::vector<Value>() : items_of(list);
  for (std::size_t i = items.size(); i < count; ++i) {
    const std::string name = path.empty() ? "" : path + "[" + std::to_string(i) + "]";
    items.push_back(Undefined{name, name, nullptr, true, path.empty()});
  }
  return make_list(std::move(items));
}

} // namespace saraban::language
