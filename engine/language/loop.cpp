// Loops: targets and `loop` bound for each item.
#include "language/form_state.h"
#include "language/sequence.h"
#include "language/state.h"
#include "language/values.h"

namespace saraban::language {
namespace {

/// Ends a loop object's use: what it borrowed may be gone, and it must not hold itself.
class LoopEnd {
public:
  explicit LoopEnd(LoopObject& loop) : loop_(loop) {}
  ~LoopEnd() {
    loop_.body = loop_.otherwise = nullptr;
    loop_.loop = nullptr;
    loop_.changed.reset();
    loop_.items = Sequence();
  }
  LoopEnd(const LoopEnd&) = delete;
  LoopEnd& operator=(const LoopEnd&) = delete;

private:
  LoopObject& loop_;
};

void bind_targets(const std::vector<std::string>& targets, Value item, Scope::State& state) {
  if (targets.size() == 1) return state.bind(targets.front(), std::move(item));
  if (item.is_undefined()) { // A row of a form: its parts are as absent.
    for (const std::string& target : targets) state.bind(target, item);
    return;
  }
  const Sequence parts(item);
  if (kind_of(item) != Kind::list || parts.size() != targets.size())
    state.report("cannot-unpack",
                 {{"value", described(item)}, {"expected", std::to_string(targets.size())}});
  for (std::size_t i = 0; i < targets.size(); ++i)
    state.bind(targets[i], i < parts.size() ? parts.at(i) : Value());
}

/// The list that a loop runs over: a map with two targets gives its pairs; with `if`, those items
/// that hold.
Value looped_items(const For& loop, const Value& list, Scope::State& state) {
  Value items = list;
  if (kind_of(list) == Kind::map && loop.targets.size() == 2) {
    const Members members(list);
    std::vector<Value> pairs;
    for (std::size_t i = 0; i < members.size(); ++i)
      pairs.push_back(make_list({Value(members.key(i)), members.value(i)}, ListKind::tuple));
    items = make_list(std::move(pairs));
  }
  if (!loop.filter || !loop.filter->root) return items;
  std::vector<Value> kept;
  const Sequence all(items);
  const FrameGuard frame(state);
  for (std::size_t i = 0; i < all.size(); ++i) {
    bind_targets(loop.targets, all.at(i), state);
    const std::size_t absent = state.form ? state.form->absent() : 0;
    const bool holds = is_true(evaluate(*loop.filter->root, state));
    if (holds || (state.form && state.form->absent() != absent)) kept.push_back(all.at(i));
  }
  return make_list(std::move(kept));
}

/// Reports and gives nothing to loop over.
bool can_loop(const Value& list, Scope::State& state) {
  if (const auto* missing = std::get_if<Undefined>(&list.content())) {
    state.report_undefined(*missing);
    return false;
  }
  if (kind_of(list) == Kind::none) return false;
  if (is_iterable(list)) return true;
  state.report("not-a-list", {{"value", described(list)}});
  return false;
}

} // namespace

void run_loop(const For& loop, const Value& list, int depth, const std::function<void()>& body,
              const std::function<void()>& otherwise, Scope::State& state) {
  const Value given = state.form && list.is_undefined() ? rows_of(list, 1, *state.form) : list;
  const Value items = can_loop(given, state) ? looped_items(loop, given, state) : Value();
  auto object = std::make_shared<Callable>();
  object->depth = 1 + depth_of(items);
  object->content = LoopObject{&loop, Sequence(items), 0, depth, &body, &otherwise, std::nullopt};
  auto& running = std::get<LoopObject>(object->content);
  const LoopEnd end(running);
  if (running.items.empty()) return otherwise();
  const FrameGuard frame(state);
  const Location* where = state.where;
  state.bind("loop", std::shared_ptr<const Callable>(object));
  const std::size_t first = state.bindings.size();
  for (; running.index < running.items.size(); ++running.index) {
    state.charge(1);
    state.where = where;
    if (state.bindings.size() > first + loop.targets.size())
      state.bindings.resize(first + loop.targets.size());
    bind_targets(loop.targets, running.items.at(running.index), state);
    body();
  }
}

} // namespace saraban::language
