// A template opened and compiled, with what its records share.
#pragma once

#include "fill/template.h"
#include "font/fonts.h"
#include "job/document_formats.h"
#include "job/saraban.h"
#include "text/shaper_pool.h"

#include <mutex>

namespace saraban {

class Compiled {
public:
  Compiled(fill::Template source, const job::DocumentFormat& format, const Environment& environment)
      : source_(std::move(source)), format_(format), environment_(environment) {}

  const fill::Template& source() const { return source_; }
  const job::DocumentFormat& format() const { return format_; }
  /// A package that was filled from the source, or the source itself, as a document. What its
  /// records share is read with the first, whose diagnostics get its faults: filling alone never
  /// reads.
  document::Document read(const package::Package& filled, Diagnostics& diagnostics) const;
  /// This machine's and those that the template brings; found when first asked for. Throws Failure
  /// (machine: "no-fonts").
  const font::Fonts& fonts() const;
  text::ShaperPool& shapers() const { return shapers_; }

private:
  fill::Template source_;
  const job::DocumentFormat& format_;
  Environment environment_;
  mutable std::once_flag shared_read_, fonts_found_;
  mutable job::SharedParts shared_;
  mutable std::unique_ptr<font::Fonts> fonts_;
  mutable text::ShaperPool shapers_; ///< Of fonts_: gone before it.
};

} // namespace saraban

namespace saraban::job {

/// What a template is filled from.
struct Record {
  data::Value value{data::Map{}};
  data::Sources sources;
};

package::Package open_template(const std::string& path, const Limits& limits);
/// Throws Failure when the template cannot be opened.
std::shared_ptr<const Compiled> compile_template(const Job& job, Diagnostics& diagnostics);
/// The same for making an output. A document that is converted, without data, and whose braces are
/// no tags (program text, formulas) is laid out as it stands, with a warning.
std::shared_ptr<const Compiled> compile_or_convert(const Job& job, Diagnostics& diagnostics);
/// The job's data files, merged, and its assignments.
Record read_record(const Job& job, Diagnostics& diagnostics);
/// A data file, "-" for standard input.
data::Value read_data_file(const std::string& path, const Limits& limits, data::Sources& sources,
                           Diagnostics& diagnostics);
/// Sets the job's assignments over `value`, which has to be a map then.
data::Value with_assignments(data::Value value, const Job& job, const data::Sources& sources,
                             Diagnostics& diagnostics);

} // namespace saraban::job
