// Where lines may end: each line is a text with "|" at every open place and "·" between Thai words.
// links: text
#include "runner/runner.h"
#include "text/breaks.h"

namespace saraban::cases {
namespace {

std::string marked(const std::string& text) {
  const auto breaks = text::line_breaks(text, nullptr);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (breaks[i] == text::Opportunity::open) out += "|";
    if (breaks[i] == text::Opportunity::word) out += "·";
    out += text[i];
  }
  return out;
}

std::string without(std::string text, const std::string& sign) {
  for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
    text.erase(at, sign.size());
  return text;
}

void run(const std::filesystem::path& file, Report& report, Accept) {
  for (const auto& [number, line] : case_lines(file))
    report.expect_equal("line " + std::to_string(number), line,
                        marked(without(without(line, "|"), "·")));
}

const Kind kind{"breaks", ItemIs::file, run};

} // namespace
} // namespace saraban::cases
