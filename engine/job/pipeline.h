// The stages of a job, for those who need their results and not files.
#pragma once

#include "document/document.h"
#include "job/compiled.h"
#include "layout/paginate.h"
#include "render/render.h"

namespace saraban::job {

/// A filled document.
struct Filled {
  document::Document document;
  std::optional<package::Package> refreshed; ///< The package with its table of contents anew.
};
/// The same and its pages.
struct LaidOut {
  document::Document document;
  layout::Result layout;
  std::optional<package::Package> refreshed;
};

package::Package fill_record(const Compiled& compiled, const Record& record,
                             const Environment& environment, Diagnostics& diagnostics);
Filled read_filled(const Compiled& compiled, const package::Package& filled,
                   const Environment& environment, Diagnostics& diagnostics);
LaidOut lay_out(const Compiled& compiled, const package::Package& filled,
                const Environment& environment, Diagnostics& diagnostics);
/// The outputs of one record: design.md section 2. Stops after an error.
void produce(const Compiled& compiled, const Record& record, const Job& job,
             const std::string& output_path, Result& result);
/// How the values of a fillable form are written; what is the language's default is not said.
render::FormNotation notation_of(const language::DocumentSettings& settings);
/// The pages that the job wants, a file each.
void add_pngs(const page::Pages& pages, const Job& job, const std::string& path, Result& result);
/// Tells of fonts that were not there, where something was laid out.
void note_substitutions(const Compiled& compiled, Result& result);

} // namespace saraban::job
