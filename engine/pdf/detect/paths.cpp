// Paths: unique, nested by heading where names repeat, never a value and a map at once.
#include "pdf/detect/paths.h"

#include <map>
#include <set>

namespace saraban::pdf::detect {
namespace {

/// What counts as one: fields that share, or one field.
using Wishes = std::map<std::string, std::set<std::size_t>>;

std::size_t identity(const Found& found, std::size_t index) {
  return found.shares != 0 ? found.shares : 1'000'000 + index;
}

Wishes wishes_of(const std::vector<Found>& found, const std::vector<std::string>& paths) {
  Wishes wishes;
  for (std::size_t i = 0; i < found.size(); ++i) wishes[paths[i]].insert(identity(found[i], i));
  return wishes;
}

std::string first_wish(const Found& found) {
  const std::string name = found.name.empty() ? "ช่อง" : found.name;
  return found.row < 0 ? name : found.list + "[" + std::to_string(found.row) + "]." + name;
}

void nest(const std::vector<Found>& found, std::vector<std::string>& paths) {
  const Wishes wishes = wishes_of(found, paths);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Found& one = found[i];
    if (wishes.at(paths[i]).size() > 1 && one.row < 0 && !one.heading.empty() &&
        one.heading != one.name)
      paths[i] = one.heading + "." + paths[i];
  }
}

void number(const std::vector<Found>& found, std::vector<std::string>& paths) {
  std::set<std::string> taken(paths.begin(), paths.end());
  const Wishes wishes = wishes_of(found, paths);
  std::map<std::string, std::map<std::size_t, std::string>> given;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (wishes.at(paths[i]).size() < 2) continue;
    auto& names = given[paths[i]];
    std::string& name = names[identity(found[i], i)];
    if (name.empty()) {
      name = paths[i];
      for (std::size_t n = 2; names.size() > 1 && taken.count(name) != 0; ++n)
        name = paths[i] + std::to_string(n);
      taken.insert(name);
    }
    paths[i] = name;
  }
}

/// "a" beside "a.b" or "a[0].b" becomes "a.รายละเอียด", or another name when "a" is a list.
void part(std::vector<std::string>& paths) {
  std::set<std::string> maps, lists;
  for (const std::string& path : paths)
    for (std::size_t at = path.find_first_of(".["); at != std::string::npos;
         at = path.find_first_of(".[", at + 1))
      (path[at] == '[' ? lists : maps).insert(path.substr(0, at));
  std::set<std::string> taken(paths.begin(), paths.end());
  std::map<std::string, std::string> renamed;
  for (std::string& path : paths) {
    const bool list = lists.count(path) != 0;
    if (!list && maps.count(path) == 0) continue;
    std::string& name = renamed[path];
    if (name.empty()) {
      const std::string base = path + (list ? "_รายละเอียด" : ".รายละเอียด");
      name = base;
      for (int n = 2; taken.count(name) != 0; ++n) name = base + std::to_string(n);
      taken.insert(name);
    }
    path = name;
  }
}

} // namespace

void settle_paths(std::vector<Found>& found) {
  std::vector<std::string> paths;
  for (const Found& one : found) paths.push_back(first_wish(one));
  nest(found, paths);
  number(found, paths);
  part(paths);
  for (std::size_t i = 0; i < found.size(); ++i)
    found[i].entry.value = "{{ " + paths[i] + found[i].filter + " }}";
}

} // namespace saraban::pdf::detect
