// Catchwords and unbreakable text: what is made of words.
#include "thai/words.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace saraban::thai {
namespace {

constexpr std::string_view word_joiner = "\u2060", no_break_space = "\u00A0";

bool is_space(char32_t code) {
  return code == ' ' || code == '\t' || code == '\n' || code == '\r' || code == '\f' ||
         code == 0xA0 || code == 0x2002 || code == 0x2003 || code == 0x3000;
}

bool is_digit(char32_t code) {
  return (code >= '0' && code <= '9') || (code >= 0x0E50 && code <= 0x0E59);
}

bool is_letter(char32_t code) {
  return is_thai(code) || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') ||
         (code >= 0xC0 && code <= 0x24F);
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Decoded next = decode_utf8(text, at);
    if (!is_space(next.code)) break;
    at += next.length;
  }
  return at;
}

std::size_t find_space(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Decoded next = decode_utf8(text, at);
    if (is_space(next.code)) break;
    at += next.length;
  }
  return at;
}

/// "๔.", "๖.๑", "๑)", "(๒)", "ก.", "-", "•": no words, and a sign or a digit in it.
bool is_label(std::string_view token) {
  int letters = 0, digits = 0;
  for (std::size_t i = 0; i < token.size();) {
    const Decoded next = decode_utf8(token, i);
    letters += is_letter(next.code) ? 1 : 0;
    digits += is_digit(next.code) ? 1 : 0;
    i += next.length;
  }
  const bool closed = token.ends_with('.') || token.ends_with(')');
  return !token.empty() && (letters == 0 || (letters == 1 && digits == 0 && closed));
}

/// The end of a list label at the start, its own end when words follow; 0 for none.
std::size_t label_end(std::string_view text) {
  constexpr std::array<std::string_view, 5> nouns = {"ข้อ", "มาตรา", "หมวด", "บทที่", "ส่วนที่"};
  std::size_t end = find_space(text, 0);
  const std::string_view first = text.substr(0, end);
  if (std::find(nouns.begin(), nouns.end(), first) != nouns.end()) {
    const std::size_t number = skip_spaces(text, end);
    const std::size_t number_end = find_space(text, number);
    if (!is_label(text.substr(number, number_end - number))) return 0;
    end = number_end;
  } else if (!is_label(first)) {
    return 0;
  }
  return skip_spaces(text, end) < text.size() ? end : 0;
}

/// A word that only begins another.
bool is_prefix(std::string_view word) {
  constexpr std::array<std::string_view, 12> prefixes = {
      "การ", "ความ", "ผู้", "นัก", "ชาว", "พวก", "ของ", "ที่", "ใน", "และ", "หรือ", "โดย",
  };
  return std::find(prefixes.begin(), prefixes.end(), word) != prefixes.end();
}

/// The end of the piece that starts at `at`: a Thai run, or what stands up to a Thai run or a
/// space.
std::size_t piece_end(std::string_view text, std::size_t at) {
  const bool thai = is_thai(decode_utf8(text, at).code);
  while (at < text.size()) {
    const Decoded next = decode_utf8(text, at);
    if (is_space(next.code) || is_thai(next.code) != thai) break;
    at += next.length;
  }
  return at;
}

bool has_letter_or_digit(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode_utf8(text, i);
    if (is_letter(next.code) || is_digit(next.code)) return true;
    i += next.length;
  }
  return false;
}

/// The end of the first `wanted` words from `at` on.
std::size_t words_end(std::string_view text, std::size_t at, int wanted) {
  int count = 0;
  std::size_t end = at;
  bool prefix = false;
  while (at < text.size()) {
    const std::size_t after_spaces = skip_spaces(text, at);
    if (after_spaces > at && count > 0 && !prefix) break;
    at = after_spaces;
    if (at >= text.size()) break;
    const std::size_t piece = piece_end(text, at);
    std::vector<std::size_t> ends = {piece - at};
    if (is_thai(decode_utf8(text, at).code)) {
      ends = word_starts(text.substr(at, piece - at));
      ends.push_back(piece - at);
    }
    std::size_t word = at;
    for (const std::size_t part_end : ends) {
      if (count >= wanted && !prefix) return end;
      const std::string_view part = text.substr(word, at + part_end - word);
      count += has_letter_or_digit(part) ? 1 : 0;
      prefix = is_prefix(part);
      word = end = at + part_end;
    }
    at = piece;
  }
  return end;
}

} // namespace

std::string catchword(std::string_view opening, int words) {
  std::string_view text = opening.substr(std::min(skip_spaces(opening, 0), opening.size()));
  if (text.empty()) return "";
  std::string out = "/";
  const std::size_t label = label_end(text);
  if (label > 0) {
    out += text.substr(0, label);
    out += ' ';
    text.remove_prefix(skip_spaces(text, label));
  }
  const std::string_view chosen = text.substr(0, words_end(text, 0, std::max(words, 1)));
  for (std::size_t i = 0; i < chosen.size();) {
    const Decoded next = decode_utf8(chosen, i);
    out += is_space(next.code) ? std::string_view(" ") : chosen.substr(i, next.length);
    i += next.length;
  }
  while (out.ends_with(',') || out.ends_with(':') || out.ends_with(';') || out.ends_with(' '))
    out.pop_back();
  return out + "...";
}

std::string keep_together(std::string_view text, const WordList* more) {
  std::string out;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    if (is_thai(next.code)) {
      const std::size_t end = piece_end(text, at);
      const std::string_view run = text.substr(at, end - at);
      if (at > 0 && !is_space(before)) out += word_joiner;
      std::size_t from = 0;
      for (const std::size_t start : word_starts(run, more)) {
        out.append(run.substr(from, start - from)).append(word_joiner);
        from = start;
      }
      out += run.substr(from);
      at = end;
      before = 0x0E01;
      continue;
    }
    const bool after_break =
        before == 0x0E01 || before == '-' || before == '/' || before == 0x2013 || before == 0x2014;
    if (after_break && !is_space(next.code)) out += word_joiner;
    out += is_space(next.code) ? no_break_space : text.substr(at, next.length);
    before = next.code;
    at += next.length;
  }
  return out;
}

} // namespace saraban::thai
