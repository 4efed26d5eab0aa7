// Text that must not break inside.
#include "language/glue.h"

#include "base/utf8.h"
#include "thai/words.h"

#include <algorithm>

namespace saraban::language {
namespace {

constexpr std::string_view no_break_space = "\u00A0", word_joiner = "\u2060";

bool is_hyphen(char32_t code) {
  return code == '-' || code == '/' || code == 0x2010 || (code >= 0x2012 && code <= 0x2014);
}

/// A run of Thai letters, joined at its word boundaries.
std::string joined_words(std::string_view run) {
  std::string out;
  std::size_t from = 0;
  for (const std::size_t start : thai::word_starts(run)) {
    out += run.substr(from, start - from);
    out += word_joiner;
    from = start;
  }
  return out += run.substr(from);
}

} // namespace

std::string glued_spaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ')
      out += no_break_space;
    else
      out += c;
  }
  return out;
}

std::string glued(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size()) {
      const Decoded c = decode_utf8(text, end);
      if (!thai::is_thai(c.code)) break;
      end += c.length;
    }
    if (end > at) {
      out += joined_words(text.substr(at, end - at));
      at = end;
      continue;
    }
    const Decoded c = decode_utf8(text, at);
    const bool last = at + c.length >= text.size();
    out += c.code == ' ' ? no_break_space : text.substr(at, c.length);
    if (is_hyphen(c.code) && !last) out += word_joiner;
    at += c.length;
  }
  return out;
}

} // namespace saraban::language
