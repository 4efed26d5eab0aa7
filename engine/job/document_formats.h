// The table of document formats that a template can have: how each is filled, read, written back.
#pragma once

#include "document/embedded_font.h"
#include "docx/read.h"
#include "fill/markup.h"
#include "job/saraban.h"
#include "odt/read.h"

#include <variant>

namespace saraban::job {

/// What the records of a template share, as its format reads it; nothing before it was read.
using SharedParts = std::variant<std::monostate, std::shared_ptr<const docx::SharedParts>,
                                 std::shared_ptr<const odt::SharedParts>>;

/// The functions of engine/docx/read.h and engine/odt/read.h, which say what they do.
struct DocumentFormat {
  OutputFormat output; ///< The only document format that it can be saved as.
  std::string_view extension;
  const fill::Markup& (*markup)();
  SharedParts (*read_shared)(const package::Package& package, const Limits& limits,
                             Diagnostics& diagnostics);
  document::Document (*read)(const package::Package& package, const SharedParts& shared,
                             const Limits& limits, Diagnostics& diagnostics);
  std::vector<document::EmbeddedFont> (*embedded_fonts)(const package::Package& package,
                                                        const Limits& limits);
  std::optional<package::Package> (*refresh_contents)(const package::Package& package,
                                                      const document::Document& document,
                                                      const Limits& limits);
  bool (*refers_to_pages)(const package::Package& package, const Limits& limits);
  package::Package (*write_back)(const package::Package& package,
                                 const document::Document& document,
                                 const document::Findings& findings, const Limits& limits);
  /// What is saved of a filled package.
  package::Package (*ready_to_save)(const package::Package& package);
};

/// By what the container holds, whatever its name's extension. Throws Failure (input:
/// "not-a-text-document") for a container of another kind.
const DocumentFormat& document_format(const package::Package& package);

} // namespace saraban::job
