// The public header: one Job, one generate.
#pragma once

#include "base/diagnostics.h"
#include "base/environment.h"
#include "base/pdf_standard.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace saraban {

enum class OutputFormat { docx, odt, pdf, png, svg };

/// A template opened and compiled: immutable, for all threads.
class Compiled;

/// What becomes of the fields of a PDF template.
enum class Fields {
  interactive,
  flattened,
  created ///< Of a flat PDF at the places of its map; of a document at its tags (fillable).
};
/// Of a signed PDF template: it is not filled, unless its signatures may become invalid.
enum class Signatures { keep, may_break };

struct Job {
  std::string template_path; ///< .docx, .odt, .fodt and their kin; .pdf; a package's .yaml.
  std::vector<std::string> data_paths;  ///< Merged left to right; "-" is standard input.
  std::vector<std::string> assignments; ///< KEY=VALUE.
  std::string
      output_path; ///< Its extension chooses the format. Of a package also a folder: "out/".
  std::vector<std::string> part_extensions; ///< Of a package's files in a folder; empty: ".pdf".
  double dpi = 96;
  std::string page_range;     ///< "2-3"; PNG and SVG. Empty: all.
  std::string password;       ///< Of an encrypted PDF template.
  std::string map_path;       ///< Of a flat PDF: its map. Empty: name.fields.yaml beside name.pdf.
  std::string annotated_path; ///< check: a copy of the template with what was found as comments.
  PdfStandard pdf_standard;   ///< What a laid-out PDF promises.
  Fields fields = Fields::interactive;
  Signatures signatures = Signatures::keep;
  Environment environment;
};

/// One file that was made, in memory.
struct Output {
  std::string path;
  std::string bytes;
};

struct Result {
  std::vector<Output> outputs; ///< Empty when a diagnostic is an error.
  std::size_t pages = 0;       ///< 0 where nothing was laid out.
  Diagnostics diagnostics;
  int exit_status = 0; ///< 0 made, 1 template or data, 2 usage, 3 machine.
};

/// Reads, fills, lays out; writes nothing. Never throws. PNG and SVG outputs are one file a page:
/// "name-1.png".
Result generate(const Job& job);
/// generate, and write the outputs: all of them or none.
Result generate_files(const Job& job);
/// Every fault of the template and, where there is data, of filling it; makes nothing but the copy
/// at Job::annotated_path, which is made of faulty templates as well.
Result check(const Job& job);
/// check, and write that copy.
Result check_files(const Job& job);

/// For many records: compile once, then generate from records. Null after an error. Never throws.
std::shared_ptr<const Compiled> compile(const Job& job, Diagnostics& diagnostics);
/// `record` is JSON text. The job's data paths are not read.
Result generate(const Compiled& compiled, const Job& job, std::string_view record,
                const std::string& output_path);

} // namespace saraban
