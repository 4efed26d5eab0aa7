// DOCX packages to documents.
#pragma once

#include "base/diagnostics.h"
#include "document/document.h"
#include "document/embedded_font.h"
#include "document/findings.h"
#include "package/package.h"

#include <memory>
#include <optional>

namespace saraban::docx {

/// What many packages filled from one template share: styles, numbering, theme, fonts, settings,
/// parsed once. Immutable; found again by the identity of the parts' bytes.
struct SharedParts;
std::shared_ptr<const SharedParts> read_shared(const package::Package& package,
                                               const Limits& limits, Diagnostics& diagnostics);

/// `shared` is used where its parts are the package's own, else read anew.
document::Document read(const package::Package& package,
                        const std::shared_ptr<const SharedParts>& shared, const Limits& limits,
                        Diagnostics& diagnostics);

/// Fonts embedded in the package, de-obfuscated (ECMA-376 Part 1, 17.8.1).
using document::EmbeddedFont;
std::vector<EmbeddedFont> embedded_fonts(const package::Package& package, const Limits& limits);

/// The package with its table of contents made of the headings that `document`, read from it, has,
/// in the look of what stood there; nothing where it lists just these, or there is none that can be
/// made anew. Its numbers of pages are to be written back.
std::optional<package::Package> refresh_contents(const package::Package& package,
                                                 const document::Document& document,
                                                 const Limits& limits);

/// Whether its text names pages, whose numbers only layout knows: write_back has something to do.
bool refers_to_pages(const package::Package& package, const Limits& limits);

/// The package with what layout found written back: page breaks and catchword lines where the
/// document asks for catchwords, page numbers in tables of contents and cross-references.
package::Package write_back(const package::Package& package, const document::Document& document,
                            const document::Findings& findings, const Limits& limits);

} // namespace saraban::docx
