// Packages: a letter and its enclosures, as one PDF or as a file for each document. The letter's
// list of enclosures is made of the package, so that the two cannot differ.
#pragma once

#include "job/bundle_plan.h"
#include "job/compiled.h"
#include "job/formats.h"

#include <map>
#include <memory>

namespace saraban::job {

/// A document of a package, ready to be filled.
struct BundleDocument {
  DocumentPlan plan;
  std::size_t enclosure = 0; ///< Its place in the letter's list, from 1; 0 for the letter.
  Record record;
  bool readable = true; ///< False after a fault in its data.
  /// By the format of the output; null after a fault in the template.
  std::map<OutputFormat, std::shared_ptr<const Compiled>> compiled;
};

/// Opened, compiled and its data read: immutable, for all threads.
struct Bundle {
  BundlePlan plan;
  std::vector<BundleDocument> documents;   ///< The letter first.
  std::vector<const FormatRow*> file_rows; ///< Of files of their own.
};

/// The job's template path is the package file. Faults of every document are found in one pass.
/// Throws Failure when the package file cannot be read.
std::shared_ptr<const Bundle> open_bundle(const Job& job, Diagnostics& diagnostics);
/// The letter's settings, for names of outputs.
language::DocumentSettings settings_of(const Bundle& bundle);

/// Makes the outputs of one row, whose values stand over every document's data: one PDF (or PNG
/// pages) where `output_path` names a file, files of their own where it ends in "/". No output when
/// any document is at fault.
void produce_bundle(const Bundle& bundle, const Record& row, const Job& job,
                    const std::string& output_path, Result& result);
enum class Seen { faults, all }; ///< all: also what a careful clerk would see.
/// Fills every document and makes nothing.
void check_bundle(const Bundle& bundle, const Record& row, const Job& job, Seen seen,
                  Result& result);

/// generate and check for a package file.
Result generate_from_bundle(const Job& job);
Result check_bundle(const Job& job);

} // namespace saraban::job
