// Operands of an expression: literals, paths, calls, filters and tests.
#include "language/parser.h"
#include "language/routine.h"

#include <algorithm>
#include <array>

namespace saraban::language {
namespace {

int depth_with(int depth, const ArgumentNodes& arguments) {
  for (const auto& child : arguments.positional) depth = std::max(depth, child->depth);
  for (const auto& [name, child] : arguments.keyword) depth = std::max(depth, child->depth);
  return depth;
}

} // namespace

Child Parser::primary() {
  switch (token().kind) {
  case TokenKind::name:
    return literal_word();
  case TokenKind::text:
    return text();
  case TokenKind::number: {
    const Decimal number = token().number;
    advance();
    return node(LiteralNode{Value(number)});
  }
  default:
    break;
  }
  if (at_symbol("(")) return bracketed_tuple();
  if (at_symbol("[")) return list();
  if (at_symbol("{")) return map();
  if (token().kind == TokenKind::unknown)
    fail_at_token("unexpected-text");
  else
    fail_at_token("syntax-value");
  return node(LiteralNode{});
}

Child Parser::literal_word() {
  const std::string word = token().text;
  constexpr std::array<std::string_view, 6> reserved{"and", "or", "if", "else", "in", "is"};
  if (std::find(reserved.begin(), reserved.end(), word) != reserved.end()) {
    fail_at_token("syntax-value");
    return node(LiteralNode{});
  }
  advance();
  if (word == "true" || word == "True") return node(LiteralNode{Value(true)});
  if (word == "false" || word == "False") return node(LiteralNode{Value(false)});
  if (word == "none" || word == "None" || word == "null") return node(LiteralNode{});
  return node(NameNode{word});
}

Child Parser::text() {
  std::string joined;
  while (token().kind == TokenKind::text) {
    joined += token().text;
    advance();
  }
  return node(LiteralNode{Value(std::move(joined))});
}

Child Parser::bracketed_tuple() {
  advance();
  if (take_symbol(")")) return node(ListNode{{}, ListKind::tuple});
  Child inside = tuple();
  expect_symbol(")");
  return inside;
}

Child Parser::list() {
  advance();
  ListNode list;
  int depth = 0;
  while (!failed_ && !at_symbol("]")) {
    list.items.push_back(expression());
    depth = std::max(depth, list.items.back()->depth);
    if (!take_symbol(",")) break;
  }
  expect_symbol("]");
  return node_of(std::move(list), depth);
}

Child Parser::map() {
  advance();
  MapNode map;
  int depth = 0;
  while (!failed_ && !at_symbol("}")) {
    Child key = expression();
    expect_symbol(":");
    Child value = expression();
    depth = std::max({depth, key->depth, value->depth});
    map.members.emplace_back(std::move(key), std::move(value));
    if (!take_symbol(",")) break;
  }
  expect_symbol("}");
  return node_of(std::move(map), depth);
}

Child Parser::postfix(Child object) {
  for (;;) {
    if (take_symbol(".")) {
      object = attribute(std::move(object));
    } else if (take_symbol("[")) {
      object = subscript(std::move(object));
    } else if (take_symbol("(")) {
      ArgumentNodes given = arguments();
      const int depth = depth_with(object->depth, given);
      object = node_of(CallNode{std::move(object), std::move(given)}, depth);
    } else {
      return object;
    }
  }
}

Child Parser::attribute(Child object) {
  const int depth = object->depth;
  if (token().kind == TokenKind::number) { // items.0
    const Decimal index = token().number;
    advance();
    return node_of(SubscriptNode{std::move(object), node(LiteralNode{Value(index)})}, depth);
  }
  if (!at_name()) fail_at_token("syntax-name");
  std::string name = token().text;
  advance();
  return node_of(AttributeNode{std::move(object), std::move(name)}, depth);
}

Child Parser::subscript(Child object) {
  const auto end_of_part = [&] { return at_symbol(":") || at_symbol("]") || failed_; };
  Child start, stop, step;
  if (!end_of_part()) start = expression();
  if (!at_symbol(":")) {
    if (!start) fail_at_token("syntax-value");
    expect_symbol("]");
    const int depth = failed_ ? 0 : std::max(object->depth, start->depth);
    return node_of(SubscriptNode{std::move(object), std::move(start)}, depth);
  }
  advance();
  if (!end_of_part()) stop = expression();
  if (take_symbol(":") && !end_of_part()) step = expression();
  expect_symbol("]");
  int depth = object->depth;
  for (const Child* part : {&start, &stop, &step})
    if (*part) depth = std::max(depth, (*part)->depth);
  return node_of(SliceNode{std::move(object), std::move(start), std::move(stop), std::move(step)},
                 depth);
}

ArgumentNodes Parser::arguments() {
  ArgumentNodes given;
  while (!failed_ && !at_symbol(")")) {
    if (at_name() && next_token().kind == TokenKind::symbol && next_token().text == "=") {
      std::string name = token().text;
      advance();
      advance();
      given.keyword.emplace_back(std::move(name), expression());
    } else if (given.keyword.empty()) {
      given.positional.push_back(expression());
    } else {
      fail("syntax-error", {{"expected", "="}, {"found", found()}});
    }
    if (!take_symbol(",")) break;
  }
  expect_symbol(")");
  return given;
}

Child Parser::filters_and_tests(Child subject) {
  for (;;) {
    if (take_symbol("|")) {
      subject = filter(std::move(subject));
    } else if (take_word("is")) {
      subject = test(std::move(subject));
    } else if (at_symbol("(")) { // (x | filter)(…)
      advance();
      ArgumentNodes given = arguments();
      const int depth = depth_with(subject->depth, given);
      subject = node_of(CallNode{std::move(subject), std::move(given)}, depth);
    } else {
      return subject;
    }
  }
}

Child Parser::filter(Child subject) {
  const std::string name = expect_name();
  const Routine* routine = failed_ ? nullptr : find_filter(name);
  if (!routine && !failed_)
    fail("unknown-filter", {{"name", name}, {"nearest", nearest_name(name, filter_names())}});
  ArgumentNodes given;
  if (take_symbol("(")) given = arguments();
  if (!routine || failed_) return subject;
  check_arguments(*routine, given);
  const int depth = depth_with(subject->depth, given);
  return node_of(FilterNode{std::move(subject), routine, std::move(given)}, depth);
}

Child Parser::filters_alone() {
  Child subject = filter(node(NameNode{""}));
  return filters_and_tests(std::move(subject));
}

bool Parser::starts_test_argument() const {
  if (token().kind == TokenKind::text || token().kind == TokenKind::number) return true;
  if (at_symbol("[") || at_symbol("{")) return true;
  constexpr std::array<std::string_view, 7> never{"else", "or", "and", "is", "if", "in", "not"};
  return at_name() && std::find(never.begin(), never.end(), token().text) == never.end();
}

Child Parser::test(Child subject) {
  const bool negated = take_word("not");
  std::string name = token().text;
  if (at_word("in"))
    advance();
  else
    name = expect_name();
  if (name == "None" || name == "True" || name == "False") name[0] |= 0x20;
  const Routine* routine = failed_ ? nullptr : find_test(name);
  if (!routine && !failed_)
    fail("unknown-test", {{"name", name}, {"nearest", nearest_name(name, test_names())}});
  ArgumentNodes given;
  if (take_symbol("("))
    given = arguments();
  else if (routine && parameter_count(*routine) != 0 && starts_test_argument())
    given.positional.push_back(postfix(primary()));
  if (!routine || failed_) return subject;
  check_arguments(*routine, given);
  const int depth = depth_with(subject->depth, given);
  return node_of(TestNode{std::move(subject), routine, std::move(given), negated}, depth);
}

void Parser::check_arguments(const Routine& routine, const ArgumentNodes& given) {
  std::vector<std::string_view> keywords;
  for (const auto& [name, child] : given.keyword) keywords.push_back(name);
  const std::string excess = first_excess(routine, given.positional.size(), keywords);
  if (!excess.empty())
    fail("bad-arguments", {{"name", std::string(routine.name)},
                           {"argument", excess},
                           {"known", std::string(routine.parameters)}});
}

} // namespace saraban::language
