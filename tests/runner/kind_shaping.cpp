// Shaping: "family; text => glyph@x,y+advance …" with a glyph's byte in the text after "=".
// links: text
#include "text/shaper.h"

#include "base/utf8.h"
#include "runner/runner.h"

#include <hb.h>

namespace saraban::cases {
namespace {

std::string name_of(const font::Face& face, std::uint32_t glyph) {
  char name[64] = "";
  hb_font_glyph_to_string(face.shaper(), glyph, name, sizeof name);
  return name;
}

std::string describe(const font::Face& face, const text::ShapedWord& word) {
  std::string out;
  for (const text::ShapedGlyph& glyph : word.glyphs) {
    out += (out.empty() ? "" : " ") + name_of(face, glyph.id) + "=" + std::to_string(glyph.cluster);
    if (glyph.x_offset != 0 || glyph.y_offset != 0)
      out += "@" + std::to_string(glyph.x_offset) + "," + std::to_string(glyph.y_offset);
    out += "+" + std::to_string(glyph.advance);
  }
  return out;
}

void run(const std::filesystem::path& file, Report& report, Accept) {
  Environment environment = machine_environment();
  environment.bundled_fonts = std::filesystem::path(SARABAN_SOURCE_DIR) / "fonts";
  const font::Fonts fonts(environment);
  text::Shaper shaper;
  for (const auto& [number, line] : case_lines(file)) {
    const auto sides = split(line, " => ");
    const auto parts = split(sides[0], "; ");
    if (sides.size() != 2 || parts.size() != 2) {
      report.fail("line " + std::to_string(number) + ": not 'family; text => glyphs'");
      continue;
    }
    const font::Choice& choice = fonts.choose({parts[0], false, false});
    const auto script = text::script_of(decode_utf8(parts[1], 0).code);
    report.expect_equal(
        "line " + std::to_string(number) + ": " + sides[0], sides[1],
        describe(*choice.face, shaper.shape(choice, script, text::Kerning::on, parts[1])));
  }
}

const Kind kind{"shaping", ItemIs::file, run};

} // namespace
} // namespace saraban::cases
