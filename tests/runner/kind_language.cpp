// links: language data
// Cases of the template language: a line of text with tags, what it gives, and the messages.
//
//   @data {"a": 1}            data for the lines that follow
//   @settings digits='thai'   the document's settings for the lines that follow
//   template ⇒ result         ⏎ stands for a line break in both
//   template ⇒ result !code name=value !code …
#include "runner/plain_template.h"
#include "runner/runner.h"

#include "base/failure.h"
#include "base/messages.h"
#include "data/read.h"
#include "language/scope.h"
#include "language/tags.h"

#include <algorithm>
#include <variant>

namespace saraban::cases {
namespace {

using namespace saraban::language;

struct Setting {
  data::Value root{data::Map{}};
  data::Sources sources;
  std::string settings;
};

std::string messages_of(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) {
    out += " !" + d.code;
    for (const auto& [name, value] : d.arguments)
      if (name != "content" && !value.empty()) out += " " + name + "=" + value;
  }
  return out;
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

/// Every fault has its words.
void expect_words(const Diagnostics& diagnostics, Report& report) {
  const auto& table = message_table();
  for (const Diagnostic& d : diagnostics.all())
    if (std::none_of(table.begin(), table.end(),
                     [&](const MessageText& m) { return m.code == d.code; }))
      report.fail("no words for " + d.code);
}

std::string result_of(const std::string& source, const Setting& setting, Report& report) {
  Diagnostics diagnostics;
  Environment environment;
  environment.today = {2026, 11, 20};
  environment.limits.language_steps = 2'000'000;
  std::string result;
  try {
    const PlainTemplate plain(source, diagnostics);
    Scope scope(setting.root, setting.sources, environment, {}, diagnostics);
    if (!setting.settings.empty()) {
      const auto tag = parse_statement("settings " + setting.settings, {}, diagnostics);
      scope.apply(std::get<SettingsTag>(*tag));
    }
    result = plain.run(scope);
  } catch (const Failure& failure) {
    diagnostics.add(failure.diagnostic());
  }
  expect_words(diagnostics, report);
  return with(result + messages_of(diagnostics), "\n", "⏎");
}

void set_data(const std::string& json, Setting& setting, Report& report) {
  Diagnostics diagnostics;
  setting.root =
      data::read(json, data::Format::json, "case.json", setting.sources, Limits{}, diagnostics);
  if (diagnostics.has_errors()) report.fail("data: " + messages_of(diagnostics) + " " + json);
}

void run(const std::filesystem::path& file, Report& report, Accept) {
  Setting setting;
  for (const auto& [number, line] : case_lines(file)) {
    if (line.rfind("@data ", 0) == 0) {
      set_data(line.substr(6), setting, report);
    } else if (line.rfind("@settings", 0) == 0) {
      setting.settings = line.size() > 10 ? line.substr(10) : "";
    } else {
      const auto parts = split(line, " ⇒ ");
      const std::string actual = result_of(with(parts[0], "⏎", "\n"), setting, report);
      const std::string expected = parts.size() > 1 ? parts[1] : "";
      report.expect_equal("line " + std::to_string(number) + ": " + parts[0], expected, actual);
    }
  }
}

const Kind kind{"language", ItemIs::file, run};

} // namespace
} // namespace saraban::cases
