// Document properties: the information dictionary and XMP (ISO 32000-1, 14.3).
#pragma once

#include "page/page.h"
#include "render/objects.h"
#include "render/render.h"

#include <string>

namespace saraban::render {

/// The number of the information dictionary.
int write_information(const page::Pages& pages, const PdfOptions& options, Objects& objects);
/// The document's, or what stands in for it where a standard demands one.
const std::string& title_of(const page::Pages& pages, const PdfOptions& options);
/// The number of the XMP stream, never compressed; it says the same as the dictionary.
int write_xmp(const page::Pages& pages, const PdfOptions& options, Objects& objects);

} // namespace saraban::render
