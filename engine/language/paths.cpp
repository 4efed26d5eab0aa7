// What an expression reads, for inspection and for messages.
#include "language/node.h"
#include "language/routine.h"
#include "language/sequence.h"

#include <algorithm>

namespace saraban::language {
namespace {

template <class... Ts>
struct Overloaded : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

/// Visits the children of a node in the order of writing.
template <class Visit>
void for_children(const Node& node, Visit visit) {
  const auto each = [&](const std::vector<Child>& children) {
    for (const Child& child : children)
      if (child) visit(*child);
  };
  const auto maybe = [&](const Child& child) {
    if (child) visit(*child);
  };
  const auto arguments = [&](const ArgumentNodes& given) {
    each(given.positional);
    for (const auto& [name, child] : given.keyword) maybe(child);
  };
  std::visit(Overloaded{[](const LiteralNode&) {}, [](const NameNode&) {},
                        [&](const AttributeNode& n) { maybe(n.object); },
                        [&](const SubscriptNode& n) { maybe(n.object), maybe(n.key); },
                        [&](const SliceNode& n) {
                          maybe(n.object), maybe(n.start), maybe(n.stop), maybe(n.step);
                        },
                        [&](const UnaryNode& n) { maybe(n.operand); },
                        [&](const BinaryNode& n) { maybe(n.left), maybe(n.right); },
                        [&](const LogicalNode& n) { maybe(n.left), maybe(n.right); },
                        [&](const JoinNode& n) { each(n.parts); },
                        [&](const ComparisonNode& n) {
                          maybe(n.first);
                          for (const auto& [operation, operand] : n.rest) maybe(operand);
                        },
                        [&](const ConditionalNode& n) {
                          maybe(n.then), maybe(n.condition), maybe(n.otherwise);
                        },
                        [&](const ListNode& n) { each(n.items); },
                        [&](const MapNode& n) {
                          for (const auto& [key, value] : n.members) maybe(key), maybe(value);
                        },
                        [&](const FilterNode& n) { maybe(n.subject), arguments(n.arguments); },
                        [&](const TestNode& n) { maybe(n.subject), arguments(n.arguments); },
                        [&](const CallNode& n) { maybe(n.callee), arguments(n.arguments); }},
             node.content);
}

void add_once(std::vector<std::string>& list, std::string text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

/// The data path that a node is: "a.b", "a[].b"; empty when it is none.
std::string data_path(const Node& node) {
  if (const auto* name = std::get_if<NameNode>(&node.content)) return name->name;
  if (const auto* attribute = std::get_if<AttributeNode>(&node.content)) {
    const std::string object = data_path(*attribute->object);
    return object.empty() ? object : object + "." + attribute->name;
  }
  if (const auto* subscript = std::get_if<SubscriptNode>(&node.content)) {
    const std::string object = data_path(*subscript->object);
    if (object.empty()) return object;
    const auto* key = std::get_if<LiteralNode>(&subscript->key->content);
    const std::string* text = key ? string_of(key->value) : nullptr;
    if (text) return object + "." + *text;
    const bool is_index = key && kind_of(key->value) == Kind::number;
    return object + "[" + (is_index ? plain_form(key->value) : std::string()) + "]";
  }
  return {};
}

void collect_paths(const Node& node, std::vector<std::string>& paths) {
  std::string path = data_path(node);
  if (!path.empty()) {
    add_once(paths, std::move(path));
    if (const auto* subscript = std::get_if<SubscriptNode>(&node.content))
      collect_paths(*subscript->key, paths);
    return;
  }
  if (const auto* call = std::get_if<CallNode>(&node.content)) {
    // The function's name is no data; a method's object is.
    if (const auto* method = std::get_if<AttributeNode>(&call->callee->content))
      collect_paths(*method->object, paths);
    for (const Child& argument : call->arguments.positional) collect_paths(*argument, paths);
    for (const auto& [name, argument] : call->arguments.keyword) collect_paths(*argument, paths);
    return;
  }
  for_children(node, [&](const Node& child) { collect_paths(child, paths); });
}

void collect_filters(const Node& node, std::vector<std::string>& filters) {
  for_children(node, [&](const Node& child) { collect_filters(child, filters); });
  if (const auto* filter = std::get_if<FilterNode>(&node.content))
    add_once(filters, std::string(filter->filter->name));
}

} // namespace

std::string path_of(const Node& node) {
  if (const auto* name = std::get_if<NameNode>(&node.content)) return name->name;
  if (const auto* literal = std::get_if<LiteralNode>(&node.content))
    return quoted_form(literal->value);
  if (const auto* attribute = std::get_if<AttributeNode>(&node.content))
    return path_of(*attribute->object) + "." + attribute->name;
  if (const auto* subscript = std::get_if<SubscriptNode>(&node.content))
    return path_of(*subscript->object) + "[" + path_of(*subscript->key) + "]";
  if (const auto* call = std::get_if<CallNode>(&node.content))
    return path_of(*call->callee) + "(…)";
  if (const auto* filter = std::get_if<FilterNode>(&node.content))
    return path_of(*filter->subject) + "|" + std::string(filter->filter->name);
  return "…";
}

std::vector<std::string> paths_read(const Expression& expression) {
  std::vector<std::string> paths;
  if (expression.root) collect_paths(*expression.root, paths);
  return paths;
}

std::vector<std::string> filters_used(const Expression& expression) {
  std::vector<std::string> filters;
  if (expression.root) collect_filters(*expression.root, filters);
  return filters;
}

} // namespace saraban::language
