// ODT packages to documents.
#pragma once

#include "base/diagnostics.h"
#include "document/document.h"
#include "document/embedded_font.h"
#include "document/findings.h"
#include "package/package.h"

#include <memory>
#include <optional>

namespace saraban::odt {

/// What many packages filled from one template share: styles, lists, page layouts, fonts,
/// settings, parsed once. Immutable; found again by what the parts say.
/// A flat file (office:document) is a package with the one part content.xml.
struct SharedParts;
std::shared_ptr<const SharedParts> read_shared(const package::Package& package,
                                               const Limits& limits, Diagnostics& diagnostics);

/// `shared` is used where its parts are the package's own, else read anew. Throws Failure (input:
/// "missing-part", "odf-encrypted", and as package::parse_xml).
document::Document read(const package::Package& package,
                        const std::shared_ptr<const SharedParts>& shared, const Limits& limits,
                        Diagnostics& diagnostics);

/// Fonts embedded in the package (ODF 1.3 Part 3, 19.528).
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

/// Without what filling tells our own reader alone.
package::Package ready_to_save(const package::Package& package);

} // namespace saraban::odt
