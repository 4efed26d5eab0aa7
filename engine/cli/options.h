// What was asked for on the command line.
#pragma once

#include "job/batch.h"
#include "job/inspect.h"

#include <variant>

namespace saraban::cli {

enum class Command {
  render,
  check,
  inspect,
  dump,
  fonts,
  batch,
  list_form,
  flatten_form,
  extract_form,
  detect_form
};
enum class DiagnosticsAs { text, json };
enum class Quiet { no, yes };

struct Options {
  Command command = Command::render;
  Job job; ///< template_path is the file of every command; "" for fonts without one.
  InspectAs inspect_as = InspectAs::text;
  DumpAs dump_as = DumpAs::document;
  std::string limits_path; ///< Empty: the usual limits.
  unsigned threads = 0;
  std::size_t shard = 1, shards = 1;
  DiagnosticsAs diagnostics_as = DiagnosticsAs::text;
  Quiet quiet = Quiet::no;
};

/// The options, or an exit status after help or a fault of usage has been printed.
std::variant<Options, int> parse_options(int argc, char** argv);

} // namespace saraban::cli
