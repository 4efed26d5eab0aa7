// Expressions by precedence climbing; Jinja's grammar.
#include "language/parser.h"

#include "language/routine.h"

#include <algorithm>
#include <array>

namespace saraban::language {
namespace {

constexpr int max_nesting = 100; ///< Brackets inside brackets.
constexpr int max_depth = 400;   ///< Of the tree: terms and filters in a row.

struct Level {
  std::string_view symbol;
  int level;
};
/// From loose to tight. Comparisons stand between `not` and `+`.
constexpr int level_or = 1, level_and = 2, level_not = 3, level_comparison = 4, level_join = 6;
constexpr std::array<Level, 10> levels{{{"or", level_or},
                                        {"and", level_and},
                                        {"+", 5},
                                        {"-", 5},
                                        {"~", level_join},
                                        {"*", 7},
                                        {"/", 7},
                                        {"//", 7},
                                        {"%", 7},
                                        {"**", 8}}};
constexpr std::array<std::pair<std::string_view, Comparison>, 7> comparisons{
    {{"==", Comparison::equal},
     {"!=", Comparison::not_equal},
     {"<", Comparison::less},
     {"<=", Comparison::less_equal},
     {">", Comparison::greater},
     {">=", Comparison::greater_equal},
     {"in", Comparison::in}}};

int depth_of_children(std::initializer_list<const Child*> children) {
  int depth = 0;
  for (const Child* child : children)
    if (*child) depth = std::max(depth, (*child)->depth);
  return depth;
}

bool is_reserved(std::string_view word) {
  constexpr std::array<std::string_view, 7> reserved{"and", "or", "not", "if", "else", "in", "is"};
  return std::find(reserved.begin(), reserved.end(), word) != reserved.end();
}

} // namespace

/// One level of brackets for the life of this object.
class Nesting {
public:
  explicit Nesting(Parser& parser) : parser_(parser) {
    if (++parser_.nesting_ > max_nesting) parser_.fail("limit-depth", {});
  }
  ~Nesting() { --parser_.nesting_; }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;

private:
  Parser& parser_;
};

Parser::Parser(std::string_view content, std::string_view close, const Location& where,
               Diagnostics& diagnostics)
    : tokens_(read_tokens(content)), where_(std::make_shared<const Location>(where)),
      diagnostics_(diagnostics), content_(content), close_(close) {}

bool Parser::advance() {
  if (at_ + 1 < tokens_.size()) ++at_;
  return true;
}

std::string Parser::found() const {
  return at_end() ? close_ : std::string(token().written);
}

void Parser::fail(std::string code, std::vector<std::pair<std::string, std::string>> arguments) {
  if (!failed_) {
    const TokenKind kind = token().kind;
    if (kind == TokenKind::unclosed) code = "unclosed-text";
    arguments.emplace_back("content", content_);
    diagnostics_.error(std::move(code), *where_, std::move(arguments));
  }
  failed_ = true;
  at_ = tokens_.size() - 1;
}

void Parser::expect_symbol(std::string_view symbol) {
  if (!take_symbol(symbol))
    fail("syntax-error", {{"expected", std::string(symbol)}, {"found", found()}});
}
void Parser::expect_word(std::string_view word) {
  if (!take_word(word)) fail("syntax-error", {{"expected", std::string(word)}, {"found", found()}});
}
std::string Parser::expect_name() {
  if (!at_name() || is_reserved(token().text)) return fail_at_token("syntax-name"), std::string();
  std::string name = token().text;
  advance();
  return name;
}
std::string Parser::expect_keyword() {
  if (!at_name()) return fail_at_token("syntax-name"), std::string();
  std::string word = token().text;
  advance();
  return word;
}
void Parser::expect_end() {
  if (!at_end()) fail_at_token("unexpected-text");
}

Expression Parser::finish(Child root) const {
  if (failed_) return {nullptr, where_};
  return {std::shared_ptr<const Node>(std::move(root)), where_};
}

Child Parser::node_of(Node::Content content, int depth) {
  if (depth >= max_depth) {
    fail("limit-depth", {});
    return std::make_unique<const Node>();
  }
  return std::make_unique<const Node>(Node{std::move(content), depth + 1});
}
Child Parser::node(Node::Content content, std::initializer_list<const Child*> children) {
  return node_of(std::move(content), depth_of_children(children));
}

Child Parser::expression() {
  const Nesting nesting(*this);
  return conditional();
}

Child Parser::conditional() {
  Child then = climb(level_or);
  while (take_word("if")) {
    Child condition = climb(level_or);
    Child otherwise;
    if (take_word("else")) otherwise = expression();
    const int depth = depth_of_children({&then, &condition, &otherwise});
    then = node_of(ConditionalNode{std::move(then), std::move(condition), std::move(otherwise)},
                   depth);
  }
  return then;
}

Child Parser::without_condition() {
  return climb(level_or);
}

Child Parser::rest_of_tuple(Child first, Child (Parser::*item)()) {
  if (!at_symbol(",")) return first;
  ListNode tuple{{}, ListKind::tuple};
  int depth = first->depth;
  tuple.items.push_back(std::move(first));
  while (take_symbol(",")) {
    if (at_end() || at_symbol(")")) break;
    tuple.items.push_back((this->*item)());
    depth = std::max(depth, tuple.items.back()->depth);
  }
  return node_of(std::move(tuple), depth);
}

Child Parser::tuple() {
  return rest_of_tuple(expression(), &Parser::expression);
}

Child Parser::tuple_without_condition() {
  return rest_of_tuple(without_condition(), &Parser::without_condition);
}

Child Parser::climb(int minimum) {
  Child left = prefix();
  for (;;) {
    const Token& here = token();
    const bool operator_here = here.kind == TokenKind::symbol || here.kind == TokenKind::name;
    const auto* found = std::find_if(levels.begin(), levels.end(), [&](const Level& l) {
      return operator_here && l.symbol == here.text;
    });
    if (found != levels.end()) {
      if (found->level < minimum) return left;
      const std::string symbol = here.text;
      advance();
      Child right = climb(found->level + 1);
      left = binary(found->level, std::move(left), std::move(right), symbol);
      continue;
    }
    if (minimum > level_comparison) return left;
    const int depth = left->depth;
    left = comparison(std::move(left));
    if (left->depth == depth) return left;
  }
}

Child Parser::binary(int level, Child left, Child right, const std::string& symbol) {
  const int depth = depth_of_children({&left, &right});
  if (level == level_or || level == level_and)
    return node_of(LogicalNode{level == level_or ? LogicalOperator::or_ : LogicalOperator::and_,
                               std::move(left), std::move(right)},
                   depth);
  if (level == level_join) {
    JoinNode join;
    join.parts.push_back(std::move(left));
    join.parts.push_back(std::move(right));
    return node_of(std::move(join), depth);
  }
  constexpr std::array<std::pair<std::string_view, BinaryOperator>, 7> operations{
      {{"+", BinaryOperator::add},
       {"-", BinaryOperator::subtract},
       {"*", BinaryOperator::multiply},
       {"/", BinaryOperator::divide},
       {"//", BinaryOperator::floor_divide},
       {"%", BinaryOperator::modulo},
       {"**", BinaryOperator::power}}};
  const auto* found = std::find_if(operations.begin(), operations.end(),
                                   [&](const auto& o) { return o.first == symbol; });
  return node_of(BinaryNode{found->second, std::move(left), std::move(right)}, depth);
}

Child Parser::comparison(Child first) {
  ComparisonNode chain;
  int depth = first->depth;
  for (;;) {
    auto operation = Comparison::not_in;
    const auto* found = std::find_if(comparisons.begin(), comparisons.end(), [&](const auto& c) {
      return token().text == c.first &&
             (token().kind == TokenKind::symbol || token().kind == TokenKind::name);
    });
    if (found != comparisons.end()) {
      operation = found->second;
      advance();
    } else if (at_word("not") && next_token().kind == TokenKind::name &&
               next_token().text == "in") {
      advance();
      advance();
    } else {
      break;
    }
    Child operand = climb(level_comparison + 1);
    depth = std::max(depth, operand->depth);
    chain.rest.emplace_back(operation, std::move(operand));
  }
  if (chain.rest.empty()) return first;
  chain.first = std::move(first);
  return node_of(std::move(chain), depth);
}

Child Parser::prefix() {
  if (!at_word("not")) return unary(true);
  const Nesting nesting(*this);
  advance();
  Child operand = climb(level_not);
  const int depth = operand->depth;
  return node_of(UnaryNode{UnaryOperator::logical_not, std::move(operand)}, depth);
}

Child Parser::unary(bool with_filters) {
  Child result;
  if (at_symbol("-") || at_symbol("+")) {
    const Nesting nesting(*this);
    const auto operation = at_symbol("-") ? UnaryOperator::negate : UnaryOperator::plus;
    advance();
    Child operand = unary(false);
    const int depth = operand->depth;
    result = node_of(UnaryNode{operation, std::move(operand)}, depth);
  } else {
    result = postfix(primary());
  }
  return with_filters ? filters_and_tests(std::move(result)) : std::move(result);
}

} // namespace saraban::language
