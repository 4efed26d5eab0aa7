// Calling macros, callers, recursive loops, cyclers and joiners; what a loop tells about itself.
#include "language/callable.h"

#include "language/state.h"
#include "language/values.h"

namespace saraban::language {
namespace {

template <class... Ts>
struct Overloaded : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

/// Loops run with the place of their tag; what is called returns to that of the caller.
class WhereGuard {
public:
  explicit WhereGuard(Scope::State& state) : state_(state), where_(state.where) {}
  ~WhereGuard() { state_.where = where_; }
  WhereGuard(const WhereGuard&) = delete;
  WhereGuard& operator=(const WhereGuard&) = delete;

private:
  Scope::State& state_;
  const Location* where_;
};

const Value* keyword(const Arguments& arguments, const std::string& name) {
  for (const auto& [key, value] : arguments.keyword)
    if (key == name) return &value;
  return nullptr;
}

void report_excess(const std::string& name, const std::string& excess, Scope::State& state) {
  state.report("bad-arguments", {{"name", name}, {"argument", excess}});
}

void bind_parameters(const Macro& macro, const Arguments& arguments, Scope::State& state) {
  std::vector<Value> more;
  for (std::size_t i = 0; i < macro.parameters.size(); ++i) {
    const auto& [name, otherwise] = macro.parameters[i];
    if (i < arguments.positional.size())
      state.bind(name, arguments.positional[i]);
    else if (const Value* given = keyword(arguments, name))
      state.bind(name, *given);
    else if (otherwise && otherwise->root)
      state.bind(name, evaluate(*otherwise->root, state));
    else
      state.bind(name, Undefined{name, name, nullptr});
  }
  for (std::size_t i = macro.parameters.size(); i < arguments.positional.size(); ++i)
    more.push_back(arguments.positional[i]);
  state.bind("varargs", make_list(std::move(more), ListKind::tuple));
  std::vector<std::pair<std::string, Value>> named;
  for (const auto& argument : arguments.keyword) {
    const bool known = std::any_of(macro.parameters.begin(), macro.parameters.end(),
                                   [&](const auto& p) { return p.first == argument.first; });
    if (!known) named.push_back(argument);
  }
  state.bind("kwargs", make_map(std::move(named)));
}

Value call_macro(const MacroFunction& function, const Arguments& arguments, Scope::State& state) {
  const CallGuard depth(state);
  const WhereGuard where(state);
  auto caller = std::exchange(state.caller, nullptr);
  const FrameGuard frame(state, function.frame);
  bind_parameters(function.macro, arguments, state);
  if (caller) state.bind("caller", std::move(caller));
  return function.body();
}

Value call_caller(const CallerFunction& function, const Arguments& arguments, Scope::State& state) {
  if (!function.body) return std::string(); // kept after its call block ended
  const CallGuard depth(state);
  const WhereGuard where(state);
  const std::function<Value()> body = function.body;
  if (arguments.positional.size() > function.parameters.size())
    report_excess("caller", std::to_string(function.parameters.size() + 1), state);
  const FrameGuard frame(state, function.frame);
  for (std::size_t i = 0; i < function.parameters.size(); ++i) {
    const std::string& name = function.parameters[i];
    const Value* named = keyword(arguments, name);
    if (i < arguments.positional.size())
      state.bind(name, arguments.positional[i]);
    else
      state.bind(name, named ? *named : Value(Undefined{name, name, nullptr}));
  }
  return body();
}

Value call_loop(const LoopObject& loop, const Arguments& arguments, Scope::State& state) {
  if (!loop.loop || !loop.loop->recursive || arguments.positional.size() != 1) {
    report_excess("loop", "recursive", state);
    return std::string();
  }
  const CallGuard depth(state);
  const WhereGuard where(state);
  run_loop(*loop.loop, arguments.positional.front(), loop.depth + 1, *loop.body, *loop.otherwise,
           state);
  return std::string();
}

std::optional<Value> loop_attribute(const LoopObject& loop, std::string_view name) {
  const auto at = static_cast<std::int64_t>(loop.index);
  const auto size = static_cast<std::int64_t>(loop.items.size());
  if (name == "index") return Value(Decimal(at + 1));
  if (name == "index0") return Value(Decimal(at));
  if (name == "revindex") return Value(Decimal(size - at));
  if (name == "revindex0") return Value(Decimal(size - at - 1));
  if (name == "first") return Value(at == 0);
  if (name == "last") return Value(at + 1 == size);
  if (name == "length") return Value(Decimal(size));
  if (name == "depth") return Value(Decimal(loop.depth));
  if (name == "depth0") return Value(Decimal(loop.depth - 1));
  if (name == "previtem" && at > 0 && at <= size) return loop.items.at(loop.index - 1);
  if (name == "nextitem" && at + 1 < size) return loop.items.at(loop.index + 1);
  return std::nullopt;
}

Value cycled(const std::vector<Value>& items, std::size_t index) {
  return items.empty() ? Value(std::string()) : items[index % items.size()];
}

Value changed(LoopObject& loop, const Arguments& arguments) {
  Value now = make_list(arguments.positional, ListKind::tuple);
  const bool differs = !loop.changed || !equal_values(*loop.changed, now);
  loop.changed = std::move(now);
  return differs;
}

} // namespace

Value call_value(const Callable& callable, const Arguments& arguments, Scope::State& state) {
  return std::visit(
      Overloaded{[&](const MacroFunction& f) { return call_macro(f, arguments, state); },
                 [&](const CallerFunction& f) { return call_caller(f, arguments, state); },
                 [&](const LoopObject& f) { return call_loop(f, arguments, state); },
                 [&](Cycler& f) { return cycled(f.items, f.index++); },
                 [&](Joiner& f) {
                   return std::exchange(f.used, true) ? Value(f.separator) : Value(std::string());
                 }},
      callable.content);
}

std::optional<Value> callable_attribute(const Callable& callable, std::string_view name,
                                        Scope::State&) {
  if (const auto* loop = std::get_if<LoopObject>(&callable.content))
    return loop_attribute(*loop, name);
  const auto* cycler = std::get_if<Cycler>(&callable.content);
  if (cycler && name == "current") return cycled(cycler->items, cycler->index);
  if (const auto* macro = std::get_if<MacroFunction>(&callable.content); macro && name == "name")
    return Value(macro->macro.name);
  return std::nullopt;
}

std::optional<Value> call_method(const Callable& callable, std::string_view name,
                                 const Arguments& arguments, Scope::State&) {
  if (auto* loop = std::get_if<LoopObject>(&callable.content)) {
    if (name == "cycle") return cycled(arguments.positional, loop->index);
    if (name == "changed") return changed(*loop, arguments);
  }
  if (auto* cycler = std::get_if<Cycler>(&callable.content)) {
    if (name == "next") return cycled(cycler->items, cycler->index++);
    if (name == "reset") return cycler->index = 0, Value(std::string());
  }
  return std::nullopt;
}

} // namespace saraban::language
