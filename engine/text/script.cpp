// Which script a character is of, and which of a run's faces it takes.
#include "text/script.h"

#include "base/utf8.h"

#include <array>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace saraban::text {

namespace {

struct Range {
  char32_t first, last;
  Slot slot, hinted; ///< Without and with the East Asian hint.
};

// ECMA-376 Part 1, 17.3.2.26, in ascending order; what is not listed is high ANSI.
constexpr std::array ranges{
    Range{0x0000, 0x007F, Slot::ascii, Slot::ascii},
    Range{0x0080, 0x00A0, Slot::high_ansi, Slot::high_ansi},
    Range{0x00A1, 0x00A1, Slot::high_ansi, Slot::east_asian},
    Range{0x00A4, 0x00A4, Slot::high_ansi, Slot::east_asian},
    Range{0x00A7, 0x00A8, Slot::high_ansi, Slot::east_asian},
    Range{0x00AA, 0x00AA, Slot::high_ansi, Slot::east_asian},
    Range{0x00AD, 0x00AD, Slot::high_ansi, Slot::east_asian},
    Range{0x00AF, 0x00B4, Slot::high_ansi, Slot::east_asian},
    Range{0x00B6, 0x00BA, Slot::high_ansi, Slot::east_asian},
    Range{0x00BC, 0x00BF, Slot::high_ansi, Slot::east_asian},
    Range{0x00D7, 0x00D7, Slot::high_ansi, Slot::east_asian},
    Range{0x00F7, 0x00F7, Slot::high_ansi, Slot::east_asian},
    Range{0x02C7, 0x02DD, Slot::high_ansi, Slot::east_asian},
    Range{0x0370, 0x04FF, Slot::high_ansi, Slot::east_asian},
    Range{0x0590, 0x08FF, Slot::complex, Slot::complex},
    Range{0x0900, 0x10FF, Slot::complex, Slot::complex},
    Range{0x1100, 0x11FF, Slot::east_asian, Slot::east_asian},
    Range{0x1780, 0x17FF, Slot::complex, Slot::complex},
    Range{0x1980, 0x19FF, Slot::complex, Slot::complex},
    Range{0x2010, 0x2BFF, Slot::high_ansi, Slot::east_asian},
    Range{0x2E80, 0xD7FF, Slot::east_asian, Slot::east_asian},
    Range{0xE000, 0xF8FF, Slot::high_ansi, Slot::east_asian},
    Range{0xF900, 0xFAFF, Slot::east_asian, Slot::east_asian},
    Range{0xFB1D, 0xFDFF, Slot::complex, Slot::complex},
    Range{0xFE30, 0xFE6F, Slot::east_asian, Slot::east_asian},
    Range{0xFE70, 0xFEFE, Slot::complex, Slot::complex},
    Range{0xFF00, 0xFFEF, Slot::east_asian, Slot::east_asian},
    Range{0x10000, 0x10FFFF, Slot::east_asian, Slot::east_asian},
};

struct StrongRange {
  char32_t first, last;
  Slot slot;
};

// Unicode's blocks of letters; what is not listed has no script of its own.
constexpr std::array strong_ranges{
    StrongRange{0x0370, 0x058F, Slot::ascii},        StrongRange{0x0590, 0x109F, Slot::complex},
    StrongRange{0x10A0, 0x10FF, Slot::ascii},        StrongRange{0x1100, 0x11FF, Slot::east_asian},
    StrongRange{0x1200, 0x137F, Slot::complex},      StrongRange{0x13A0, 0x16FF, Slot::ascii},
    StrongRange{0x1700, 0x18AF, Slot::complex},      StrongRange{0x1900, 0x1CFF, Slot::complex},
    StrongRange{0x1D00, 0x1FFF, Slot::ascii},        StrongRange{0x2C60, 0x2C7F, Slot::ascii},
    StrongRange{0x2E80, 0xA4CF, Slot::east_asian},   StrongRange{0xA720, 0xA7FF, Slot::ascii},
    StrongRange{0xA8E0, 0xABFF, Slot::complex},      StrongRange{0xAC00, 0xD7FF, Slot::east_asian},
    StrongRange{0xF900, 0xFAFF, Slot::east_asian},   StrongRange{0xFB00, 0xFB1C, Slot::ascii},
    StrongRange{0xFB1D, 0xFDFF, Slot::complex},      StrongRange{0xFE30, 0xFE6F, Slot::east_asian},
    StrongRange{0xFE70, 0xFEFE, Slot::complex},      StrongRange{0xFF00, 0xFFEF, Slot::east_asian},
    StrongRange{0x20000, 0x3FFFF, Slot::east_asian},
};

Script script_by_property(char32_t code) {
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(code), &error)) {
  case USCRIPT_COMMON:
  case USCRIPT_INHERITED:
    return Script::common;
  case USCRIPT_LATIN:
    return Script::latin;
  case USCRIPT_LAO:
    return Script::lao;
  case USCRIPT_KHMER:
    return Script::khmer;
  case USCRIPT_ARABIC:
    return Script::arabic;
  case USCRIPT_HEBREW:
    return Script::hebrew;
  case USCRIPT_HAN:
  case USCRIPT_HIRAGANA:
  case USCRIPT_KATAKANA:
    return Script::han;
  default:
    return Script::other;
  }
}

} // namespace

Script script_of(char32_t code) {
  if (code < 0x80)
    return (code | 0x20) >= 'a' && (code | 0x20) <= 'z' ? Script::latin : Script::common;
  if (code >= 0x0E01 && code <= 0x0E5B) return code == 0x0E3F ? Script::common : Script::thai;
  return script_by_property(code);
}

Slot slot_of(char32_t code, Hint hint) {
  if (code < 0x80) return Slot::ascii;
  for (const Range& range : ranges) {
    if (code < range.first) break;
    if (code <= range.last) return hint == Hint::east_asian ? range.hinted : range.slot;
  }
  return Slot::high_ansi;
}

std::optional<Slot> strong_slot(char32_t code) {
  if (code == ' ' || code == 0xA0) return std::nullopt;
  if (code < 0x300) return Slot::ascii;
  for (const StrongRange& range : strong_ranges) {
    if (code < range.first) break;
    if (code <= range.last) return range.slot;
  }
  return std::nullopt;
}

bool is_mark(char32_t code) {
  if (code < 0x300) return false;
  return (U_GET_GC_MASK(static_cast<UChar32>(code)) & U_GC_M_MASK) != 0;
}

bool is_lower(char32_t code) {
  return code < 0x80 ? code >= 'a' && code <= 'z'
                     : u_toupper(static_cast<UChar32>(code)) != static_cast<UChar32>(code);
}

std::string to_upper(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode_utf8(text, i);
    append_utf8(out, static_cast<char32_t>(u_toupper(static_cast<UChar32>(next.code))));
    i += next.length;
  }
  return out;
}

} // namespace saraban::text
