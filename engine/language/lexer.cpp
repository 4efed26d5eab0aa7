// A tag's content as tokens.
#include "language/lexer.h"

#include "base/utf8.h"
#include "language/characters.h"

#include <array>
#include <utility>

namespace saraban::language {
namespace {

/// Longest first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 35> symbols{{
    {"**", "**"}, {"//", "//"}, {"==", "=="}, {"!=", "!="}, {"<=", "<="}, {">=", ">="},
    {"<>", "!="}, {"≤", "<="},  {"≥", ">="},  {"≠", "!="},  {"−", "-"},   {"–", "-"},
    {"—", "-"},   {"×", "*"},   {"÷", "/"},   {"+", "+"},   {"-", "-"},   {"*", "*"},
    {"/", "/"},   {"%", "%"},   {"~", "~"},   {"|", "|"},   {"<", "<"},   {">", ">"},
    {"=", "="},   {"(", "("},   {")", ")"},   {"[", "["},   {"]", "]"},   {"{", "{"},
    {"}", "}"},   {",", ","},   {".", "."},   {":", ":"},   {";", ";"},
}};

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// \xXX, \uXXXX: appends the character when `count` hexadecimal digits stand at `at`.
bool append_hex(std::string& out, std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return false;
  char32_t code = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const int digit = hex_value(text[at + i]);
    if (digit < 0) return false;
    code = code * 16 + static_cast<char32_t>(digit);
  }
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return false;
  append_utf8(out, code);
  return true;
}

/// Appends what the escape at text[at] (after the backslash) means; the bytes it took.
std::size_t append_escape(std::string& out, std::string_view text, std::size_t at) {
  switch (text[at]) {
  case 'n':
    out += '\n';
    return 1;
  case 't':
    out += '\t';
    return 1;
  case 'f':
    out += '\f';
    return 1;
  case 'r':
    return 1;
  case '\\':
  case '\'':
  case '"':
    out += text[at];
    return 1;
  case 'x':
    if (append_hex(out, text, at + 1, 2)) return 3;
    break;
  case 'u':
    if (append_hex(out, text, at + 1, 4)) return 5;
    break;
  case 'U':
    if (append_hex(out, text, at + 1, 8)) return 9;
    break;
  default:
    break;
  }
  const Decoded c = decode_utf8(text, at);
  if (quote_class(c.code) == Quote::none) out += '\\';
  out += text.substr(at, c.length);
  return c.length;
}

std::string without_escapes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = text.find('\\', at);
    if (next == std::string_view::npos || next + 1 >= text.size()) {
      out += text.substr(at);
      break;
    }
    out += text.substr(at, next - at);
    at = next + 1 + append_escape(out, text, next + 1);
  }
  return out;
}

class Lexer {
public:
  explicit Lexer(std::string_view content) : content_(content) {}

  std::vector<Token> run() {
    while (skip_space()) {
      tokens_.push_back(next());
      const TokenKind kind = tokens_.back().kind;
      if (kind == TokenKind::unclosed || kind == TokenKind::unknown) break;
    }
    tokens_.push_back(Token{TokenKind::end, content_.substr(content_.size()), {}, {}});
    return std::move(tokens_);
  }

private:
  bool skip_space() {
    while (at_ < content_.size()) {
      const Decoded c = decode_utf8(content_, at_);
      if (!is_space(c.code)) return true;
      at_ += c.length;
    }
    return false;
  }
  Token next() {
    const Decoded c = decode_utf8(content_, at_);
    if (quote_class(c.code) != Quote::none) return quoted(c);
    if (digit_value(c.code) >= 0) return number();
    if (is_name_start(c.code)) return name();
    for (const auto& [written, meaning] : symbols)
      if (content_.substr(at_, written.size()) == written)
        return take(TokenKind::symbol, written.size(), std::string(meaning));
    return take(TokenKind::unknown, c.length, {});
  }
  Token take(TokenKind kind, std::size_t length, std::string text) {
    Token token{kind, content_.substr(at_, length), std::move(text), {}};
    at_ += length;
    return token;
  }

  Token quoted(const Decoded& open) {
    const std::size_t end = string_end(content_, at_);
    if (end == std::string_view::npos) return take(TokenKind::unclosed, content_.size() - at_, {});
    std::size_t last = end - 1; // the closing quote's first byte
    while ((content_[last] & 0xC0) == 0x80) --last;
    const std::size_t first = at_ + open.length;
    return take(TokenKind::text, end - at_, without_escapes(content_.substr(first, last - first)));
  }

  Token name() {
    std::size_t end = at_;
    while (end < content_.size()) {
      const Decoded c = decode_utf8(content_, end);
      if (!is_name_part(c.code)) break;
      end += c.length;
    }
    return take(TokenKind::name, end - at_, std::string(content_.substr(at_, end - at_)));
  }

  /// Digits (of either kind, "_" between them) from `end` on, appended in ASCII.
  std::size_t digits(std::size_t end, std::string& ascii) const {
    while (end < content_.size()) {
      const Decoded c = decode_utf8(content_, end);
      const int value = digit_value(c.code);
      const bool underscore =
          c.code == '_' && digit_value(decode_utf8(content_, end + 1).code) >= 0;
      if (value < 0 && !underscore) break;
      if (value >= 0) ascii += static_cast<char>('0' + value);
      end += c.length;
    }
    return end;
  }
  Token number() {
    std::string ascii;
    std::size_t end = digits(at_, ascii);
    const bool index = !tokens_.empty() && tokens_.back().text == "."; // in "a.0.1" no fraction
    if (!index) {
      end = fraction(end, ascii);
      end = exponent(end, ascii);
    }
    auto value = Decimal::parse(ascii);
    Token token = take(value ? TokenKind::number : TokenKind::unknown, end - at_, {});
    if (value) token.number = *value;
    return token;
  }
  std::size_t fraction(std::size_t end, std::string& ascii) const {
    if (end >= content_.size() || content_[end] != '.') return end;
    std::string after;
    const std::size_t stop = digits(end + 1, after);
    if (after.empty()) return end;
    ascii += '.' + after;
    return stop;
  }
  std::size_t exponent(std::size_t end, std::string& ascii) const {
    if (end >= content_.size() || (content_[end] != 'e' && content_[end] != 'E')) return end;
    std::size_t at = end + 1;
    std::string sign;
    if (at < content_.size() && (content_[at] == '+' || content_[at] == '-')) sign = content_[at++];
    std::string after;
    const std::size_t stop = digits(at, after);
    if (after.empty()) return end;
    ascii += 'e' + sign + after;
    return stop;
  }

  std::string_view content_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

} // namespace

std::vector<Token> read_tokens(std::string_view content) {
  return Lexer(content).run();
}

} // namespace saraban::language
