// Which script a character is of, and which of a run's faces it takes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace saraban::text {

enum class Script : std::uint8_t {
  common, ///< Digits, punctuation, marks: goes with its neighbour.
  latin,
  thai,
  lao,
  khmer,
  arabic,
  hebrew,
  han,
  other
};

Script script_of(char32_t code);

/// The four faces of a run (ECMA-376 17.3.2.26).
enum class Slot : std::uint8_t { ascii, high_ansi, east_asian, complex };
enum class Hint : std::uint8_t { none, east_asian };

/// As Word chooses by Unicode range; Thai and its like are complex though the clause forgets them.
Slot slot_of(char32_t code, Hint hint);

/// The face by the character's script alone, as LibreOffice chooses: latin, complex or East Asian;
/// nothing for spaces, general punctuation and symbols, which go with the text before them.
std::optional<Slot> strong_slot(char32_t code);

/// U+0E01–0E3A and U+0E40–0E4E: letters, vowels and marks, ฯ and ๆ; not ฿, digits, ๏ ๚ ๛.
constexpr bool is_thai_letter(char32_t code) {
  return (code >= 0x0E01 && code <= 0x0E3A) || (code >= 0x0E40 && code <= 0x0E4E);
}
/// White space at which a line may end: no no-break spaces, no tabs.
constexpr bool is_space(char32_t code) {
  return code == 0x20 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A && code != 0x2007) ||
         code == 0x205F || code == 0x3000;
}
/// Draws nothing and is not shaped: zero-width space, word joiner, soft hyphen, byte order mark.
constexpr bool is_control(char32_t code) {
  return code == 0x200B || code == 0x2060 || code == 0xAD || code == 0xFEFF;
}
bool is_mark(char32_t code); ///< Combining: stays with the character before.
bool is_lower(char32_t code);
/// Upper case, code point by code point (ß stays), so that offsets hold for nearly all text.
std::string to_upper(std::string_view text);

} // namespace saraban::text
