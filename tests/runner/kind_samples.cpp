// Every document of samples/list: its text, messages and pages are those of samples/expected, of
// the DOCX and of the ODT template alike; its pages look as they did.
// links: job render_picture
#include "render/picture/picture.h"
#include "runner/outcome.h"

#include <cstdlib>
#include <png.h>
#include <sstream>

namespace saraban::cases {
namespace {

namespace fs = std::filesystem;
using render::picture::Bitmap;

constexpr double dpi = 45;
/// Mean lightness of a square of 8 pixels, of 255: a word that moved, not an edge that is softer.
constexpr int tolerance = 40;

struct Sample {
  std::string name, kind, data, note; ///< The note: "form", "package", or nothing.
};

fs::path samples_folder() {
  return fs::path(SARABAN_SOURCE_DIR) / "samples";
}

std::vector<Sample> listed() {
  std::vector<Sample> all;
  for (const auto& [number, line] : case_lines(samples_folder() / "list")) {
    std::istringstream words(line);
    Sample sample;
    words >> sample.name >> sample.kind >> sample.data >> sample.note;
    all.push_back(sample);
  }
  return all;
}

std::vector<fs::path> names() {
  std::vector<fs::path> all;
  for (const Sample& sample : listed()) all.emplace_back(sample.name);
  return all;
}

int grey(const Bitmap& b, std::size_t x, std::size_t y) {
  const auto channels = static_cast<std::size_t>(b.channels);
  const std::size_t colors = channels >= 3 ? 3 : 1;
  int sum = 0;
  for (std::size_t c = 0; c < colors; ++c)
    sum += static_cast<unsigned char>(b.pixels[(y * b.width + x) * channels + c]);
  return sum / static_cast<int>(colors);
}

/// A small file: 16 shades of grey.
std::string small_grey(const std::string& png) {
  const Bitmap bitmap = render::picture::decode_png(png, 50'000'000).value_or(Bitmap{});
  std::string shades;
  for (std::size_t y = 0; y < bitmap.height; ++y)
    for (std::size_t x = 0; x < bitmap.width; ++x)
      shades += static_cast<char>(grey(bitmap, x, y) / 16 * 17);
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = bitmap.width;
  image.height = bitmap.height;
  image.format = PNG_FORMAT_GRAY;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string bytes(size, '\0');
  if (png_image_write_to_memory(&image, bytes.data(), &size, 0, shades.data(), 0, nullptr) == 0)
    return {};
  bytes.resize(size);
  return bytes;
}

bool look_alike(const std::string& a_bytes, const std::string& b_bytes) {
  const auto a = render::picture::decode_png(a_bytes, 50'000'000);
  const auto b = render::picture::decode_png(b_bytes, 50'000'000);
  if (!a || !b || a->width != b->width || a->height != b->height) return false;
  for (std::size_t top = 0; top + 8 <= a->height; top += 8)
    for (std::size_t left = 0; left + 8 <= a->width; left += 8) {
      int sum = 0;
      for (std::size_t i = 0; i < 64; ++i)
        sum += grey(*a, left + i % 8, top + i / 8) - grey(*b, left + i % 8, top + i / 8);
      if (std::abs(sum) / 64 > tolerance) return false;
    }
  return true;
}

/// Pictures that look the same stay as they are, so that a softer edge makes no change.
void check_pages(Job job, const std::string& base, Report& report, Accept accept) {
  job.output_path = "page.png";
  job.dpi = dpi;
  std::size_t page = 0;
  for (const Output& output : generate(job).outputs) {
    const fs::path file = base + "-" + std::to_string(++page) + ".png";
    const std::string expected = fs::exists(file) ? read_text(file) : "";
    const std::string actual = small_grey(output.bytes);
    if (look_alike(expected, actual)) continue;
    if (accept == Accept::yes)
      report.expect_file(file, actual, accept);
    else
      report.fail(file.filename().string() + " looks otherwise");
  }
  const fs::path more = base + "-" + std::to_string(page + 1) + ".png";
  if (accept == Accept::yes)
    fs::remove(more);
  else if (fs::exists(more))
    report.fail(more.filename().string() + " is of a page that is no longer there");
}

/// The careful clerk has nothing to say of a sample.
void expect_silence(const Job& job, Report& report) {
  report.expect_equal("check says nothing", "", messages_of(check(job), job.template_path));
}

void check_twins(const Sample& sample, FormMode form, Report& report, Accept accept) {
  const bool blank = form == FormMode::blank;
  const std::string base = samples_folder() / "expected" / (sample.name + (blank ? "-blank" : ""));
  fs::create_directories(fs::path(base).parent_path());
  std::string first;
  for (const char* extension : {".docx", ".odt"}) {
    Job job;
    job.template_path =
        fs::path(SARABAN_SOURCE_DIR) / "templates" / sample.kind / (sample.kind + extension);
    if (!blank) job.data_paths = {samples_folder() / sample.data};
    job.environment = fixed_environment(samples_folder());
    job.environment.form = form;
    expect_silence(job, report);
    const std::string actual = outcome(job, report);
    if (!first.empty()) return report.expect_equal("the twin gives the same", first, actual);
    report.expect_file(base + ".txt", first = actual, accept);
    check_pages(job, base, report, accept);
  }
}

void check_package(const Sample& sample, Report& report, Accept accept) {
  Job job;
  job.template_path = samples_folder() / sample.data;
  job.environment = fixed_environment(samples_folder());
  expect_silence(job, report);
  report.expect_file(samples_folder() / "expected" / (sample.name + ".txt"), outcome(job, report),
                     accept);
}

void run(const fs::path& name, Report& report, Accept accept) {
  for (const Sample& sample : listed()) {
    if (sample.name != name) continue;
    if (sample.note == "package") return check_package(sample, report, accept);
    check_twins(sample, FormMode::filled, report, accept);
    if (sample.note == "form") check_twins(sample, FormMode::blank, report, accept);
  }
}

const Kind kind{"samples", names, run};

} // namespace
} // namespace saraban::cases
