// Turning digits, and leaving those of codes alone.
#include "thai/digits.h"

#include <algorithm>

namespace saraban::thai {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_printable(char c) {
  return c > ' ' && c < 0x7F;
}

/// Signs between parts of a token that have nothing to do with one another.
bool separates(char c) {
  return std::string_view(",;()[]{}<>\"'|").find(c) != std::string_view::npos;
}

void append_thai_digit(std::string& out, char digit) {
  out += "\xE0\xB9";
  out += static_cast<char>(0x90 + (digit - '0'));
}

void append_converted(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (is_digit(c))
      append_thai_digit(out, c);
    else
      out += c;
  }
}

/// ASCII without spaces: what has Latin letters, or is an address, stays.
void append_token(std::string& out, std::string_view token) {
  if (token.find('@') != std::string_view::npos) {
    out += token;
    return;
  }
  while (!token.empty()) {
    const bool separator = separates(token.front());
    const auto end =
        std::find_if(token.begin(), token.end(), [&](char c) { return separates(c) != separator; });
    const std::string_view part = token.substr(0, static_cast<std::size_t>(end - token.begin()));
    if (std::any_of(part.begin(), part.end(), is_letter))
      out += part;
    else
      append_converted(out, part);
    token.remove_prefix(part.size());
  }
}

/// The end of a web address that starts at `at`, Thai letters in it or not; `at` when there is
/// none.
std::size_t address_end(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const bool address = rest.starts_with("http://") || rest.starts_with("https://") ||
                       rest.starts_with("ftp://") || rest.starts_with("www.");
  return address ? std::min(text.find_first_of(" \t\r\n<>\"", at), text.size()) : at;
}

} // namespace

std::string to_thai_digits(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t address = address_end(text, i);
    std::size_t end = address;
    if (address == i)
      while (end < text.size() && is_printable(text[end]) &&
             (end == i || address_end(text, end) == end))
        ++end;
    if (end == i) {
      out += text[i++];
      continue;
    }
    const std::string_view token = text.substr(i, end - i);
    if (address > i)
      out += token;
    else
      append_token(out, token);
    i = end;
  }
  return out;
}

std::string to_arabic_digits(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text.substr(i).starts_with("\xE0\xB9") && i + 2 < text.size() &&
                       static_cast<unsigned char>(text[i + 2]) >= 0x90 &&
                       static_cast<unsigned char>(text[i + 2]) <= 0x99;
    if (!digit) {
      out += text[i];
      continue;
    }
    out += static_cast<char>('0' + (static_cast<unsigned char>(text[i + 2]) - 0x90));
    i += 2;
  }
  return out;
}

std::string all_thai_digits(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 16);
  append_converted(out, text);
  return out;
}

std::string with_digits(std::string_view text, Digits digits) {
  return digits == Digits::thai ? to_thai_digits(text) : to_arabic_digits(text);
}

} // namespace saraban::thai
