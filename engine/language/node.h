// The nodes of a parsed expression. Immutable.
#pragma once

#include "language/value.h"

#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace saraban::language {

struct Node;
struct Routine;
using Child = std::unique_ptr<const Node>;

struct LiteralNode {
  Value value;
};
struct NameNode {
  std::string name;
};
struct AttributeNode {
  Child object;
  std::string name;
};
struct SubscriptNode {
  Child object, key;
};
struct SliceNode {
  Child object, start, stop, step; ///< Null where left out.
};
enum class UnaryOperator { negate, plus, logical_not };
struct UnaryNode {
  UnaryOperator operation = UnaryOperator::negate;
  Child operand;
};
enum class BinaryOperator { add, subtract, multiply, divide, floor_divide, modulo, power };
struct BinaryNode {
  BinaryOperator operation = BinaryOperator::add;
  Child left, right;
};
enum class LogicalOperator { and_, or_ };
struct LogicalNode {
  LogicalOperator operation = LogicalOperator::and_;
  Child left, right;
};
struct JoinNode { ///< a ~ b ~ c
  std::vector<Child> parts;
};
enum class Comparison { equal, not_equal, less, less_equal, greater, greater_equal, in, not_in };
struct ComparisonNode { ///< a < b <= c
  Child first;
  std::vector<std::pair<Comparison, Child>> rest;
};
struct ConditionalNode {
  Child then, condition, otherwise; ///< `otherwise` null: nothing.
};
struct ListNode {
  std::vector<Child> items;
  ListKind kind = ListKind::list;
};
struct MapNode {
  std::vector<std::pair<Child, Child>> members;
};
struct ArgumentNodes {
  std::vector<Child> positional;
  std::vector<std::pair<std::string, Child>> keyword;
  bool empty() const { return positional.empty() && keyword.empty(); }
};
struct FilterNode {
  Child subject;
  const Routine* filter = nullptr;
  ArgumentNodes arguments;
};
struct TestNode {
  Child subject;
  const Routine* test = nullptr;
  ArgumentNodes arguments;
  bool negated = false;
};
struct CallNode {
  Child callee;
  ArgumentNodes arguments;
};

struct Node {
  using Content = std::variant<LiteralNode, NameNode, AttributeNode, SubscriptNode, SliceNode,
                               UnaryNode, BinaryNode, LogicalNode, JoinNode, ComparisonNode,
                               ConditionalNode, ListNode, MapNode, FilterNode, TestNode, CallNode>;
  Content content;
  int depth = 1; ///< Of the tree below, for the limit.
};

/// The expression as a path: "a.b[0]"; what is no path shows as "…".
std::string path_of(const Node& node);

} // namespace saraban::language
