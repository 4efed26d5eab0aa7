// The table of formats: which extension means what.
#pragma once

#include "job/saraban.h"
#include "package/package.h"

#include <optional>
#include <string>
#include <string_view>

namespace saraban::job {

/// How many files an output is.
enum class Files { one, one_per_page };

struct FormatRow {
  std::string_view extension; ///< With its point, lower case.
  OutputFormat format;
  Files files;
  package::Container container = package::Container::zip; ///< Of documents.
};

/// By the extension of a path, in any case; nothing for an unknown one.
const FormatRow* output_format(std::string_view path);
/// ".docx, .pdf and .png", for messages.
std::string known_output_extensions();
bool is_template_path(std::string_view path);
/// "name-2.png" for "name.png" and page 2.
std::string page_path(std::string_view path, std::size_t page);

} // namespace saraban::job
