// The grammar of expressions: a cursor over tokens, and precedence climbing.
#pragma once

#include "base/diagnostics.h"
#include "language/ast.h"
#include "language/lexer.h"
#include "language/node.h"

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::language {

/// Parses one tag's content. The first fault is reported, then every token reads as the end.
class Parser {
public:
  /// `close` is the delimiter after the content, for messages.
  Parser(std::string_view content, std::string_view close, const Location& where,
         Diagnostics& diagnostics);

  /// An expression, with `x if c else y`.
  Child expression();
  /// The same; with commas a tuple.
  Child tuple();
  /// Without the conditional form: the list of a loop, which may be followed by `if`.
  Child tuple_without_condition();
  /// The filters of {% filter upper | trim %}, applied to the name "".
  Child filters_alone();
  ArgumentNodes arguments(); ///< After "(", up to and with ")".

  bool at_end() const { return token().kind == TokenKind::end; }
  bool at_symbol(std::string_view symbol) const { return at(TokenKind::symbol, symbol); }
  bool at_word(std::string_view word) const { return at(TokenKind::name, word); }
  bool at_name() const { return token().kind == TokenKind::name; }
  bool take_symbol(std::string_view symbol) { return at_symbol(symbol) && advance(); }
  bool take_word(std::string_view word) { return at_word(word) && advance(); }
  void expect_symbol(std::string_view symbol);
  void expect_word(std::string_view word);
  std::string expect_name();
  /// The word that says what a statement is: a name, or a reserved one like "if".
  std::string expect_keyword();
  void expect_end();

  Expression finish(Child root) const; ///< Null after a fault.
  bool failed() const { return failed_; }
  /// Reports the fault unless one was reported before.
  void fail(std::string code, std::vector<std::pair<std::string, std::string>> arguments);
  void fail_at_token(std::string code) { fail(std::move(code), {{"found", found()}}); }

private:
  const Token& token() const { return tokens_[at_]; }
  const Token& next_token() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
  bool at(TokenKind kind, std::string_view text) const {
    return token().kind == kind && token().text == text;
  }
  bool advance();
  std::string found() const;

  Child climb(int minimum);
  Child conditional();
  Child without_condition();
  Child prefix();
  Child unary(bool with_filters);
  Child primary();
  Child literal_word();
  Child text();
  Child bracketed_tuple();
  Child list();
  Child map();
  Child postfix(Child node);
  Child attribute(Child object);
  Child subscript(Child object);
  Child filters_and_tests(Child node);
  Child filter(Child subject);
  Child test(Child subject);
  Child test_argument();
  bool starts_test_argument() const;
  Child binary(int level, Child left, Child right, const std::string& symbol);
  Child comparison(Child first);
  Child rest_of_tuple(Child first, Child (Parser::*item)());
  void check_arguments(const Routine& routine, const ArgumentNodes& arguments);
  Child node(Node::Content content, std::initializer_list<const Child*> children = {});
  Child node_of(Node::Content content, int depth);

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::shared_ptr<const Location> where_;
  Diagnostics& diagnostics_;
  std::string content_, close_;
  int nesting_ = 0;
  bool failed_ = false;

  friend class Nesting;
};

} // namespace saraban::language
