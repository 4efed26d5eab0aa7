// Pages to bytes. Makes no decisions.
#pragma once

#include "base/diagnostics.h"
#include "base/environment.h"
#include "base/limits.h"
#include "base/pdf_standard.h"
#include "page/page.h"

#include <string>
#include <vector>

namespace saraban::render {

enum class FieldsAs {
  ink,    ///< What stands in a field is part of the page.
  widgets ///< Fields are interactive (ISO 32000-1, 12.7).
};

/// How a form's values are written, as its template's settings name it; empty: as if not said.
struct FormNotation {
  std::string digits, era;
};

struct PdfOptions {
  PdfStandard standard;
  std::string title; ///< Where the document has none of its own and must have one.
  std::string creator = "Saraban";
  Date date;            ///< CreationDate, UTC midnight: same inputs, same bytes.
  bool compress = true; ///< Off for tests that read the file.
  FieldsAs fields = FieldsAs::ink;
  FormNotation notation;
  Limits limits;
};

/// facts.md section 2: text reads back exactly; tagged; ISO 32000-1.
std::string pdf(const page::Pages& pages, const PdfOptions& options, Diagnostics& diagnostics);

struct RasterOptions {
  double dpi = 96;
  Limits limits;
};

/// One PNG of one page, grey where the page is grey.
std::string png(const page::Pages& pages, std::size_t page, const RasterOptions& options,
                Diagnostics& diagnostics);

} // namespace saraban::render
