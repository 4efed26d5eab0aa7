// links: render font
// Lines of text through the PDF writer and back by two readers: every line must come back as it
// was. A file's first line: "# FAMILY [bold] [italic] [synthetic] [scale=N] [extra=POINTS]
// [size=POINTS]".
#include "font/fonts.h"
#include "page/print.h"
#include "render/render.h"
#include "runner/runner.h"

#include <array>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <hb.h>
#include <unistd.h>

namespace saraban::cases {
namespace {

namespace fs = std::filesystem;

struct Style {
  std::string family;
  bool bold = false, italic = false, synthetic = false;
  int scale = 100;
  int digits = 0; ///< Added to the advances of digits, per mille: those of a font that is not here.
  double extra = 0, size = 16;
};

Style read_style(const std::string& line) {
  Style style;
  for (const std::string& word : split(line.substr(2), " ")) {
    const auto value = word.substr(word.find('=') + 1);
    if (word == "bold")
      style.bold = true;
    else if (word == "italic")
      style.italic = true;
    else if (word == "synthetic")
      style.synthetic = true;
    else if (word.starts_with("scale="))
      style.scale = std::stoi(value);
    else if (word.starts_with("extra="))
      style.extra = std::stod(value);
    else if (word.starts_with("digits="))
      style.digits = std::stoi(value);
    else if (word.starts_with("size="))
      style.size = std::stod(value);
    else
      style.family += (style.family.empty() ? "" : " ") + word;
  }
  return style;
}

bool is_thai(const std::string& text, std::size_t at) {
  return static_cast<unsigned char>(text[at]) == 0xE0 && at + 1 < text.size() &&
         (static_cast<unsigned char>(text[at + 1]) & 0xFE) == 0xB8;
}

/// Pieces of one script; spaces go with what is before them.
std::vector<std::string> by_script(const std::string& line) {
  std::vector<std::string> pieces;
  bool thai = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool starts = (static_cast<unsigned char>(line[i]) & 0xC0) != 0x80;
    if (starts && (pieces.empty() || (line[i] != ' ' && is_thai(line, i) != thai))) {
      pieces.emplace_back();
      thai = is_thai(line, i);
    }
    pieces.back() += line[i];
  }
  return pieces;
}

page::GlyphRun shape(const font::Face& face, const std::string& text, const Style& style) {
  page::GlyphRun run;
  run.text = text;
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, -1);
  hb_buffer_guess_segment_properties(buffer);
  hb_shape(face.shaper(), buffer, nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
  for (unsigned i = 0; i < count; ++i) {
    const bool digit = std::isdigit(static_cast<unsigned char>(text[infos[i].cluster])) != 0;
    const int wider = digit ? style.digits * face.metrics().units_per_em / 1000 : 0;
    const bool last = i + 1 == count || infos[i + 1].cluster != infos[i].cluster;
    run.glyphs.push_back({infos[i].codepoint, places[i].x_advance + wider, places[i].x_offset,
                          places[i].y_offset, infos[i].cluster,
                          last ? points(style.extra) : Length{}});
  }
  hb_buffer_destroy(buffer);
  return run;
}

page::Pages make_pages(const std::vector<std::string>& lines, const Style& style,
                       const font::Fonts& fonts) {
  page::Pages pages;
  pages.faces.push_back(fonts.choose({style.family, style.bold, style.italic}).face);
  pages.title = "ทดสอบ";
  pages.language = "th-TH";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i % 30 == 0) pages.pages.push_back({{points(2000), points(842)}, {}, ""});
    auto& items = pages.pages.back().items;
    items.push_back(
        page::TagBegin{page::Role::paragraph, static_cast<std::uint32_t>(i + 1), "", 1, 1});
    Point pen{points(50), points(30 + 26.0 * static_cast<double>(i % 30))};
    for (const std::string& piece : by_script(lines[i])) {
      page::GlyphRun run = shape(*pages.faces[0], piece, style);
      run.size = points(style.size);
      run.scale_percent = style.scale;
      run.synthetic_bold = run.synthetic_italic = style.synthetic;
      run.origin = pen;
      pen.x += page::width(run, pages.faces[0]->metrics().units_per_em);
      items.push_back(std::move(run));
    }
    items.push_back(page::TagEnd{});
  }
  return pages;
}

std::string output_of(const std::string& command) {
  std::string out;
  FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> buffer;
  for (std::size_t n; pipe != nullptr && (n = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    out.append(buffer.data(), n);
  if (pipe != nullptr) pclose(pipe);
  return out;
}

void compare(const std::string& reader, const std::vector<std::string>& lines,
             const std::string& read, Report& report) {
  std::vector<std::string> found;
  for (std::string line : split(read, "\n")) {
    std::erase(line, '\f');
    if (!line.empty()) found.push_back(line);
  }
  int wrong = 0;
  for (std::size_t i = 0; i < std::max(lines.size(), found.size()); ++i) {
    const std::string a = i < lines.size() ? lines[i] : "", b = i < found.size() ? found[i] : "";
    if (a != b && ++wrong <= 10) report.expect_equal(reader, a, b);
  }
  if (wrong != 0)
    report.fail(reader + ": " + std::to_string(wrong) + " of " + std::to_string(lines.size()) +
                " lines wrong");
}

void run(const fs::path& file, Report& report, Accept) {
  std::vector<std::string> lines = split(read_text(file), "\n");
  const Style style = read_style(lines.front());
  lines.erase(lines.begin());
  std::erase(lines, "");
  Environment environment;
  environment.font_folders = {fs::path(SARABAN_SOURCE_DIR) / "fonts"};
  const font::Fonts fonts(environment);
  Diagnostics diagnostics;
  const std::string pdf = render::pdf(make_pages(lines, style, fonts), {}, diagnostics);
  const fs::path made =
      fs::temp_directory_path() / ("readback-" + std::to_string(getpid()) + ".pdf");
  std::ofstream(made, std::ios::binary) << pdf;
  if (const char* keep = std::getenv("SARABAN_KEEP"))
    fs::copy_file(made, fs::path(keep) / (file.stem().string() + ".pdf"),
                  fs::copy_options::overwrite_existing);
  compare("pdftotext", lines, output_of("pdftotext '" + made.string() + "' -"), report);
  compare("mutool", lines, output_of("mutool draw -q -F txt '" + made.string() + "' 2>/dev/null"),
          report);
  report.expect_equal("qpdf", "",
                      output_of("qpdf --check '" + made.string() + "' 2>&1 >/dev/null"));
  fs::remove(made);
}

const Kind kind{"readback", ItemIs::file, run};

} // namespace
} // namespace saraban::cases
