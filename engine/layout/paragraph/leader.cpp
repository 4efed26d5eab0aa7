// What fills a tab: dots, hyphens, underscores on one grid for all lines.
#include "layout/paragraph/leader.h"

#include <algorithm>

namespace saraban::layout {

namespace {

constexpr std::int64_t longest_leader = 2000; ///< Signs: more than any page is wide.

const char* sign_of(document::Leader kind) {
  switch (kind) {
  case document::Leader::hyphen:
    return "-";
  case document::Leader::underscore:
  case document::Leader::heavy:
    return "_";
  case document::Leader::middle_dot:
    return "·";
  case document::Leader::dot:
  case document::Leader::none:
    break;
  }
  return ".";
}

} // namespace

std::optional<page::GlyphRun> leader(const Style& style, document::Leader kind, Length left,
                                     Length right, text::Shaper& shaper) {
  const std::string_view sign = sign_of(kind);
  const text::ShapedWord& shaped =
      shaper.shape(*style.choice, text::Script::common, text::Kerning::off, sign);
  const Length step = style.width_of(shaped.advance);
  if (shaped.glyphs.empty() || shaped.missing || step <= Length{}) return std::nullopt;
  const std::int64_t first = left.emu > 0 ? (left.emu + step.emu - 1) / step.emu : 0;
  const std::int64_t count = std::min(right.emu / step.emu - first, longest_leader);
  if (count <= 0) return std::nullopt;
  page::GlyphRun run;
  run.face = style.face;
  run.size = style.drawn;
  run.scale_percent = style.format->scale_percent;
  run.origin = {step * first, Length{}};
  run.color = style.format->color;
  run.synthetic_bold = style.choice->synthetic_bold;
  for (std::int64_t i = 0; i < count; ++i) {
    const auto cluster = static_cast<std::uint32_t>(run.text.size());
    run.text += sign;
    for (const text::ShapedGlyph& glyph : shaped.glyphs)
      run.glyphs.push_back(
          {glyph.id, glyph.advance, glyph.x_offset, glyph.y_offset, cluster, Length{}});
  }
  return run;
}

} // namespace saraban::layout
