// One letter in a warm process: compiled once, then filled to DOCX, PDF and PNG; and compiling
// itself.
#include "job/saraban.h"

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <string>

namespace {

const std::string root = SARABAN_SOURCE_DIR;

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

saraban::Job letter_job() {
  saraban::Job job;
  job.template_path = root + "/templates/external-letter/external-letter.docx";
  job.environment = saraban::machine_environment();
  job.environment.today = {2026, 11, 20};
  return job;
}

void letter(benchmark::State& state, const std::string& output) {
  const saraban::Job job = letter_job();
  const std::string record = read(root + "/samples/004-lampang-2563/letter.json");
  saraban::Diagnostics diagnostics;
  const auto compiled = saraban::compile(job, diagnostics);
  std::size_t bytes = 0;
  for (auto _ : state) {
    const saraban::Result result = saraban::generate(*compiled, job, record, output);
    if (result.exit_status != 0 || result.outputs.empty()) {
      state.SkipWithError("the letter was not made");
      break;
    }
    bytes = result.outputs.front().bytes.size();
  }
  state.counters["letters/s"] =
      benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
  state.counters["bytes"] = static_cast<double>(bytes);
}

void compile(benchmark::State& state) {
  const saraban::Job job = letter_job();
  for (auto _ : state) {
    saraban::Diagnostics diagnostics;
    benchmark::DoNotOptimize(saraban::compile(job, diagnostics));
  }
}

} // namespace

BENCHMARK_CAPTURE(letter, docx, "letter.docx")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(letter, pdf, "letter.pdf")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(letter, png, "letter.png")->Unit(benchmark::kMicrosecond);
BENCHMARK(compile)->Unit(benchmark::kMicrosecond);

BENCHMARK_MAIN();
