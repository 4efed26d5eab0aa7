// Mail merge: records in chunks over threads, results in the records' order.
#include "job/batch.h"

#include "job/bundle.h"
#include "job/forms.h"
#include "job/guard.h"
#include "job/output_name.h"
#include "job/pdf_template.h"
#include "job/pipeline.h"
#include "job/rows.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

namespace saraban {
namespace {

/// Records of a chunk for each thread: enough to keep threads busy, few enough to show progress.
constexpr std::size_t records_per_thread = 16;

/// Runs work(0) … work(count - 1) on that many threads.
void in_parallel(std::size_t count, unsigned threads,
                 const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  const auto run = [&] {
    for (std::size_t i; (i = next++) < count;) work(i);
  };
  std::vector<std::thread> helpers;
  for (unsigned t = 1; t < std::min<std::size_t>(threads, count); ++t) helpers.emplace_back(run);
  run();
  for (std::thread& helper : helpers) helper.join();
}

/// One record on its way: its name is known before any file of its chunk is written.
struct Letter {
  std::size_t number = 0; ///< Of the record, from 1.
  job::Record record;
  std::string path;
  Result result;
};

class Batch {
public:
  Batch(const BatchJob& batch, BatchResult& result);
  void run(const std::function<void(const BatchProgress&)>& progress);

private:
  void prepare(Letter& letter) const;
  void make(Letter& letter) const;
  void refuse_same_names(std::vector<Letter>& letters);
  void collect(const std::vector<Letter>& letters);
  language::DocumentSettings settings() const;

  const BatchJob& batch_;
  BatchResult& result_;
  std::shared_ptr<const Compiled> compiled_; ///< One of the three.
  std::shared_ptr<const job::PdfTemplate> form_;
  std::shared_ptr<const job::Bundle> bundle_;
  job::OutputName name_;
  std::unique_ptr<job::Rows> rows_;
  std::map<std::string, std::size_t> paths_; ///< Which record took a name.
};

Batch::Batch(const BatchJob& batch, BatchResult& result)
    : batch_(batch), result_(result), name_(batch.job.output_path, result.diagnostics) {
  if (job::is_pdf_path(batch.job.template_path))
    form_ = job::open_pdf_template(batch.job, result.diagnostics);
  else if (job::is_bundle_path(batch.job.template_path))
    bundle_ = job::open_bundle(batch.job, result.diagnostics);
  else
    compiled_ = job::compile_template(batch.job, result.diagnostics);
  for (const std::string& path : batch.job.data_paths)
    rows_ = std::make_unique<job::Rows>(path, batch.job.environment.limits, result.diagnostics);
}

language::DocumentSettings Batch::settings() const {
  if (bundle_) return job::settings_of(*bundle_);
  return compiled_ ? compiled_->source().settings() : language::DocumentSettings();
}

void Batch::prepare(Letter& letter) const {
  job::guard(letter.result, [&] {
    Diagnostics& diagnostics = letter.result.diagnostics;
    letter.record = rows_->at(letter.number - 1, diagnostics);
    if (diagnostics.has_errors()) return;
    letter.record.value = job::with_assignments(std::move(letter.record.value), batch_.job,
                                                letter.record.sources, diagnostics);
    if (diagnostics.has_errors()) return;
    letter.path = name_.of(letter.record, settings(), batch_.job.environment, diagnostics);
  });
}

void Batch::make(Letter& letter) const {
  if (letter.result.diagnostics.has_errors()) return;
  job::guard(letter.result, [&] {
    if (form_)
      job::produce_from_pdf(*form_, letter.record, batch_.job, letter.path, letter.result);
    else if (bundle_)
      job::produce_bundle(*bundle_, letter.record, batch_.job, letter.path, letter.result);
    else
      job::produce(*compiled_, letter.record, batch_.job, letter.path, letter.result);
    if (letter.result.diagnostics.has_errors()) return;
    std::vector<FileToWrite> files;
    for (const Output& output : letter.result.outputs) files.push_back({output.path, output.bytes});
    write_files(files);
  });
  letter.result.outputs.clear();
  letter.record = {};
}

void Batch::refuse_same_names(std::vector<Letter>& letters) {
  for (Letter& letter : letters) {
    if (letter.result.diagnostics.has_errors()) continue;
    const auto [taken, free] = paths_.emplace(letter.path, letter.number);
    if (free) continue;
    letter.result.diagnostics.error("two-rows-one-file", {},
                                    {{"path", letter.path},
                                     {"first", std::to_string(taken->second)},
                                     {"second", std::to_string(letter.number)}});
    letter.result.exit_status = 1;
  }
}

void Batch::collect(const std::vector<Letter>& letters) {
  for (const Letter& letter : letters) {
    for (Diagnostic diagnostic : letter.result.diagnostics.all()) {
      diagnostic.location.place.insert(diagnostic.location.place.begin(),
                                       {"record", static_cast<int>(letter.number), ""});
      result_.diagnostics.add(std::move(diagnostic));
    }
    ++(letter.result.diagnostics.has_errors() ? result_.failed : result_.made);
    result_.exit_status = std::max(result_.exit_status, letter.result.exit_status);
  }
}

void Batch::run(const std::function<void(const BatchProgress&)>& progress) {
  if (result_.diagnostics.has_errors() || rows_ == nullptr) return;
  const unsigned threads =
      batch_.threads != 0 ? batch_.threads : std::max(1u, std::thread::hardware_concurrency());
  std::vector<std::size_t> numbers;
  for (std::size_t i = batch_.shard; i <= rows_->size(); i += batch_.shards) numbers.push_back(i);
  const std::size_t chunk = threads * records_per_thread;
  for (std::size_t at = 0; at < numbers.size(); at += chunk) {
    std::vector<Letter> letters(std::min(chunk, numbers.size() - at));
    for (std::size_t i = 0; i < letters.size(); ++i) letters[i].number = numbers[at + i];
    in_parallel(letters.size(), threads, [&](std::size_t i) { prepare(letters[i]); });
    refuse_same_names(letters);
    in_parallel(letters.size(), threads, [&](std::size_t i) { make(letters[i]); });
    collect(letters);
    if (progress) progress({at + letters.size(), numbers.size(), result_.failed});
  }
}

} // namespace

BatchResult generate_batch(const BatchJob& batch,
                           const std::function<void(const BatchProgress&)>& progress) {
  BatchResult result;
  Result whole;
  job::guard(whole, [&] {
    Batch run(batch, result);
    run.run(progress);
  });
  for (const Diagnostic& diagnostic : whole.diagnostics.all()) result.diagnostics.add(diagnostic);
  result.exit_status = std::max(result.exit_status, whole.exit_status);
  if (result.diagnostics.has_errors()) result.exit_status = std::max(result.exit_status, 1);
  return result;
}

} // namespace saraban
