// PDF's own notation: numbers, strings, names.
#include "render/syntax.h"

#include "base/utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace saraban::render {

Milli milli(double points) {
  return std::llround(std::clamp(points, -1e12, 1e12) * 1000);
}

void append_milli(std::string& out, Milli value) {
  char digits[24];
  if (value < 0) out += '-';
  const std::uint64_t size =
      value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  const std::uint64_t whole = size / 1000;
  std::uint64_t rest = size % 1000;
  if (whole != 0 || rest == 0) {
    const auto end = std::to_chars(digits, digits + sizeof digits, whole).ptr;
    out.append(digits, end);
  }
  if (rest == 0) return;
  out += '.';
  for (std::uint64_t unit = 100; rest != 0; unit /= 10) {
    out += static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
}

std::string milli_text(Milli value) {
  std::string out;
  append_milli(out, value);
  return out;
}

std::string number_text(double value) {
  if (!std::isfinite(value) || std::abs(value) > 1e12) return "0";
  std::string text = fmt::format("{:.6f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string utf16_hex(std::string_view utf8) {
  std::string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const Decoded c = decode_utf8(utf8, i);
    if (c.length == 0) break;
    i += c.length;
    if (c.code < 0x10000)
      fmt::format_to(std::back_inserter(out), "{:04X}", static_cast<std::uint32_t>(c.code));
    else
      fmt::format_to(std::back_inserter(out), "{:04X}{:04X}", 0xD7C0u + (c.code >> 10),
                     0xDC00u + (c.code & 0x3FFu));
  }
  return out;
}

std::string text_string(std::string_view utf8) {
  const bool ascii =
      std::all_of(utf8.begin(), utf8.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
  return ascii ? byte_string(utf8) : "<FEFF" + utf16_hex(utf8) + ">";
}

void append_byte(std::string& out, unsigned char byte) {
  if (byte == '\r' || byte == '\n') {
    out += byte == '\r' ? "\\r" : "\\n";
    return;
  }
  if (byte == '(' || byte == ')' || byte == '\\') out += '\\';
  out += static_cast<char>(byte);
}

std::string byte_string(std::string_view bytes) {
  std::string out = "(";
  for (const char c : bytes) append_byte(out, static_cast<unsigned char>(c));
  return out + ")";
}

std::string name(std::string_view text) {
  std::string out = "/";
  for (const char c : text) {
    const bool regular =
        c > 0x20 && c < 0x7f && std::string_view("#()<>[]{}/%").find(c) == std::string_view::npos;
    if (regular)
      out += c;
    else
      fmt::format_to(std::back_inserter(out), "#{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string xml_text(std::string_view utf8) {
  std::string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const Decoded c = decode_utf8(utf8, i);
    if (c.length == 0) break;
    i += c.length;
    if (c.code == '<' || c.code == '>' || c.code == '&' || c.code == '"')
      fmt::format_to(std::back_inserter(out), "&#{};", static_cast<std::uint32_t>(c.code));
    else if (c.code >= 0x20 && c.code != 0xFFFE && c.code != 0xFFFF)
      append_utf8(out, c.code);
    else if (c.code == '\t' || c.code == '\n')
      out += ' ';
  }
  return out;
}

} // namespace saraban::render
