// Grapheme clusters (UAX #29, as far as documents need it).
#include "thai/words.h"

#include "base/utf8.h"

#include <array>

namespace saraban::thai {
namespace {

struct Range {
  char32_t first, last;
};

/// Grapheme_Extend, SpacingMark and joiners of the scripts that turn up beside Thai.
constexpr std::array<Range, 40> extending = {{
    {0x0300, 0x036F},   {0x0483, 0x0489},   {0x0591, 0x05BD},   {0x05BF, 0x05BF},
    {0x05C1, 0x05C2},   {0x05C4, 0x05C5},   {0x05C7, 0x05C7},   {0x0610, 0x061A},
    {0x064B, 0x065F},   {0x0670, 0x0670},   {0x06D6, 0x06DC},   {0x06DF, 0x06E4},
    {0x06E7, 0x06E8},   {0x06EA, 0x06ED},   {0x0900, 0x0903},   {0x093A, 0x093C},
    {0x093E, 0x094F},   {0x0E31, 0x0E31},   {0x0E33, 0x0E3A},   {0x0E47, 0x0E4E},
    {0x0EB1, 0x0EB1},   {0x0EB3, 0x0EBC},   {0x0EC8, 0x0ECE},   {0x102D, 0x103A},
    {0x135D, 0x135F},   {0x17B4, 0x17D3},   {0x180B, 0x180D},   {0x1AB0, 0x1ACE},
    {0x1DC0, 0x1DFF},   {0x200C, 0x200D},   {0x20D0, 0x20F0},   {0x302A, 0x302F},
    {0x3099, 0x309A},   {0xFE00, 0xFE0F},   {0xFE20, 0xFE2F},   {0xFF9E, 0xFF9F},
    {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F}, {0xE0100, 0xE01EF}, {0x1D165, 0x1D169},
}};

bool extends(char32_t code) {
  if (code < 0x0300) return false;
  for (const Range& range : extending)
    if (code >= range.first && code <= range.last) return true;
  return false;
}

bool is_regional(char32_t code) {
  return code >= 0x1F1E6 && code <= 0x1F1FF;
}

bool is_pictograph(char32_t code) {
  return (code >= 0x1F000 && code <= 0x1FAFF) || (code >= 0x2600 && code <= 0x27BF);
}

} // namespace

std::vector<std::size_t> cluster_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  starts.reserve(text.size() / 3 + 1);
  char32_t before = 0;
  bool flag_open = false; // a regional indicator waits for its second
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode_utf8(text, i);
    bool joined = i > 0 && extends(next.code) && before != '\n' && before != '\r';
    if (before == '\r' && next.code == '\n') joined = true;
    if (before == 0x200D && is_pictograph(next.code)) joined = true;
    if (flag_open && is_regional(next.code)) joined = true;
    flag_open = is_regional(next.code) && !joined;
    if (!joined) starts.push_back(i);
    before = next.code;
    i += next.length;
  }
  return starts;
}

} // namespace saraban::thai
