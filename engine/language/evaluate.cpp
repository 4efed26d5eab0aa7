// Evaluating the nodes of an expression.
#include "base/failure.h"
#include "language/form_state.h"
#include "language/sequence.h"
#include "language/state.h"
#include "language/values.h"

namespace saraban::language {
namespace {

constexpr int max_depth = 1'500; ///< Of nodes, over all macros being called.

class DepthGuard {
public:
  explicit DepthGuard(Scope::State& state) : state_(state) {
    if (++state_.depth > max_depth) {
      --state_.depth;
      state_.fail("limit-depth");
    }
  }
  ~DepthGuard() { --state_.depth; }
  DepthGuard(const DepthGuard&) = delete;
  DepthGuard& operator=(const DepthGuard&) = delete;

private:
  Scope::State& state_;
};

Arguments evaluated(const ArgumentNodes& nodes, Scope::State& state) {
  Arguments arguments;
  arguments.positional.reserve(nodes.positional.size());
  for (const Child& node : nodes.positional) arguments.positional.push_back(evaluate(*node, state));
  for (const auto& [name, node] : nodes.keyword)
    arguments.keyword.emplace_back(name, evaluate(*node, state));
  return arguments;
}

Value evaluate_node(const LiteralNode& node, Scope::State&) {
  return node.value;
}
Value evaluate_node(const NameNode& node, Scope::State& state) {
  return state.look_up(node.name);
}
Value evaluate_node(const AttributeNode& node, Scope::State& state) {
  return attribute_of(evaluate(*node.object, state), node.name, node.object.get(), state);
}
Value evaluate_node(const SubscriptNode& node, Scope::State& state) {
  const Value object = evaluate(*node.object, state);
  return item_of(object, evaluate(*node.key, state), node.object.get(), state);
}
Value evaluate_node(const SliceNode& node, Scope::State& state) {
  const auto end = [&](const Child& child) { return child ? evaluate(*child, state) : Value(); };
  const Value object = evaluate(*node.object, state);
  const Value start = end(node.start), stop = end(node.stop), step = end(node.step);
  return slice_of(object, start, stop, step, state);
}
Value evaluate_node(const UnaryNode& node, Scope::State& state) {
  return apply_unary(node.operation, evaluate(*node.operand, state), state);
}
Value evaluate_node(const BinaryNode& node, Scope::State& state) {
  const Value left = evaluate(*node.left, state);
  return apply_binary(node.operation, left, evaluate(*node.right, state), state);
}
Value evaluate_node(const LogicalNode& node, Scope::State& state) {
  Value left = evaluate(*node.left, state);
  const bool decided = is_true(left) == (node.operation == LogicalOperator::or_);
  return decided ? left : evaluate(*node.right, state);
}
Value evaluate_node(const JoinNode& node, Scope::State& state) {
  std::string text;
  for (const Child& part : node.parts) {
    Value value = evaluate(*part, state);
    if (value.is_undefined()) return value;
    text += shown_text(value, state);
  }
  state.charge(text.size() / 4);
  return text;
}
Value evaluate_node(const ComparisonNode& node, Scope::State& state) {
  Value left = evaluate(*node.first, state);
  for (const auto& [operation, operand] : node.rest) {
    Value right = evaluate(*operand, state);
    if (!compare(operation, left, right, state)) return false;
    left = std::move(right);
  }
  return true;
}
Value evaluate_node(const ConditionalNode& node, Scope::State& state) {
  if (is_true(evaluate(*node.condition, state))) return evaluate(*node.then, state);
  return node.otherwise ? evaluate(*node.otherwise, state) : Value(std::string());
}
Value evaluate_node(const ListNode& node, Scope::State& state) {
  std::vector<Value> items;
  items.reserve(node.items.size());
  for (const Child& item : node.items) items.push_back(evaluate(*item, state));
  return make_list(std::move(items), node.kind);
}
Value evaluate_node(const MapNode& node, Scope::State& state) {
  std::vector<std::pair<std::string, Value>> members;
  for (const auto& [key, value] : node.members) {
    std::string name = plain_form(evaluate(*key, state));
    std::erase_if(members, [&](const auto& m) { return m.first == name; });
    members.emplace_back(std::move(name), evaluate(*value, state));
  }
  return make_map(std::move(members));
}
Value evaluate_node(const FilterNode& node, Scope::State& state) {
  Value subject = evaluate(*node.subject, state);
  if (subject.is_undefined() && node.filter->on_undefined == OnUndefined::keep)
    return state.form ? computed_from(subject) : subject;
  return run_routine(*node.filter, subject, evaluated(node.arguments, state), state);
}
Value evaluate_node(const TestNode& node, Scope::State& state) {
  const Value subject = evaluate(*node.subject, state);
  const Value result = run_routine(*node.test, subject, evaluated(node.arguments, state), state);
  return is_true(result) != node.negated;
}

std::optional<Value> call_attribute(const AttributeNode& callee, const ArgumentNodes& nodes,
                                    Scope::State& state) {
  const Value object = evaluate(*callee.object, state);
  if (object.is_undefined()) return object;
  if (const auto* callable = std::get_if<std::shared_ptr<const Callable>>(&object.content()))
    return call_method(**callable, callee.name, evaluated(nodes, state), state);
  if (kind_of(object) == Kind::map) {
    const auto member = Members(object).find(callee.name);
    if (member && kind_of(*member) == Kind::callable)
      return call_value(*std::get<std::shared_ptr<const Callable>>(member->content()),
                        evaluated(nodes, state), state);
  }
  const Routine* method = find_method(object, callee.name);
  if (!method) return std::nullopt;
  return run_routine(*method, object, evaluated(nodes, state), state);
}

Value unknown_function(const std::string& name, Scope::State& state) {
  std::vector<std::string> known = function_names();
  for (const Binding& binding : state.bindings)
    if (kind_of(binding.value) == Kind::callable) known.push_back(binding.name);
  state.report("unknown-function", {{"name", name}, {"nearest", nearest_name(name, known)}});
  return std::string();
}

Value evaluate_node(const CallNode& node, Scope::State& state) {
  if (const auto* attribute = std::get_if<AttributeNode>(&node.callee->content)) {
    if (auto result = call_attribute(*attribute, node.arguments, state)) return *result;
    return unknown_function(path_of(*node.callee), state);
  }
  const Value callee = evaluate(*node.callee, state);
  if (const auto* callable = std::get_if<std::shared_ptr<const Callable>>(&callee.content()))
    return call_value(**callable, evaluated(node.arguments, state), state);
  if (const auto* name = std::get_if<NameNode>(&node.callee->content))
    if (const Routine* function = find_function(name->name))
      return run_routine(*function, Value(), evaluated(node.arguments, state), state);
  return unknown_function(path_of(*node.callee), state);
}

} // namespace

Value evaluate(const Node& node, Scope::State& state) {
  state.charge(1);
  const DepthGuard depth(state);
  if (state.form) {
    Value value = std::visit([&](const auto& content) { return evaluate_node(content, state); },
                             node.content);
    state.form->note(value);
    return value;
  }
  return std::visit([&](const auto& content) { return evaluate_node(content, state); },
                    node.content);
}

} // namespace saraban::language
