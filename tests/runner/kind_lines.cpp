// Paragraphs to lines: document.txt in, lines.txt out, at the first section's text width.
// links: layout
#include "layout/paragraph/paragraph.h"

#include "document/print.h"
#include "runner/runner.h"

#include <cstdio>

namespace saraban::cases {
namespace {

std::string number(Length length) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.2f", length.points());
  return buffer;
}

std::string describe(const layout::Line& line) {
  std::string out = "  " + number(line.left) + " " + number(line.width) + "  " +
                    number(line.height) + " " + number(line.baseline) + " |";
  for (const page::Item& item : line.items) {
    if (const auto* run = std::get_if<page::GlyphRun>(&item))
      out += " " + number(run->origin.x) + ":" + run->text + "|";
    else if (const auto* rule = std::get_if<page::Rule>(&item))
      out += " rule " + number(rule->from.x) + "–" + number(rule->to.x) + " at " +
             number(rule->from.y);
    else if (const auto* link = std::get_if<page::Link>(&item))
      out += " link " + number(link->rect.x) + "+" + number(link->rect.width) + " " + link->uri;
    else if (const auto* fill = std::get_if<page::Fill>(&item))
      out += " fill " + number(fill->rect.x) + "+" + number(fill->rect.width);
  }
  for (const layout::InlineDrawing& drawing : line.drawings)
    out += " drawing " + number(drawing.box.x) + "," + number(drawing.box.y);
  return out + "\n";
}

std::string lines_of(const document::Document& document, layout::Context& context) {
  std::string out;
  const document::Section& section = document.sections.at(0);
  layout::LineSpace space;
  space.column_width = section.page.width - section.margins.left - section.margins.right;
  space.grid_pitch = section.grid.pitch;
  for (const document::Block& block : section.blocks)
    if (const auto* paragraph = std::get_if<document::Paragraph>(&block.content)) {
      const auto prepared = layout::prepare(*paragraph, context);
      const auto widths = layout::natural_widths(*prepared, context);
      out += "paragraph " + number(widths.minimum) + "–" + number(widths.maximum) + "\n";
      for (const layout::Line& line : layout::break_lines(*prepared, space, context))
        out += describe(line);
    }
  return out;
}

void run(const std::filesystem::path& folder, Report& report, Accept accept) {
  Environment environment = machine_environment();
  environment.bundled_fonts = std::filesystem::path(SARABAN_SOURCE_DIR) / "fonts";
  const font::Fonts fonts(environment);
  Diagnostics diagnostics;
  const auto document = document::parse(read_text(folder / "document.txt"), diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all())
    report.fail(diagnostic.code + " " +
                (diagnostic.arguments.empty() ? "" : diagnostic.arguments[0].second));
  if (document.sections.empty()) return report.fail("no section");
  const layout::Options options;
  layout::Context context(document, fonts, options, diagnostics);
  report.expect_file(folder / "lines.txt", lines_of(document, context), accept);
}

const Kind kind{"lines", ItemIs::folder, run};

} // namespace
} // namespace saraban::cases
