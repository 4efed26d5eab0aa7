// A tag's content as tokens.
#pragma once

#include "base/decimal.h"

#include <string>
#include <string_view>
#include <vector>

namespace saraban::language {

enum class TokenKind {
  name,
  text, ///< A quoted text, its escapes resolved.
  number,
  symbol,   ///< An operator or a bracket, in its ASCII spelling: "−" is "-", "≤" is "<=".
  unclosed, ///< A quote without its end.
  unknown,  ///< A character that means nothing here.
  end
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view written; ///< As it stands in the tag.
  std::string text;         ///< A name, a symbol's ASCII spelling, a quoted text's content.
  Decimal number;
};

/// All tokens and an `end`. The views point into `content`. Never fails: what cannot be read is a
/// token of kind unclosed or unknown, and ends the list.
std::vector<Token> read_tokens(std::string_view content);

} // namespace saraban::language
