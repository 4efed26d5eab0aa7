// A package file (package.yaml): a letter and its enclosures, as its author wrote it.
#pragma once

#include "base/diagnostics.h"
#include "base/environment.h"
#include "data/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::job {

/// One document to be made. Paths are seen from the package file.
struct DocumentPlan {
  std::string template_path; ///< Without an extension: the twin in the format that is wanted.
  std::vector<std::string> data_paths;
  data::Value values; ///< Over the data; a map or null.
  FormMode form = FormMode::filled;
  std::string file;  ///< Its name, without extension, where every document is a file.
  std::string title; ///< Of its bookmark; empty: what the letter calls it.
};

/// One line of the letter's list, with the documents that it is: none where it is only named.
struct EnclosurePlan {
  data::Value entry; ///< A map, as the letter's template reads it; its texts may hold tags.
  std::vector<DocumentPlan> documents;
};

struct BundlePlan {
  std::string title;
  std::string list = "สิ่งที่ส่งมาด้วย"; ///< What the letter's template calls its enclosures.
  std::optional<DocumentPlan> letter;
  std::vector<EnclosurePlan> enclosures;
  data::Sources sources; ///< Of the marks above.
};

/// Whether a template path means a package file.
bool is_bundle_path(std::string_view path);
/// Every fault of the file goes to `diagnostics`. Throws Failure when it cannot be read.
BundlePlan read_bundle_plan(const std::string& path, const Limits& limits,
                            Diagnostics& diagnostics);

} // namespace saraban::job
