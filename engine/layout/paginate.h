// Documents to pages: the whole of layout.
#pragma once

#include "base/diagnostics.h"
#include "document/document.h"
#include "document/findings.h"
#include "font/fonts.h"
#include "layout/paragraph/options.h"
#include "page/page.h"

namespace saraban::layout {

struct Result {
  page::Pages pages;
  document::Findings findings;
};

Result paginate(const document::Document& document, const font::Fonts& fonts,
                const Options& options, Diagnostics& diagnostics);

} // namespace saraban::layout
