// The state of one evaluation: names, the place of the running expression, steps and faults.
#pragma once

#include "language/callable.h"
#include "language/node.h"
#include "language/routine.h"
#include "language/scope.h"

#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace saraban::language {

struct Binding {
  std::string name;
  Value value;
};
/// Bindings from `begin` to the next frame's. Names are looked up in the parent next: the frame
/// before, or for a macro's frame the one that it was defined in.
struct Frame {
  std::size_t begin = 0;
  std::size_t parent = 0;
};

class FormState; ///< language/form_state.h.

struct Scope::State {
  State(const data::Value& root_, const data::Sources& sources_, const Environment& environment_,
        DocumentSettings settings_, Diagnostics& diagnostics_);
  ~State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  const data::Value& root;
  const data::Sources& sources;
  const Environment& environment;
  DocumentSettings settings;
  Diagnostics& diagnostics;

  std::vector<Binding> bindings;
  std::vector<Frame> frames{Frame{}};
  std::shared_ptr<const Callable> caller;            ///< For the macro that a call block calls.
  const Location* where = nullptr;                   ///< Of the expression being evaluated.
  std::vector<std::shared_ptr<MapValue>> namespaces; ///< All made so far, and maps changed.
  std::vector<std::shared_ptr<ListValue>> lists;     ///< Those that methods changed.
  std::unique_ptr<FormState> form; ///< Of a form that is printed blank or made fillable; else null.
  std::uint64_t steps = 0;
  int depth = 0; ///< Of nodes being evaluated.
  int calls = 0; ///< Of macros and recursive loops.
  std::set<std::tuple<const Location*, std::string, std::string>> reported;

  /// Throws Failure ("limit-steps").
  void charge(std::uint64_t cost) {
    if ((steps += cost) > environment.limits.language_steps) fail("limit-steps");
  }
  [[noreturn]] void fail(const char* code) const;
  /// An error at the running expression, once for each place, code and first argument.
  void report(std::string code, std::vector<std::pair<std::string, std::string>> arguments = {});
  /// The same, a warning.
  void warn(std::string code, std::vector<std::pair<std::string, std::string>> arguments = {});
  /// As settings.missing says: "undefined" with the nearest name is reported, or nothing.
  void report_undefined(const Undefined& missing);

  /// The binding of that name; nullptr when none is.
  const Value* find_binding(std::string_view name) const;
  Value look_up(const std::string& name) const;
  void bind(std::string_view name, Value value);
  std::vector<std::string> names_in_scope() const;

  void push_frame() { push_frame(frames.size() - 1); }
  void push_frame(std::size_t parent);
  void pop_frame();
};

/// A frame for the life of this object.
class FrameGuard {
public:
  explicit FrameGuard(Scope::State& state) : state_(state) { state_.push_frame(); }
  FrameGuard(Scope::State& state, std::size_t parent) : state_(state) { state_.push_frame(parent); }
  ~FrameGuard() { state_.pop_frame(); }
  FrameGuard(const FrameGuard&) = delete;
  FrameGuard& operator=(const FrameGuard&) = delete;

private:
  Scope::State& state_;
};

/// One level of calls for the life of this object. Throws Failure ("limit-depth").
class CallGuard {
public:
  explicit CallGuard(Scope::State& state) : state_(state) {
    if (state_.calls >= state_.environment.limits.language_depth) state_.fail("limit-depth");
    ++state_.calls;
  }
  ~CallGuard() { --state_.calls; }
  CallGuard(const CallGuard&) = delete;
  CallGuard& operator=(const CallGuard&) = delete;

private:
  Scope::State& state_;
};

Value evaluate(const Node& node, Scope::State& state);

// operators.cpp
Value apply_unary(UnaryOperator operation, const Value& operand, Scope::State& state);
Value apply_binary(BinaryOperator operation, const Value& left, const Value& right,
                   Scope::State& state);
bool compare(Comparison operation, const Value& left, const Value& right, Scope::State& state);

// callable.cpp
Value call_value(const Callable& callable, const Arguments& arguments, Scope::State& state);
/// loop.index, cycler.current; nothing for a name that it does not have.
std::optional<Value> callable_attribute(const Callable& callable, std::string_view name,
                                        Scope::State& state);
/// loop.cycle(…), cycler.next(); nothing for a name that it does not have.
std::optional<Value> call_method(const Callable& callable, std::string_view name,
                                 const Arguments& arguments, Scope::State& state);

// loop.cpp
void run_loop(const For& loop, const Value& list, int depth, const std::function<void()>& body,
              const std::function<void()>& otherwise, Scope::State& state);

// access.cpp
Value attribute_of(const Value& object, std::string_view name, const Node* written,
                   Scope::State& state);
Value item_of(const Value& object, const Value& key, const Node* written, Scope::State& state);
Value slice_of(const Value& object, const Value& start, const Value& stop, const Value& step,
               Scope::State& state);
/// "a.b.0" as map(attribute=…) takes it.
Value path_in(const Value& object, std::string_view path, Scope::State& state);

} // namespace saraban::language
