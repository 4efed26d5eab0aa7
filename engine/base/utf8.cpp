// UTF-8 decoding and encoding (Unicode 15, 3.9, table 3-7).
#include "base/utf8.h"

#include <cstdint>

namespace saraban {
namespace {

constexpr char32_t replacement = 0xFFFD;

std::uint8_t byte_at(std::string_view text, std::size_t i) {
  return static_cast<std::uint8_t>(text[i]);
}

/// What a lead byte promises: the length and the range of the second byte; length 0 for no lead.
struct Lead {
  std::size_t length;
  std::uint8_t second_low, second_high;
};

Lead lead_of(std::uint8_t b) {
  if (b >= 0xC2 && b <= 0xDF) return {2, 0x80, 0xBF};
  if (b == 0xE0) return {3, 0xA0, 0xBF};
  if (b == 0xED) return {3, 0x80, 0x9F};
  if (b >= 0xE1 && b <= 0xEF) return {3, 0x80, 0xBF};
  if (b == 0xF0) return {4, 0x90, 0xBF};
  if (b >= 0xF1 && b <= 0xF3) return {4, 0x80, 0xBF};
  if (b == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

struct Sequence {
  Decoded decoded;
  bool valid;
};

Sequence decode(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {{0, 0}, true};
  const std::uint8_t first = byte_at(text, offset);
  if (first < 0x80) return {{first, 1}, true};
  const Lead lead = lead_of(first);
  if (lead.length == 0) return {{replacement, 1}, false};
  char32_t code = first & (0x7Fu >> lead.length);
  for (std::size_t i = 1; i < lead.length; ++i) {
    if (offset + i >= text.size()) return {{replacement, i}, false};
    const std::uint8_t next = byte_at(text, offset + i);
    const std::uint8_t low = i == 1 ? lead.second_low : 0x80;
    const std::uint8_t high = i == 1 ? lead.second_high : 0xBF;
    if (next < low || next > high) return {{replacement, i}, false};
    code = (code << 6) | (next & 0x3Fu);
  }
  return {{code, lead.length}, true};
}

} // namespace

Decoded decode_utf8(std::string_view text, std::size_t offset) {
  return decode(text, offset).decoded;
}

void append_utf8(std::string& out, char32_t code) {
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = replacement;
  const auto put = [&out](char32_t b) { out.push_back(static_cast<char>(b)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6)), put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12)), put(0x80 | ((code >> 6) & 0x3F)), put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18)), put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F)), put(0x80 | (code & 0x3F));
  }
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (const char32_t code : text) append_utf8(out, code);
  return out;
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  out.reserve(text.size() / 3 + 8);
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    out.push_back(d.code);
    at += d.length;
  }
  return out;
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Sequence s = decode(text, at);
    if (!s.valid) return false;
    at += s.decoded.length;
  }
  return true;
}

std::string repair_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Sequence s = decode(text, at);
    if (s.valid)
      out.append(text.substr(at, s.decoded.length));
    else
      append_utf8(out, replacement);
    at += s.decoded.length;
  }
  return out;
}

} // namespace saraban
