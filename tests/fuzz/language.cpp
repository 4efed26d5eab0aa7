// Fuzzing the language: any bytes as a template, over data with every kind of value.
// links: language data
#include "runner/plain_template.h"

#include "base/failure.h"
#include "data/read.h"

#include <cstddef>
#include <cstdint>

namespace {

using namespace saraban;

struct Record {
  data::Sources sources;
  data::Value root;
};

const Record& record() {
  static const Record made = [] {
    Record r;
    Diagnostics diagnostics;
    r.root = data::read(
        R"({"a": 1, "b": 2.50, "s": "ข้อความ text", "d": "2018-09-12", "l": [1, "x", null, [2]],
            "m": {"k": {"v": "๑๒"}}, "t": true, "n": null, "ก": [{"ข": 1}, {"ข": 2}]})",
        data::Format::json, "fuzz.json", r.sources, Limits{}, diagnostics);
    return r;
  }();
  return made;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  Diagnostics diagnostics;
  Environment environment;
  environment.limits.language_steps = 200'000;
  try {
    const cases::PlainTemplate plain(text, diagnostics);
    language::Scope scope(record().root, record().sources, environment, {}, diagnostics);
    plain.run(scope);
  } catch (const Failure&) { // a limit
  }
  return 0;
}
