// Field names as paths in the data.
#include "pdf/data_path.h"

#include <charconv>

namespace saraban::pdf {
namespace {

constexpr int deepest = 64;

/// What follows "[n]" at the start of `path` in item n.
const data::Value* find_in_list(const data::Value& root, std::string_view path, int depth);

const data::Value* find(const data::Value& root, std::string_view path, int depth) {
  if (path.empty()) return &root;
  if (depth > deepest) return nullptr;
  if (path.front() == '[') return find_in_list(root, path, depth);
  if (root.map() == nullptr) return nullptr;
  if (const data::Value* whole = root.find(path)) return whole;
  // Longest key first: keys may hold what separates.
  for (std::size_t end = path.size(); end-- > 1;) {
    if (path[end] != '.' && path[end] != '[') continue;
    const data::Value* member = root.find(path.substr(0, end));
    if (member == nullptr) continue;
    const std::size_t next = path[end] == '.' ? end + 1 : end;
    if (const data::Value* found = find(*member, path.substr(next), depth + 1)) return found;
  }
  return nullptr;
}

const data::Value* find_in_list(const data::Value& root, std::string_view path, int depth) {
  const std::size_t close = path.find(']');
  if (root.list() == nullptr || close == std::string_view::npos) return nullptr;
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(path.data() + 1, path.data() + close, index);
  if (error != std::errc() || end != path.data() + close || index >= root.list()->size())
    return nullptr;
  std::string_view rest = path.substr(close + 1);
  if (rest.starts_with('.')) rest.remove_prefix(1);
  return find((*root.list())[index], rest, depth + 1);
}

std::string without_numbers(std::string_view name) {
  std::string out(name);
  for (std::size_t at = 0; (at = out.find("[0]", at)) != out.npos;) out.erase(at, 3);
  return out;
}

std::string_view last_part(std::string_view name) {
  const std::size_t dot = name.find_last_of('.');
  return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

void add_leaves(const data::Value& value, const std::string& path, int depth,
                std::vector<std::pair<std::string, const data::Value*>>& out) {
  const data::Map* map = depth < deepest ? value.map() : nullptr;
  const data::List* list = depth < deepest ? value.list() : nullptr;
  if (map != nullptr)
    for (const auto& [key, member] : *map)
      add_leaves(member, path.empty() ? key : path + "." + key, depth + 1, out);
  if (list != nullptr)
    for (std::size_t i = 0; i < list->size(); ++i)
      add_leaves((*list)[i], path + "[" + std::to_string(i) + "]", depth + 1, out);
  const bool is_empty = (map == nullptr || map->empty()) && (list == nullptr || list->empty());
  if (is_empty && !path.empty()) out.emplace_back(path, &value);
}

} // namespace

const data::Value* find_path(const data::Value& root, std::string_view path) {
  return path.empty() ? nullptr : find(root, path, 0);
}

const data::Value* find_for_field(const data::Value& root, std::string_view name) {
  if (const data::Value* found = find_path(root, name)) return found;
  const std::string_view last = last_part(name);
  if (const data::Value* found = find_path(root, last)) return found;
  if (name.find("[0]") == std::string_view::npos) return nullptr;
  if (const data::Value* found = find_path(root, without_numbers(name))) return found;
  return find_path(root, without_numbers(last));
}

std::vector<std::pair<std::string, const data::Value*>> leaves(const data::Value& root) {
  std::vector<std::pair<std::string, const data::Value*>> out;
  add_leaves(root, "", 0, out);
  return out;
}

} // namespace saraban::pdf
