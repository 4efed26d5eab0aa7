// The fonts of a PDF file: one subset a face.
#include "render/fonts.h"

#include "base/utf8.h"
#include "render/syntax.h"

#include <cmath>
#include <fmt/format.h>

namespace saraban::render {
namespace {

using embed::Subset;

/// Widths have two decimals, so that lines do not drift (ISO 32000-1, 9.7.4.3).
double width_of(const Subset& subset, int advance) {
  return std::round(advance * 100'000.0 / subset.glyphs().units_per_em()) / 100;
}

std::string widths(const Subset& subset) {
  std::string out = "[0[";
  for (const Subset::Entry& entry : subset.entries()) {
    append_milli(out, milli(width_of(subset, entry.advance)));
    out += ' ';
  }
  out.back() = ']';
  return out + "]";
}

constexpr std::string_view to_unicode_head = R"(/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
)";
constexpr std::string_view to_unicode_tail = R"(endcmap
CMapName currentdict /CMap defineresource pop
end
end
)";

/// Code to text (ISO 32000-1, 9.10.3): at most 100 lines a block, at most 512 bytes a text.
std::string to_unicode(const Subset& subset) {
  std::string out(to_unicode_head), block;
  int lines = 0;
  const auto flush = [&] {
    if (lines != 0)
      fmt::format_to(std::back_inserter(out), "{} beginbfchar\n{}endbfchar\n", lines, block);
    lines = 0, block.clear();
  };
  for (std::size_t code = 0; code < subset.entries().size(); ++code) {
    const std::string text = utf16_hex(subset.entries()[code].text);
    if (text.empty() || text.size() > 1024) continue;
    fmt::format_to(std::back_inserter(block), "<{:04X}> <{}>\n", code, text);
    if (++lines == 100) flush();
  }
  flush();
  return out.append(to_unicode_tail);
}

/// "ABCDEF+": six letters from the content (ISO 32000-1, 9.6.4).
std::string prefix(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  std::string letters;
  for (int i = 0; i < 6; ++i, hash /= 26) letters += static_cast<char>('A' + hash % 26);
  return letters + "+";
}

std::string descriptor(const Subset& subset, const embed::FontFile& file, std::string_view base,
                       int program) {
  const font::Metrics& m = subset.face().metrics();
  const auto scaled = [&](int units) {
    return std::lround(units * 1000.0 / subset.glyphs().units_per_em());
  };
  // Symbolic, as no encoding of the face's own is used (ISO 32000-1, table 123).
  const unsigned flags = 4u | (m.fixed_pitch ? 1u : 0u) | (m.italic_angle != 0 ? 64u : 0u);
  const auto [left, bottom, right, top] = file.box;
  return fmt::format(
      "<</Type/FontDescriptor/FontName{}/Flags {}/FontBBox[{} {} {} {}]"
      "/ItalicAngle {}/Ascent {}/Descent {}/CapHeight {}/StemV {}/FontFile2 {} 0 R>>",
      base, flags, scaled(left), scaled(bottom), scaled(right), scaled(top),
      number_text(m.italic_angle), scaled(m.hhea_ascent), scaled(-m.hhea_descent),
      scaled(m.cap_height > 0 ? m.cap_height : m.hhea_ascent), m.weight >= 600 ? 140 : 80, program);
}

int write_font(const Subset& subset, Objects& objects) {
  const embed::FontFile file = embed::font_file(subset);
  const int program = objects.add_stream(fmt::format("/Length1 {}", file.bytes.size()), file.bytes);
  const std::string base = name(prefix(file.bytes) + subset.face().postscript_name());
  const int described = objects.add(descriptor(subset, file, base, program));
  const int descendant = objects.add(fmt::format(
      "<</Type/Font/Subtype/CIDFontType2/BaseFont{}/CIDSystemInfo<</Registry(Adobe)"
      "/Ordering(Identity)/Supplement 0>>/FontDescriptor {} 0 R/CIDToGIDMap/Identity/DW 0/W{}>>",
      base, described, widths(subset)));
  const int unicode = objects.add_stream("", to_unicode(subset));
  return objects.add(fmt::format("<</Type/Font/Subtype/Type0/BaseFont{}/Encoding/Identity-H"
                                 "/DescendantFonts[{} 0 R]/ToUnicode {} 0 R>>",
                                 base, descendant, unicode));
}

} // namespace

Fonts::Fonts(const page::Pages& pages) : pages_(pages), subset_of_face_(pages.faces.size()) {}

bool Fonts::has_face(std::uint32_t face) const {
  return face < pages_.faces.size() && pages_.faces[face] != nullptr;
}

std::uint32_t Fonts::glyph_of(std::uint32_t face, char32_t code) const {
  return has_face(face) ? pages_.faces[face]->glyph_of(code) : 0;
}

int Fonts::units_per_em(std::uint32_t face) const {
  const int units = pages_.faces[face]->metrics().units_per_em;
  return units > 0 ? units : 1000;
}

Fonts::Shown Fonts::place(std::uint32_t face, std::span<const page::Glyph> glyphs,
                          std::string_view text) {
  std::size_t& current = subset_of_face_[face];
  for (std::size_t i = 0; current == 0 && i < face; ++i)
    if (pages_.faces[i] == pages_.faces[face]) current = subset_of_face_[i];
  if (current == 0) {
    subsets_.emplace_back(pages_.faces[face]);
    current = subsets_.size();
  }
  auto placed = subsets_[current - 1].place(glyphs, text);
  if (!placed) {
    subsets_.emplace_back(pages_.faces[face]);
    current = subsets_.size();
    placed = subsets_.back().place(glyphs, text);
  }
  return {current - 1, *placed, width_of(subsets_[current - 1], placed->advance)};
}

int Fonts::write_characters(const std::shared_ptr<const font::Face>& face, Objects& objects) {
  Subset subset(face);
  constexpr std::pair<char32_t, char32_t> ranges[] = {{0x20, 0x7E}, {0xA0, 0xFF}, {0xE01, 0xE5B}};
  for (const auto& [first, last] : ranges)
    for (char32_t code = first; code <= last; ++code) {
      page::Glyph glyph;
      glyph.id = face->glyph_of(code);
      if (glyph.id == 0) continue;
      glyph.advance = subset.glyphs().advance(glyph.id);
      std::string text;
      append_utf8(text, code);
      subset.place({&glyph, 1}, text);
    }
  return write_font(subset, objects);
}

std::string Fonts::write(Objects& objects) const {
  std::string out;
  for (std::size_t i = 0; i < subsets_.size(); ++i)
    fmt::format_to(std::back_inserter(out), "/F{} {} 0 R", i, write_font(subsets_[i], objects));
  return out;
}

} // namespace saraban::render
