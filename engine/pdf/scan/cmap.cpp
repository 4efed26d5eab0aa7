// CMaps, read as the PostScript they are written in.
#include "pdf/scan/cmap.h"

#include "base/utf8.h"
#include "pdf/scan/tokens.h"

#include <algorithm>

namespace saraban::pdf::scan {
namespace {

constexpr std::size_t most_ranges = 200'000;

std::uint32_t code_of(std::string_view bytes) {
  std::uint32_t code = 0;
  for (const char c : bytes.substr(0, 4)) code = code << 8 | static_cast<unsigned char>(c);
  return code;
}

std::u16string utf16_of(std::string_view bytes) {
  std::u16string text;
  for (std::size_t i = 0; i + 1 < bytes.size() && i < 64; i += 2)
    text += static_cast<char16_t>(static_cast<unsigned char>(bytes[i]) << 8 |
                                  static_cast<unsigned char>(bytes[i + 1]));
  if (bytes.size() == 1) text += static_cast<char16_t>(static_cast<unsigned char>(bytes[0]));
  return text;
}

std::string utf8_of(const std::u16string& units) {
  std::string text;
  for (std::size_t i = 0; i < units.size(); ++i) {
    char32_t code = units[i];
    const bool high = code >= 0xD800 && code < 0xDC00;
    if (high && i + 1 < units.size() && units[i + 1] >= 0xDC00 && units[i + 1] < 0xE000)
      code = 0x10000 + ((code - 0xD800) << 10) + (units[++i] - 0xDC00u);
    else if (code >= 0xD800 && code < 0xE000)
      code = 0xFFFD;
    if (code >= 0x20) append_utf8(text, code);
  }
  return text;
}

} // namespace

struct CMapReader {
  CMap& map;

  void spaces(const std::vector<Operand>& list) {
    for (std::size_t i = 0; i + 1 < list.size() && map.spaces_.size() < 1000; i += 2)
      if (const std::size_t n = list[i].text.size(); n >= 1 && n <= 4)
        map.spaces_.push_back({n, code_of(list[i].text), code_of(list[i + 1].text)});
  }
  void add(std::uint32_t low, std::uint32_t high, const std::string& text) {
    if (map.texts_.size() < most_ranges && low <= high)
      map.texts_.push_back({low, high, utf16_of(text)});
  }
  void chars(const std::vector<Operand>& list) {
    for (std::size_t i = 0; i + 1 < list.size(); i += 2)
      if (list[i + 1].kind == Operand::Kind::string)
        add(code_of(list[i].text), code_of(list[i].text), list[i + 1].text);
  }
  void ranges(const std::vector<Operand>& list) {
    for (std::size_t i = 0; i + 2 < list.size(); i += 3) {
      const std::uint32_t low = code_of(list[i].text), high = code_of(list[i + 1].text);
      if (list[i + 2].kind == Operand::Kind::string) add(low, high, list[i + 2].text);
      std::uint32_t code = low;
      for (const Operand& item : list[i + 2].items) add(code, code, item.text), ++code;
    }
  }
  void cid_chars(const std::vector<Operand>& list) {
    for (std::size_t i = 0; i + 1 < list.size() && map.cids_.size() < most_ranges; i += 2) {
      const std::uint32_t code = code_of(list[i].text);
      map.cids_.push_back({code, code, cid_of(list[i + 1])});
    }
  }
  void cid_ranges(const std::vector<Operand>& list) {
    for (std::size_t i = 0; i + 2 < list.size() && map.cids_.size() < most_ranges; i += 3)
      map.cids_.push_back({code_of(list[i].text), code_of(list[i + 1].text), cid_of(list[i + 2])});
  }
  static std::uint32_t cid_of(const Operand& operand) {
    return static_cast<std::uint32_t>(std::clamp(operand.number, 0.0, 65535.0));
  }
};

CMap CMap::parse(std::string_view bytes) {
  CMap map;
  CMapReader reader{map};
  Tokens tokens(bytes);
  Instruction instruction;
  while (tokens.next(instruction)) {
    const std::vector<Operand>& list = instruction.operands;
    if (instruction.name == "endcodespacerange") reader.spaces(list);
    if (instruction.name == "endbfchar") reader.chars(list);
    if (instruction.name == "endbfrange") reader.ranges(list);
    if (instruction.name == "endcidchar") reader.cid_chars(list);
    if (instruction.name == "endcidrange") reader.cid_ranges(list);
  }
  const auto by_low = [](const auto& a, const auto& b) { return a.low < b.low; };
  std::stable_sort(map.texts_.begin(), map.texts_.end(), by_low);
  std::stable_sort(map.cids_.begin(), map.cids_.end(), by_low);
  return map;
}

std::optional<std::string> CMap::text(std::uint32_t code) const {
  auto at = std::upper_bound(texts_.begin(), texts_.end(), code,
                             [](std::uint32_t c, const TextRange& r) { return c < r.low; });
  for (int looked = 0; at != texts_.begin() && looked < 16; ++looked) {
    --at;
    if (code > at->high) continue;
    std::u16string units = at->first;
    if (!units.empty()) units.back() = static_cast<char16_t>(units.back() + (code - at->low));
    return utf8_of(units);
  }
  return std::nullopt;
}

std::optional<std::uint32_t> CMap::cid(std::uint32_t code) const {
  auto at = std::upper_bound(cids_.begin(), cids_.end(), code,
                             [](std::uint32_t c, const CidRange& r) { return c < r.low; });
  if (at == cids_.begin() || code > (--at)->high) return std::nullopt;
  return at->first + (code - at->low);
}

std::size_t CMap::code_length(std::string_view bytes) const {
  for (std::size_t length = 1; length <= std::min<std::size_t>(4, bytes.size()); ++length) {
    const std::uint32_t code = code_of(bytes.substr(0, length));
    for (const CodeSpace& space : spaces_)
      if (space.length == length && code >= space.low && code <= space.high) return length;
  }
  return 0;
}

} // namespace saraban::pdf::scan
