// Which face stands for a family: "family | style => face; share of the size; line in ems".
// links: font
#include "font/fonts.h"
#include "runner/runner.h"

#include <cstdio>

namespace saraban::cases {
namespace {

std::string describe(const font::Choice& choice) {
  const auto& line = choice.line;
  char numbers[64];
  std::snprintf(numbers, sizeof numbers, "; %.4f; %.4f", choice.size_ten_thousandths / 10000.0,
                double(line.ascent + line.descent + line.gap) / line.units_per_em);
  std::string text = choice.face->postscript_name() + numbers;
  if (choice.synthetic_bold) text += "; synthetic bold";
  if (choice.synthetic_italic) text += "; synthetic italic";
  return text;
}

void run(const std::filesystem::path& file, Report& report, Accept) {
  Environment environment = machine_environment();
  environment.bundled_fonts = std::filesystem::path(SARABAN_SOURCE_DIR) / "fonts";
  const font::Fonts fonts(environment);
  for (const auto& [number, line] : case_lines(file)) {
    const auto sides = split(line, " => ");
    if (sides.size() != 2) {
      report.fail("line " + std::to_string(number) + ": no ' => '");
      continue;
    }
    const auto parts = split(sides[0], " | ");
    const std::string style = parts.size() > 1 ? parts[1] : "";
    const font::Request request{parts[0], style.find("bold") != std::string::npos,
                                style.find("italic") != std::string::npos};
    const bool for_character = parts.size() > 2;
    const font::Choice& choice =
        for_character
            ? fonts.choose_for(request, static_cast<char32_t>(std::stoul(parts[2], nullptr, 16)))
            : fonts.choose(request);
    report.expect_equal("line " + std::to_string(number) + ": " + sides[0], sides[1],
                        describe(choice));
  }
}

const Kind kind{"font", ItemIs::file, run};

} // namespace
} // namespace saraban::cases
