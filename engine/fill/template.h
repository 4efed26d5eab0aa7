// A template compiled once and applied many times.
#pragma once

#include "base/diagnostics.h"
#include "base/environment.h"
#include "data/value.h"
#include "language/scope.h"
#include "package/package.h"

#include <memory>
#include <string>
#include <vector>

namespace saraban::fill {

struct Markup;  ///< fill/markup.h: what a format calls its parts, paragraphs, rows, cells and runs.
struct Program; ///< fill/program.h, private to the folder.

/// Immutable, shared by all threads.
class Template {
public:
  const package::Package& package() const { return package_; }
  const Program& program() const { return *program_; }
  const language::DocumentSettings& settings() const { return settings_; }

  /// Used by compile.
  Template(package::Package package, std::shared_ptr<const Program> program,
           language::DocumentSettings settings)
      : package_(std::move(package)), program_(std::move(program)), settings_(settings) {}

private:
  package::Package package_;
  std::shared_ptr<const Program> program_;
  language::DocumentSettings settings_;
};

/// Finds and parses every tag of every part. Faults go to `diagnostics`, all in one pass; the
/// template is usable only when none is an error.
Template compile(const package::Package& package, const Markup& markup,
                 const Environment& environment, Diagnostics& diagnostics);

/// The same package as a document in which nothing is a tag: filling leaves it as it is.
Template untagged(const package::Package& package, const Markup& markup,
                  const Environment& environment);

/// The filled package. Costs time in proportion to what it writes. Faults go to `diagnostics`.
package::Package apply(const Template& source, const data::Value& record,
                       const data::Sources& sources, const Environment& environment,
                       Diagnostics& diagnostics);

/// What a template asks for: a path, how often, in loops of which list, through which filters.
struct Use {
  std::string path; ///< "ผู้ลงนาม.ชื่อ", "รายการ[].จำนวน"
  std::vector<std::string> filters; ///< In order of first use.
  std::vector<Location> places;
  bool list = false;
};
std::vector<Use> uses(const Template& source);

} // namespace saraban::fill
