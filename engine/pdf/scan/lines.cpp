// Characters to lines: marks to their bases, bases to baselines, gaps to spaces.
#include "pdf/scan/lines.h"

#include "base/utf8.h"

#include <algorithm>
#include <map>

namespace saraban::pdf::scan {
namespace {

struct Placed {
  Character character;
  Length baseline;
};

bool is_mark(char32_t code) {
  return code == 0x0E31 || (code >= 0x0E34 && code <= 0x0E3A) ||
         (code >= 0x0E47 && code <= 0x0E4E) || (code >= 0x0300 && code <= 0x036F) ||
         code == 0x200B || code == 0x200C || code == 0x200D;
}

bool is_blank(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    if (d.code != 0x20 && d.code != 0xA0 && d.code != 0x09 && d.code != 0x3000 &&
        !(d.code >= 0x2000 && d.code <= 0x200B))
      return false;
    at += d.length;
  }
  return !text.empty();
}

/// Whether a glyph belongs to the character painted before it.
bool continues(const Glyph& glyph, const Placed& before) {
  if (!glyph.text.empty() && !is_mark(decode_utf8(glyph.text, 0).code)) return false;
  const Length near = before.character.size;
  const Length off = glyph.origin.y - before.baseline;
  return off < near && -off < near && glyph.origin.x > before.character.left - near / 2 &&
         glyph.origin.x < before.character.right + near / 2;
}

/// NIKHAHIT and SARA AA, as some fonts have it, is SARA AM.
void join_sara_am(std::string& text) {
  for (const char* apart : {"ํา", "ํ่า", "ํ้า"}) {
    const auto at = text.find(apart);
    if (at == std::string::npos) continue;
    const std::string tone = std::string(apart).substr(3, std::string(apart).size() - 6);
    text.replace(at, std::string(apart).size(), tone + "ำ");
  }
}

std::vector<Placed> placed(const std::vector<Glyph>& glyphs) {
  std::vector<Placed> out;
  out.reserve(glyphs.size());
  for (const Glyph& glyph : glyphs) {
    if (glyph.heading != Heading::right || glyph.size <= Length{}) continue;
    const Length right = glyph.origin.x + glyph.advance;
    if (!out.empty() && continues(glyph, out.back())) {
      Character& base = out.back().character;
      if (base.text.size() < 256) base.text += glyph.text;
      base.right = std::max(base.right, right);
      continue;
    }
    if (glyph.text.empty()) continue;
    Placed one{
        {is_blank(glyph.text) ? " " : glyph.text, glyph.origin.x, right, glyph.size, glyph.font},
        glyph.origin.y};
    out.push_back(std::move(one));
  }
  return out;
}

/// Bold made by painting twice: the same at nearly the same place.
bool repeats(const Character& one, const Character& before) {
  const Length off = one.left - before.left;
  return one.text == before.text && off < one.size / 8 && -off < one.size / 8;
}

void add_spaces(const std::vector<Character>& sorted, std::vector<Character>& out) {
  for (const Character& one : sorted) {
    if (one.is_space()) {
      if (!out.empty() && !out.back().is_space() && one.right > out.back().right + one.size / 20)
        out.push_back(one);
      continue;
    }
    if (!out.empty() && repeats(one, out.back())) continue;
    if (!out.empty() && out.back().is_space()) {
      const bool before = out.size() > 1;
      const Length gap = before ? one.left - out[out.size() - 2].right : one.left;
      out.back().left = before ? out[out.size() - 2].right : out.back().left;
      out.back().right = one.left;
      if (gap < one.size / 20) out.pop_back(); // a space under other text
    } else if (!out.empty() && one.left - out.back().right > one.size * 22 / 100) {
      out.push_back({" ", out.back().right, one.left, one.size, one.font});
    }
    out.push_back(one);
    join_sara_am(out.back().text);
  }
  while (!out.empty() && out.back().is_space()) out.pop_back();
}

Length usual_size(const std::vector<Character>& characters) {
  std::map<Length, int> counts;
  for (const Character& one : characters) ++counts[one.size];
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most->first;
}

void add_line(std::vector<Placed>& group, std::vector<TextLine>& lines) {
  std::stable_sort(group.begin(), group.end(), [](const Placed& a, const Placed& b) {
    return a.character.left < b.character.left;
  });
  std::vector<Character> sorted;
  for (Placed& one : group) sorted.push_back(std::move(one.character));
  TextLine line;
  add_spaces(sorted, line.characters);
  if (!line.characters.empty()) {
    line.size = usual_size(line.characters);
    std::vector<Length> baselines;
    for (const Placed& one : group) baselines.push_back(one.baseline);
    std::nth_element(baselines.begin(), baselines.begin() + static_cast<long>(baselines.size() / 2),
                     baselines.end());
    line.baseline = baselines[baselines.size() / 2];
    lines.push_back(std::move(line));
  }
  group.clear();
}

} // namespace

std::vector<TextLine> text_lines(const std::vector<Glyph>& glyphs) {
  std::vector<Placed> all = placed(glyphs);
  std::stable_sort(all.begin(), all.end(),
                   [](const Placed& a, const Placed& b) { return a.baseline < b.baseline; });
  std::vector<TextLine> lines;
  std::vector<Placed> group;
  Length reference;
  for (Placed& one : all) {
    const Length tolerance = one.character.size * 3 / 10;
    if (!group.empty() && one.baseline - reference > tolerance) add_line(group, lines);
    if (group.empty()) reference = one.baseline;
    group.push_back(std::move(one));
  }
  if (!group.empty()) add_line(group, lines);
  return lines;
}

std::string text_between(const TextLine& line, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < std::min(end, line.characters.size()); ++i)
    text += line.characters[i].text;
  return text;
}

} // namespace saraban::pdf::scan
