// links: render font
// A folder's pages.txt (page/print's full form; pictures beside it) to page-N.png, and to a PDF
// that poppler must draw alike. Unexpected messages fail; expected ones stand in messages.txt.
#include "font/fonts.h"
#include "page/print.h"
#include "render/picture/picture.h"
#include "render/render.h"
#include "runner/runner.h"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <unistd.h>

namespace saraban::cases {
namespace {

namespace fs = std::filesystem;
using render::picture::Bitmap;

constexpr double dpi = 96;
/// Two rasterisers differ along edges; this is the mean over squares of 8 pixels, of 255.
constexpr int tolerance = 40;

page::Pages read_pages(const fs::path& folder, const font::Fonts& fonts) {
  page::Sources sources;
  sources.face = [&](std::string_view family, bool bold, bool italic) {
    return fonts.choose({std::string(family), bold, italic}).face;
  };
  sources.picture = [&](std::string_view name) {
    return std::make_shared<const std::string>(read_text(folder / name));
  };
  return page::parse(read_text(folder / "pages.txt"), sources);
}

Bitmap drawn_by_poppler(const fs::path& pdf, std::size_t page) {
  const fs::path png = fs::path(pdf).replace_extension();
  const std::string number = std::to_string(page + 1);
  const std::string command = "pdftoppm -png -singlefile -r " + std::to_string(dpi) + " -f " +
                              number + " '" + pdf.string() + "' '" + png.string() + "'";
  if (std::system(command.c_str()) != 0) return {};
  const std::string bytes = read_text(png.string() + ".png");
  fs::remove(png.string() + ".png");
  return render::picture::decode_png(bytes, 50'000'000).value_or(Bitmap{});
}

int grey(const Bitmap& b, std::size_t x, std::size_t y) {
  const std::size_t channels = static_cast<std::size_t>(b.channels);
  int sum = 0;
  const std::size_t colors = channels >= 3 ? 3 : 1;
  for (std::size_t c = 0; c < colors; ++c)
    sum += static_cast<unsigned char>(b.pixels[(y * b.width + x) * channels + c]);
  return sum / static_cast<int>(colors);
}

/// The largest difference of mean lightness among squares of 8 × 8 pixels.
struct Difference {
  int lightness = 0;
  std::size_t left = 0, top = 0;
};
Difference difference(const Bitmap& a, const Bitmap& b) {
  if (std::abs(static_cast<int>(a.width - b.width)) > 1 ||
      std::abs(static_cast<int>(a.height - b.height)) > 1)
    return {255, 0, 0};
  Difference worst;
  for (std::size_t top = 0; top + 8 <= std::min(a.height, b.height); top += 8)
    for (std::size_t left = 0; left + 8 <= std::min(a.width, b.width); left += 8) {
      int sum = 0;
      for (std::size_t i = 0; i < 64; ++i)
        sum += grey(a, left + i % 8, top + i / 8) - grey(b, left + i % 8, top + i / 8);
      if (std::abs(sum) / 64 > worst.lightness) worst = {std::abs(sum) / 64, left, top};
    }
  return worst;
}

std::string codes(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) out += d.code + "\n";
  return out;
}

void run(const fs::path& folder, Report& report, Accept accept) {
  Environment environment;
  environment.font_folders = {fs::path(SARABAN_SOURCE_DIR) / "fonts"};
  environment.system_fonts = UseSystemFonts::no;
  const font::Fonts fonts(environment);
  const page::Pages pages = read_pages(folder, fonts);
  Diagnostics diagnostics, none;
  const fs::path file = fs::temp_directory_path() / ("render-" + std::to_string(getpid()) + ".pdf");
  const std::string pdf = render::pdf(pages, {}, diagnostics);
  report.expect_equal("the same bytes twice", "yes",
                      pdf == render::pdf(pages, {}, none) ? "yes" : "no");
  std::ofstream(file, std::ios::binary) << pdf;
  const std::string check = "qpdf --check '" + file.string() + "' >/dev/null 2>&1";
  if (std::system(check.c_str()) != 0) report.fail("qpdf --check");
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const std::string png = render::png(pages, i, {dpi, {}}, none);
    report.expect_file(folder / ("page-" + std::to_string(i + 1) + ".png"), png, accept);
    const Difference worst =
        difference(*render::picture::decode_png(png, 50'000'000), drawn_by_poppler(file, i));
    if (worst.lightness > tolerance)
      report.fail("page " + std::to_string(i + 1) + " differs from poppler's by " +
                  std::to_string(worst.lightness) + " at " + std::to_string(worst.left) + ", " +
                  std::to_string(worst.top));
  }
  fs::remove(file);
  const fs::path messages = folder / "messages.txt";
  if (accept == Accept::no || fs::exists(messages) || !diagnostics.all().empty())
    report.expect_equal("messages", fs::exists(messages) ? read_text(messages) : "",
                        codes(diagnostics));
}

const Kind kind{"render", ItemIs::folder, run};

} // namespace
} // namespace saraban::cases
