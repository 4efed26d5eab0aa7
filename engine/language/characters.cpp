// Which characters are spaces, names and quotes in a tag, as people and Word type them.
#include "language/characters.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

namespace saraban::language {
namespace {

/// The byte after the first quote at or after `at` that `closes` accepts; npos for none.
template <class Closes>
std::size_t after_closing(std::string_view text, std::size_t at, Closes closes) {
  while (at < text.size()) {
    const Decoded c = decode_utf8(text, at);
    at += c.length;
    if (c.code == U'\\' && at < text.size())
      at += decode_utf8(text, at).length;
    else if (closes(c.code))
      return at;
  }
  return std::string_view::npos;
}

} // namespace

bool is_space(char32_t code) {
  if (code <= 0x7F) return code == ' ' || (code >= 9 && code <= 13);
  if (code >= 0x2000 && code <= 0x200D) return true;
  switch (code) {
  case 0x85:
  case 0xA0:
  case 0x1680:
  case 0x2028:
  case 0x2029:
  case 0x202F:
  case 0x205F:
  case 0x2060:
  case 0x3000:
  case 0xFEFF:
    return true;
  default:
    return false;
  }
}

bool is_name_start(char32_t code) {
  if (code < 0x80)
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || code == '_';
  if (code >= 0x0E01 && code <= 0x0E5B) // the Thai block, without ฿, digits and section marks
    return code != 0x0E3F && code < 0x0E4F;
  return u_isIDStart(static_cast<UChar32>(code)) != 0;
}

bool is_name_part(char32_t code) {
  if (is_name_start(code) || digit_value(code) >= 0) return true;
  return code >= 0x80 && !is_space(code) && (code < 0x0E00 || code > 0x0E7F) &&
         u_isIDPart(static_cast<UChar32>(code)) != 0 &&
         u_isIDIgnorable(static_cast<UChar32>(code)) == 0;
}

int digit_value(char32_t code) {
  if (code >= '0' && code <= '9') return static_cast<int>(code - '0');
  if (code >= 0x0E50 && code <= 0x0E59) return static_cast<int>(code - 0x0E50);
  return -1;
}

Quote quote_class(char32_t code) {
  if (code == '"' || (code >= 0x201C && code <= 0x201F)) return Quote::double_;
  if (code == '\'' || (code >= 0x2018 && code <= 0x201B)) return Quote::single;
  return Quote::none;
}

std::size_t string_end(std::string_view text, std::size_t at) {
  const Decoded open = decode_utf8(text, at);
  const Quote kind = quote_class(open.code);
  const std::size_t first = at + open.length;
  const auto same_class = [&](char32_t c) { return quote_class(c) == kind; };
  if (open.code >= 0x80) return after_closing(text, first, same_class);
  const std::size_t strict = after_closing(text, first, [&](char32_t c) { return c == open.code; });
  return strict != std::string_view::npos ? strict : after_closing(text, first, same_class);
}

std::string_view trimmed(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const Decoded c = decode_utf8(text, begin);
    if (!is_space(c.code)) break;
    begin += c.length;
  }
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    at += c.length;
    if (!is_space(c.code)) end = at;
  }
  return text.substr(begin, end - begin);
}

} // namespace saraban::language
