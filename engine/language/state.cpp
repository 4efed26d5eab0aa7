// Names in scope, faults at the running expression, limits.
#include "language/state.h"

#include "base/failure.h"
#include "language/form_state.h"

#include <algorithm>

namespace saraban::language {
namespace {

const Location nowhere;

std::vector<std::string> keys_of(const data::Value& value) {
  std::vector<std::string> keys;
  if (const data::Map* map = value.map())
    for (const auto& member : *map) keys.push_back(member.first);
  return keys;
}

} // namespace

Scope::State::State(const data::Value& root_, const data::Sources& sources_,
                    const Environment& environment_, DocumentSettings settings_,
                    Diagnostics& diagnostics_)
    : root(root_), sources(sources_), environment(environment_), settings(settings_),
      diagnostics(diagnostics_),
      form(environment_.form == FormMode::filled ? nullptr : std::make_unique<FormState>(root_)) {}

Scope::State::~State() {
  // Namespaces, and what methods changed, may hold each other.
  for (const auto& space : namespaces) space->members.clear();
  for (const auto& list : lists) list->items.clear();
}

void Scope::State::fail(const char* code) const {
  throw Failure(Fault::input, code, where ? *where : nowhere);
}

void Scope::State::report(std::string code,
                          std::vector<std::pair<std::string, std::string>> arguments) {
  const std::string first = arguments.empty() ? std::string() : arguments.front().second;
  if (!reported.emplace(where, code, first).second) return;
  diagnostics.error(std::move(code), where ? *where : nowhere, std::move(arguments));
}

void Scope::State::warn(std::string code,
                        std::vector<std::pair<std::string, std::string>> arguments) {
  const std::string first = arguments.empty() ? std::string() : arguments.front().second;
  if (!reported.emplace(where, code, first).second) return;
  diagnostics.warning(std::move(code), where ? *where : nowhere, std::move(arguments));
}

void Scope::State::report_undefined(const Undefined& missing) {
  if (settings.missing != Missing::error || missing.expected) return;
  std::vector<std::string> candidates =
      missing.within ? keys_of(*missing.within) : names_in_scope();
  std::erase(candidates, missing.missing); // a parameter that was not given
  report("undefined", {{"name", missing.name},
                       {"missing", missing.missing},
                       {"nearest", nearest_name(missing.missing, candidates)}});
}

const Value* Scope::State::find_binding(std::string_view name) const {
  std::size_t frame = frames.size() - 1;
  for (;;) {
    const std::size_t end = frame + 1 < frames.size() ? frames[frame + 1].begin : bindings.size();
    for (std::size_t i = end; i-- > frames[frame].begin;)
      if (bindings[i].name == name) return &bindings[i].value;
    if (frame == 0) return nullptr;
    frame = frames[frame].parent;
  }
}

Value Scope::State::look_up(const std::string& name) const {
  if (const Value* bound = find_binding(name)) return *bound;
  if (const data::Value* found = root.find(name)) return found;
  return Undefined{name, name, nullptr};
}

void Scope::State::bind(std::string_view name, Value value) {
  for (std::size_t i = bindings.size(); i-- > frames.back().begin;)
    if (bindings[i].name == name) {
      bindings[i].value = std::move(value);
      return;
    }
  bindings.push_back({std::string(name), std::move(value)});
}

std::vector<std::string> Scope::State::names_in_scope() const {
  std::vector<std::string> names = keys_of(root);
  for (const Binding& binding : bindings) names.push_back(binding.name);
  return names;
}

void Scope::State::push_frame(std::size_t parent) {
  frames.push_back({bindings.size(), std::min(parent, frames.size() - 1)});
}

void Scope::State::pop_frame() {
  bindings.resize(frames.back().begin);
  frames.pop_back();
}

} // namespace saraban::language
