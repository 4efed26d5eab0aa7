// Working on text: case, spaces, splitting, wrapping.
#include "language/text.h"

#include "base/utf8.h"
#include "language/characters.h"
#include "thai/words.h"

#include <algorithm>
#include <unicode/uchar.h>

namespace saraban::language {
namespace {

/// Each code point through `change`, which is told whether it stands inside a word.
template <class Change>
std::string mapped(std::string_view text, Change change) {
  std::string out;
  out.reserve(text.size());
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    at += c.length;
    const auto code = static_cast<UChar32>(c.code);
    append_utf8(out, static_cast<char32_t>(change(code, inside)));
    inside = u_isalnum(code) || c.code == '\'' || c.code == '_' ||
             u_charType(code) == U_NON_SPACING_MARK;
  }
  return out;
}

bool in_set(char32_t code, std::string_view set) {
  if (set.empty()) return is_space(code);
  for (std::size_t at = 0; at < set.size();) {
    const Decoded c = decode_utf8(set, at);
    if (c.code == code) return true;
    at += c.length;
  }
  return false;
}

/// The byte after `characters` characters from `at`.
std::size_t forward(std::string_view text, std::size_t at, std::size_t characters) {
  for (; characters > 0 && at < text.size(); --characters) at += decode_utf8(text, at).length;
  return at;
}

/// Appends a word longer than a line, cut into lines at clusters.
void append_long_word(std::string& out, std::string_view word, std::size_t width,
                      std::string_view separator, std::size_t& used) {
  while (!word.empty()) {
    const std::string part = used < width ? first_clusters(word, width - used) : std::string();
    if (part.empty() && used > 0) {
      out += separator;
      used = 0;
      continue;
    }
    const std::size_t taken = part.empty() ? forward(word, 0, 1) : part.size();
    out += word.substr(0, taken);
    used += code_points(word.substr(0, taken));
    word.remove_prefix(taken);
  }
}

} // namespace

std::string upper_case(std::string_view text) {
  return mapped(text, [](UChar32 c, bool) { return u_toupper(c); });
}
std::string lower_case(std::string_view text) {
  return mapped(text, [](UChar32 c, bool) { return u_tolower(c); });
}
std::string title_case(std::string_view text) {
  return mapped(text, [](UChar32 c, bool inside) { return inside ? u_tolower(c) : u_toupper(c); });
}
std::string capitalized(std::string_view text) {
  bool first = true;
  return mapped(text, [&](UChar32 c, bool) {
    return std::exchange(first, false) ? u_toupper(c) : u_tolower(c);
  });
}

std::string stripped(std::string_view text, std::string_view set, Side side) {
  std::size_t begin = 0;
  while (side != Side::right && begin < text.size()) {
    const Decoded c = decode_utf8(text, begin);
    if (!in_set(c.code, set)) break;
    begin += c.length;
  }
  if (side == Side::left) return std::string(text.substr(begin));
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    at += c.length;
    if (!in_set(c.code, set)) end = at;
  }
  return std::string(text.substr(begin, end - begin));
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string first_clusters(std::string_view text, std::size_t characters) {
  const std::size_t end = forward(text, 0, characters);
  if (end >= text.size()) return std::string(text);
  std::size_t whole = 0;
  // What is cut off may change the clusters before it, so one character more is looked at.
  for (const std::size_t start : thai::cluster_starts(text.substr(0, forward(text, end, 1))))
    if (start <= end) whole = start;
  return std::string(text.substr(0, whole));
}

std::vector<std::string> split_text(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  if (separator.empty()) return {std::string(text)};
  for (std::size_t at = 0;;) {
    const std::size_t next = text.find(separator, at);
    parts.emplace_back(text.substr(at, next == std::string_view::npos ? next : next - at));
    if (next == std::string_view::npos) return parts;
    at = next + separator.size();
  }
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    if (!is_space(c.code))
      word += text.substr(at, c.length);
    else if (!word.empty())
      words.push_back(std::exchange(word, {}));
    at += c.length;
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to, int count) {
  std::string out;
  std::size_t at = 0;
  for (; count != 0; count -= count > 0 ? 1 : 0) {
    const std::size_t next = from.empty() ? std::string_view::npos : text.find(from, at);
    if (next == std::string_view::npos) break;
    out += text.substr(at, next - at);
    out += to;
    at = next + from.size();
  }
  return out += text.substr(at);
}

std::string collapsed_spaces(std::string_view text) {
  std::string out;
  for (const std::string& word : split_words(text)) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string wrapped_line(std::string_view line, std::size_t width, bool break_long,
                         std::string_view separator) {
  std::string out;
  std::size_t used = 0;
  for (const std::string& word : split_text(line, " ")) {
    const std::size_t length = code_points(word);
    const std::size_t gap = out.empty() ? 0 : 1;
    if (used + gap + length <= width) {
      out.append(gap, ' ').append(word);
      used += gap + length;
      continue;
    }
    if (break_long && length > width) {
      if (gap && used + gap < width) out += ' ', used += gap;
      append_long_word(out, word, width, separator, used);
      continue;
    }
    if (!out.empty()) out += separator;
    out += word;
    used = length;
  }
  return out;
}

std::string url_encoded(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.' || c == '~' || c == '/';
    if (plain) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += hex[byte >> 4];
    out += hex[byte & 15];
  }
  return out;
}

} // namespace saraban::language
