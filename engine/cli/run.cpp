// Commands to jobs.
#include "cli/run.h"

#include "cli/report.h"
#include "job/flat.h"
#include "job/forms.h"
#include "job/limits_file.h"

#include <cstdio>

namespace saraban::cli {
namespace {

bool in_thai(const Options& options) {
  return options.job.environment.language == Language::thai;
}

void print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

int render(const Options& options) {
  const Result result = options.command == Command::flatten_form ? flatten_form_files(options.job)
                                                                 : generate_files(options.job);
  report(result.diagnostics, options);
  if (options.quiet == Quiet::yes) return result.exit_status;
  for (const Output& output : result.outputs) print(output.path + "\n");
  return result.exit_status;
}

int check_template(const Options& options) {
  const Result result = check_files(options.job);
  report(result.diagnostics, options);
  if (options.quiet == Quiet::no)
    for (const Output& output : result.outputs) print(output.path + "\n");
  const bool silent = options.quiet == Quiet::yes || options.diagnostics_as == DiagnosticsAs::json;
  if (result.exit_status == 0 && !silent)
    print(options.job.template_path +
          (in_thai(options) ? ": ไม่พบข้อผิดพลาด\n" : ": no errors found\n"));
  return result.exit_status;
}

int print_text(const Options& options) {
  Result result;
  const Job& job = options.job;
  std::string text;
  if (options.command == Command::inspect)
    text = inspect(job.template_path, options.inspect_as, job.environment, result);
  else if (options.command == Command::list_form)
    text = list_form(job, options.inspect_as, result);
  else if (options.command == Command::dump)
    text = dump(job, options.dump_as, result);
  else
    text = list_fonts(job.template_path, job.environment, result);
  report(result.diagnostics, options);
  if (result.exit_status == 0) print(text);
  return result.exit_status;
}

int batch(const Options& options) {
  BatchJob batch;
  batch.job = options.job;
  batch.threads = options.threads;
  batch.shard = options.shard;
  batch.shards = options.shards;
  Progress progress(options);
  const BatchResult result =
      generate_batch(batch, [&](const BatchProgress& step) { progress.show(step); });
  progress.finish();
  report(result.diagnostics, options);
  if (options.quiet == Quiet::no)
    print(std::to_string(result.made) + (in_thai(options) ? " ฉบับ" : " made") +
          (result.failed == 0 ? ""
                              : ", " + std::to_string(result.failed) +
                                    (in_thai(options) ? " ผิดพลาด" : " failed")) +
          "\n");
  return result.exit_status;
}

/// What was found in a form: printed, unless it was written to a file.
int look_into_form(const Options& options) {
  Result result;
  const std::string text = options.command == Command::extract_form
                               ? extract_form(options.job, result)
                               : detect_form(options.job, options.inspect_as, result);
  report(result.diagnostics, options);
  if (result.exit_status != 0) return result.exit_status;
  if (options.job.output_path.empty())
    print(text);
  else if (options.quiet == Quiet::no)
    print(options.job.output_path + "\n");
  return 0;
}

int run_command(const Options& options) {
  switch (options.command) {
  case Command::render:
  case Command::flatten_form:
    return render(options);
  case Command::check:
    return check_template(options);
  case Command::batch:
    return batch(options);
  case Command::detect_form:
  case Command::extract_form:
    return look_into_form(options);
  case Command::inspect:
  case Command::dump:
  case Command::fonts:
  case Command::list_form:
    return print_text(options);
  }
  return 2;
}

int run_within_limits(Options options) {
  if (options.limits_path.empty()) return run_command(options);
  Result result;
  Limits& limits = options.job.environment.limits;
  limits = read_limits(options.limits_path, limits, result);
  report(result.diagnostics, options);
  return result.exit_status == 0 ? run_command(options) : 2;
}

} // namespace

int run(int argc, char** argv) {
  try {
    const auto parsed = parse_options(argc, argv);
    if (const int* status = std::get_if<int>(&parsed)) return *status;
    const int status = run_within_limits(std::get<Options>(parsed));
    return std::fflush(stdout) == 0 ? status : 3;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "saraban: %s\n", e.what());
    return 3;
  }
}

} // namespace saraban::cli
